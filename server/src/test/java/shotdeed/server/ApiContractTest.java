package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shotdeed.server.account.AccountRoutes;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.wire.Handshake;

/** Holds the description of the interface against the server that serves it. */
class ApiContractTest {
  /** What only the console answers, and what only stands inside an answer to an upload. */
  private static final Set<Errors> NO_PROBLEMS_HERE = Set.of(
      Errors.ACCUSATION_KNOWN,
      Errors.ACCUSATION_MOVED_ON,
      Errors.ADDRESS_UNCONFIRMED,
      Errors.CALENDAR_INVALID,
      Errors.CATEGORY_NOT_ELIGIBLE,
      Errors.CLAIMS_USED_UP,
      Errors.COPIES_COUNT,
      Errors.COPIES_NONE,
      Errors.DECIDED_ANEW,
      Errors.DISPUTE_DECIDED,
      Errors.DISPUTE_NOT_NEUTRAL,
      Errors.EMAIL_TAKEN,
      Errors.EXAM_ANSWER_STANDS,
      Errors.FINDING_DECIDED,
      Errors.FORM_CHANGED,
      Errors.FORM_EXPIRED,
      Errors.FORM_FILE_HELD,
      Errors.FORM_INCOMPLETE,
      Errors.FORM_LODGED,
      Errors.INVITATION_INVALID,
      Errors.LETTER_CHANGED,
      Errors.LETTER_ENDED,
      Errors.LETTER_WORDS,
      Errors.LAST_ADMIN,
      Errors.LAST_OWNER,
      Errors.LICENCE_ENDED,
      Errors.NAME_TAKEN,
      Errors.NOT_MARKABLE_CMYK,
      Errors.NOT_MARKABLE_FORMAT,
      Errors.NOT_MARKABLE_LONG,
      Errors.NOT_MARKABLE_MARKED,
      Errors.NOT_MARKABLE_MOVING,
      Errors.NOT_MARKABLE_PLAIN,
      Errors.NOT_MARKABLE_SMALL,
      Errors.NOT_MARKABLE_UNREADABLE,
      Errors.NOT_SIGNED_IN,
      Errors.NO_PUBLISHED_POINTS,
      Errors.PASSWORDS_DIFFER,
      Errors.PASSWORD_GUESSED,
      Errors.PASSWORD_TOO_LONG,
      Errors.PASSWORD_TOO_SHORT,
      Errors.PASSWORD_WRONG,
      Errors.PICTURE_ALREADY_CERTIFIED,
      Errors.PICTURE_ALTERED_COPY_CERTIFIED,
      Errors.PICTURE_BORDER,
      Errors.PICTURE_COLLAGE,
      Errors.PICTURE_FLAT,
      Errors.PICTURE_HOLDS_CERTIFIED,
      Errors.PICTURE_PART_OF_CERTIFIED,
      Errors.PICTURE_TEXT,
      Errors.PICTURE_TOO_SMALL,
      Errors.PICTURE_VOIDED,
      Errors.PICTURE_WORDS,
      Errors.POLICY_CHANGED,
      Errors.POLICY_FOLLOWED,
      Errors.POLICY_GAP,
      Errors.POLICY_INVALID,
      Errors.POLICY_OVERLAP,
      Errors.POLICY_OVERLAP_OPEN,
      Errors.POLICY_STANDS,
      Errors.POLICY_TAKEN_BACK,
      Errors.SHOP_TAKEN,
      Errors.SHOP_UNKNOWN,
      Errors.SIGN_IN_WRONG,
      Errors.SIGN_UP_CLOSED,
      Errors.TOO_MANY_ACCUSATIONS,
      Errors.TOO_MANY_INVITATIONS,
      Errors.TOO_MANY_LICENCES,
      Errors.TOO_MANY_REPORTS,
      Errors.TOO_MANY_VIEWS,
      Errors.UNDO_OF_BATCH,
      Errors.UNDO_OF_MANY,
      Errors.UNDO_TOO_LATE,
      Errors.UPLOAD_LIMIT,
      Errors.UPLOAD_OFFSET,
      Errors.VIEW_NAME_TAKEN,
      Errors.WEBHOOKS_TOO_MANY,
      Errors.WEBHOOK_FORGOTTEN,
      Errors.WEBHOOK_OFF,
      Errors.WEBHOOK_URL_FORM,
      Errors.WEBHOOK_URL_PORT,
      Errors.WEBHOOK_URL_PRIVATE,
      Errors.WEBHOOK_URL_SCHEME,
      Errors.ZIP_BOMB,
      Errors.ZIP_DAMAGED,
      Errors.ZIP_EMPTY,
      Errors.ZIP_ENCRYPTED,
      Errors.ZIP_NESTED,
      Errors.ZIP_TOO_LARGE);

  /**
   * What can befall every route and takes a server of its own, see {@link #a_broken_server_answers_as_described}; and what
   * takes a larger library than this test's, see {@code MatchPicturesTest} and {@code WatchListApiTest}.
   */
  private static final Set<String> RARE =
      Set.of(
          "403 exam-not-passed",
          "413 match-too-large",
          "409 watch-full",
          "429 too-many-attempts",
          "500 internal",
          "503 not-ready",
          "507 storage-full");

  private static TestServer server;
  private static OpenApi api;
  private static List<ApiCalls.Call> calls;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    api = new OpenApi(Checks.ok(server.anybody().get("/api/v1/openapi.yaml")).bytes());
    calls = new ApiCalls(server).all();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_file_is_served_to_anybody_as_yaml() {
    Client.Reply reply = Checks.ok(server.anybody().get("/api/v1/openapi.yaml"));
    assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(reply.text()).startsWith("openapi: 3.1.0\n");
    assertThat(api.root().at("/info/version").asString()).isEqualTo("" + AccountRoutes.API);
  }

  @Test
  void the_routes_for_programs_are_those_of_the_file() {
    Set<String> routes = server.server().routes().stream()
        .filter(route -> route.contains(" /api/") || route.endsWith("z"))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(api.operations()).isEqualTo(routes);
  }

  @Test
  void the_problems_of_the_file_are_those_of_the_server() {
    Set<String> problems = Arrays.stream(Errors.values())
        .filter(error -> !NO_PROBLEMS_HERE.contains(error))
        .map(error -> error.status() + " " + error.code())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(api.problems()).isEqualTo(problems);
  }

  static Stream<ApiCalls.Call> calls() {
    return calls.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void each_answer_has_the_status_the_type_and_the_body_of_the_file(ApiCalls.Call call) {
    Answer answer = call.send().get();
    assertThat(answer.summary()).as(answer.text()).isEqualTo(call.expected());
    assertThat(api.faults(call.operation(), answer)).as(answer.text()).isEmpty();
  }

  @Test
  void each_answer_that_the_file_names_is_brought_about() {
    Set<String> named = new TreeSet<>();
    for (String operation : api.operations()) {
      for (String answer : api.answers(operation)) {
        if (!RARE.contains(answer)) {
          named.add(operation + " " + answer);
        }
      }
    }
    Set<String> called = calls.stream()
        .filter(call -> !Set.of("405 method-not-allowed", "400 http-400").contains(call.expected()))
        .map(call -> call.operation() + " " + call.expected())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(called);
  }

  @Test
  void a_broken_server_answers_as_described() {
    try (TestServer broken = TestServer.start()) {
      Client client = broken.newSeller("Willow");
      broken.server().features().database().close();
      asDescribed("GET /readyz", "503 not-ready", broken.anybody().get("/readyz"));
      asDescribed("GET /livez", "200", broken.anybody().get("/livez"));
      asDescribed("GET /api/v1/handshake", "500 internal", client.get("/api/v1/handshake"));
    }
  }

  @Test
  void a_full_disk_is_answered_as_described() {
    try (TestServer full = TestServer.start(Long.MAX_VALUE >> 1)) {
      Client client = full.newSeller("Willow");
      Client.Parts upload = new Client.Parts().file("file", "coat.jpg", ApiCalls.COAT);
      asDescribed("POST /api/v1/certificates", "507 storage-full", client.postParts("/api/v1/certificates", upload));
    }
  }

  @Test
  void guessing_is_answered_as_described() {
    try (TestServer guessed = TestServer.start()) {
      for (int i = 0; i < 20; i++) {
        guessed.anybody().postJson("/api/v1/pair", "{\"code\":\"no\",\"device\":\"Edge\"}");
      }
      Client.Reply reply = guessed.anybody().postJson("/api/v1/pair", "{\"code\":\"no\",\"device\":\"Edge\"}");
      asDescribed("POST /api/v1/pair", "429 too-many-attempts", reply);
    }
  }

  @Test
  void certifying_before_the_exam_is_answered_as_described() {
    try (TestServer strict = TestServer.start(PeopleSettings.USUAL)) {
      Client.Parts upload = new Client.Parts().file("file", "coat.jpg", ApiCalls.COAT);
      Client.Reply reply = strict.newSeller("Willow").postParts("/api/v1/certificates", upload);
      asDescribed("POST /api/v1/certificates", "403 exam-not-passed", reply);
      assertThat(reply.json().get("lesson").asText()).isEqualTo("/lesson");
    }
  }

  private static void asDescribed(String operation, String expected, Client.Reply reply) {
    Answer answer = Answer.of(reply);
    assertThat(answer.summary()).isEqualTo(expected);
    assertThat(api.faults(operation, answer)).as(answer.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Handshake, Handshake",
    "PairRequest, PairRequest",
    "PairResponse, PairResponse",
    "problem.picture-too-large, Problem",
    "SeenListing, SeenListing",
    "SightingReport, SightingReport",
    "SightingReport, SightingReport.strip",
    "SightingResult, SightingResult",
    "SightingResult, SightingResult.none",
    "LookResult, LookResult",
    "LookResult, LookResult.raster",
    "ComplaintRequest, ComplaintRequest",
    "ComplaintSummary, ComplaintSummary",
    "MatchRequest, MatchRequest",
    "MatchResponse, MatchResponse",
    "WatchList, WatchList",
    "WatchRequest, WatchRequest",
    "VisitReport, VisitReport",
    "CoverageReport, CoverageReport"
  })
  void each_example_of_a_message_is_as_described(String schema, String file) throws IOException {
    assertThat(api.faults(schema, example(file))).isEmpty();
    assertThat(api.faults(schema, example(file).replaceFirst("\\{", "{\"another\":1,"))).isNotEmpty();
  }

  private static String example(String name) throws IOException {
    try (InputStream in = ApiContractTest.class.getResourceAsStream("/wire/" + name + ".json")) {
      assertThat(in).as("wire/%s.json among the shared test resources", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CaptureClient", "CertificateSummary", "ComplaintRequest", "ComplaintSummary", "FormFill", "Geometry", "Handshake",
    "LookMatch", "LookResult", "Match",
    "MatchRequest", "MatchResponse", "PageCapture", "PairRequest", "PairResponse", "PictureMatches", "Problem", "QueryFingerprint",
    "ReadMark", "QueryPicture", "SeenListing", "SeenPicture", "SightingReport", "SightingResult",
    "ChangedPages", "CoverageReport", "FailedPictures", "MarketCoverage", "VisitReport", "WatchEntry", "WatchList",
    "WatchRequest", "WatchVisit"
  })
  void each_message_has_the_members_of_its_record(String name) throws ClassNotFoundException {
    Class<?> record = Class.forName(Handshake.class.getPackageName() + "." + name);
    Set<String> components = Arrays.stream(record.getRecordComponents())
        .map(component -> component.getName())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(api.members(name)).isEqualTo(components);
  }
}
