package shotdeed.server.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;

/** Every route that changes something, or shows what is another person's, leaves its entry on record. */
class AuditedRoutesTest {
  /** What each leaves. A new route is named in that file or in {@link #NOTHING}. */
  private static final Map<String, String> LEAVES = read("/audit/routes.csv");

  /** What changes nothing worth an entry, and why. */
  private static final Map<String, String> NOTHING = Map.ofEntries(
      entry("POST /api/v1/look", "asks about numbers; nothing is stored"),
      entry("POST /api/v1/match", "asks about numbers; nothing is stored"),
      entry("POST /api/v1/sightings", "each sighting names who saw it and when"),
      entry("POST /api/v1/watch-list/{id}/visits", "each visit names who was there and when"),
      entry("PUT /api/v1/coverage", "numbers of a browser, with its day"),
      entry("POST /complaints/due-mail", "a person's own wish for mail"),
      entry("POST /exam/start", "an attempt is on record once it ends"),
      entry("POST /letters/new", "words that are offered; nothing is stored"),
      entry("POST /language", "a cookie of one's own browser"),
      entry("POST /verify", "anybody's own file; nothing is stored"),
      entry("POST /verify/certificate", "asks what the log says; nothing is stored"),
      entry("POST /witness/add-checkpoint", "the witness keeps what it signed last of each log, and when"),
      entry("PUT /uploads/{id}/files/{file}", "the upload is on record once it is opened"));

  /** Ends of the addresses of what is private. */
  private static final List<String> PRIVATE = List.of("/picture", "/original", "/file", "/proof/{proof}", ".zip");

  /** One's own seller sees these pictures only, and what strangers sent them is nobody's here. */
  private static final Set<String> OWN = Set.of("GET /api/v1/sightings/{id}/picture", "GET /sightings/{id}/picture");

  /** An entry's family, and what of the program appends the step to it. */
  private static final Map<String, String> COMPOSED = Map.of(
      "certificate.", "monitor pause resume retire",
      "claim.", "opened dismissed",
      "complaint.", "appeal counter-notice evidence-period final outcome undo");

  private static TestServer server;
  private static Client willow;
  private static Client adminDevice;
  private static Person owner;
  private static Person admin;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = Person.admin(server);
    adminDevice = server.admin();
    willow = server.newSeller("Willow");
    owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void each_route_that_changes_something_or_shows_something_private_is_named_here() {
    Set<String> named = new TreeSet<>(LEAVES.keySet());
    named.addAll(NOTHING.keySet());
    Set<String> routes = server.server().routes().stream()
        .filter(route -> !route.startsWith("HEAD ") && !OWN.contains(route))
        .filter(route -> !route.startsWith("GET ") || PRIVATE.stream().anyMatch(route::endsWith))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("say in this test what a new route leaves on record").containsAll(routes);
    assertThat(server.server().routes()).containsAll(named);
  }

  @Test
  void each_entry_is_written_somewhere() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(source));
      }
    }
    for (String action : LEAVES.values()) {
      String family = action.substring(0, action.indexOf('.') + 1);
      String step = action.substring(family.length());
      boolean composed = List.of(COMPOSED.getOrDefault(family, "").split(" ")).contains(step);
      assertThat(all).contains('"' + (composed ? family : action) + '"');
    }
  }

  private static Map<String, String> read(String table) {
    try (InputStream in = AuditedRoutesTest.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(table, e);
    }
  }

  private static List<String> entriesAfter(int id) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select action from audit where id > :id order by id").bind("id", id).mapTo(String.class).list());
  }

  private static int last() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select coalesce(max(id), 0) from audit").mapTo(int.class).one());
  }

  /** Does what a route does, and looks at what that left. */
  private static void leaves(String route, Runnable work) {
    server.pass(Duration.ofMinutes(61)); // somebody who looks again is noted again
    int before = last();
    work.run();
    assertThat(entriesAfter(before)).as(route).contains(LEAVES.get(route));
  }

  private static Client.Reply done(Client.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isIn(200, 204, 303);
    return reply;
  }

  private static void press(Person who, String action, String... fields) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "csrf";
    all[fields.length + 1] = who.csrf();
    done(who.post(action, all));
  }

  private static int uploaded(String photo) {
    Client.Parts parts =
        new Client.Parts().field("unpublished", "true").file("file", photo + ".jpg", Photos.photo(photo));
    return Checks.ok(willow.postParts("/api/v1/certificates", parts)).json().at("/results/0/certificate").asInt();
  }

  @Test
  void the_way_of_a_photograph_leaves_an_entry_at_each_step() {
    int[] id = new int[1];
    byte[] coat = Photos.photo("coat");
    leaves("POST /api/v1/certificates", () -> id[0] = uploaded("coat"));
    String api = "/api/v1/certificates/" + id[0];
    String page = "/certificates/" + id[0];
    leaves("GET /api/v1/certificates/{id}", () -> done(adminDevice.get(api)));
    leaves("GET /api/v1/certificates/{id}/picture", () -> done(adminDevice.get(api + "/picture")));
    leaves("GET /certificates/{id}", () -> admin.page(page));
    leaves("GET /certificates/{id}/picture", () -> done(admin.get(page + "/picture")));
    leaves("GET /certificates/{id}/original", () -> done(owner.get(page + "/original")));
    leaves("POST /api/v1/certificates/{id}/second-review", () ->
        done(adminDevice.postJson(api + "/second-review", "{\"decision\":\"approve\"}")));
    leaves("POST /reviews/undo", () -> {
      server.pass(Duration.ofMinutes(-61)); // only shortly after the decision
      press(admin, "/reviews/undo", "ids", "" + id[0]);
    });
    leaves("POST /certificates/{id}/approve", () -> press(admin, page + "/approve"));
    leaves("POST /monitor", () -> press(owner, "/monitor"));
    for (String step : List.of("pause", "resume")) {
      leaves("POST /api/v1/certificates/{id}/" + step, () -> done(willow.post(api + "/" + step)));
      leaves("POST /certificates/{id}/" + step, () -> {
        done(willow.post(api + (step.equals("resume") ? "/pause" : "/resume")));
        press(owner, page + "/" + step);
      });
    }
    int sighting = Reports.sighting(willow, "k-1", "1", "7", Photos.recompressed(coat, 0.75, 0.6f));
    String seen = "/api/v1/sightings/" + sighting + "/not-a-copy";
    leaves("POST /api/v1/sightings/{id}/not-a-copy", () ->
        done(willow.postJson(seen, "{\"reason\":\"another coat\"}")));
    leaves("DELETE /api/v1/sightings/{id}/not-a-copy", () -> done(willow.method("DELETE", seen)));
    int[] complaint = new int[1];
    leaves("POST /api/v1/complaints", () -> complaint[0] =
        Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + sighting))).json().get("id").asInt());
    String path = "/complaints/" + complaint[0];
    leaves("GET /api/v1/complaints/{id}/evidence.zip", () -> done(willow.get("/api/v1" + path + "/evidence.zip")));
    leaves("GET /complaints/{id}/evidence.zip", () -> done(owner.get(path + "/evidence.zip")));
    leaves("POST /api/v1/complaints/{id}/hand-over", () -> done(willow.post("/api/v1" + path + "/hand-over")));
    leaves("POST /api/v1/complaints/{id}/submitted", () ->
        done(willow.postJson("/api/v1" + path + "/submitted", "{\"caseNumber\":\"TB-1\"}")));
    towardsAnOutcome(path);
    leaves("POST /bulk-steps", () -> press(owner, "/bulk-steps", "step", "pause", "certificate", "" + id[0]));
    String many = server.server().features().database().read(handle ->
        handle.createQuery("select max(id) from bulk_step").mapTo(String.class).one());
    leaves("POST /bulk-steps/{id}/undo", () -> press(owner, "/bulk-steps/" + many + "/undo"));
    leaves("POST /api/v1/certificates/{id}/retire", () -> done(willow.post(api + "/retire")));
  }

  private static void towardsAnOutcome(String path) {
    step(path, "evidence-period", "");
    step(path, "counter-notice", "");
    step(path, "outcome", ",\"result\":\"dismissed\",\"reason\":\"edited\"");
    step(path, "appeal", ",\"by\":\"us\"");
    step(path, "final", "");
    leaves("POST /api/v1/complaints/{id}/undo", () ->
        done(willow.postJson("/api/v1" + path + "/undo", "{\"revision\":" + revision(path) + "}")));
    leaves("POST /complaints/{id}/steps/undo", () -> press(owner, path + "/steps/undo", "revision", revision(path)));
    press(owner, path + "/steps/undo", "revision", revision(path)); // the outcome is open again
    leaves("POST /complaints/{id}/steps", () -> press(
        owner, path + "/steps", "kind", "outcome", "revision", revision(path), "happenedOn", today(), "result", "upheld"));
  }

  private static void step(String path, String kind, String more) {
    leaves("POST /api/v1/complaints/{id}/" + kind, () ->
        done(willow.postJson(
            "/api/v1" + path + "/" + kind,
            "{\"revision\":" + revision(path) + ",\"happenedOn\":\"" + today() + "\"" + more + "}")));
  }

  private static String revision(String path) {
    return Checks.ok(willow.get("/api/v1" + path + "/outcome")).json().get("revision").asText();
  }

  /** As the marketplace counts days. */
  private static String today() {
    return LocalDate.ofInstant(server.now(), ZoneId.of("Asia/Shanghai")).toString();
  }

  @Test
  void what_leaked_leaves_an_entry_each_way() {
    String reason = "{\"reason\":\"x\"}";
    int first = approved("shirt");
    leaves("POST /api/v1/certificates/{id}/void", () ->
        done(willow.postJson("/api/v1/certificates/" + first + "/void", reason)));
    int second = approved("shoe");
    leaves("POST /certificates/{id}/void", () ->
        press(owner, "/certificates/" + second + "/void", "leak", "x", "sure", "yes"));
  }

  @Test
  void each_step_of_an_accusation_leaves_an_entry() {
    leaves("POST /accused", () ->
        press(owner, "/accused", "market", "taobao", "shopName", "Willow", "accusedOf", "A coat", "cameOn", "2026-11-20"));
    leaves("POST /accused/{id}/step", () ->
        press(owner, "/accused/1/step", "revision", "1", "stage", "answered", "happenedOn", "2026-11-20"));
    leaves("POST /accused/{id}/undo", () -> press(owner, "/accused/1/undo", "revision", "2"));
    leaves("POST /accused/{id}/remove", () -> press(owner, "/accused/1/remove"));
    leaves("POST /accused/{id}/restore", () -> press(owner, "/accused/1/restore"));
  }

  private static int approved(String photo) {
    int id = uploaded(photo);
    done(adminDevice.postJson("/api/v1/certificates/" + id + "/second-review", "{\"decision\":\"approve\"}"));
    return id;
  }

  @Test
  void views_of_the_library_leave_an_entry_each_way() {
    leaves("POST /views", () -> press(owner, "/views", "viewName", "Coats"));
    String view = "/views/" + server.server().features().database().read(handle ->
        handle.createQuery("select max(id) from library_view").mapTo(String.class).one());
    leaves("POST /views/{id}", () -> press(owner, view, "viewName", "Dresses"));
    leaves("POST /views/{id}/delete", () -> press(owner, view + "/delete"));
  }

  @Test
  void uploads_in_the_console_leave_an_entry_each_way() {
    leaves("POST /upload", () -> done(owner.upload(Person.unpublished("dress.jpg", Photos.photo("dress")))));
    assertThat(server.server().features().database().<String, RuntimeException>read(handle ->
            handle.createQuery("select details from audit where action = 'photographs.upload' order by id desc limit 1")
                .mapTo(String.class)
                .one()))
        .isEqualTo("1 / 0");
    String body = "{\"upload\":0,\"unpublished\":true,\"basis\":\"own\",\"files\":[{\"name\":\"shirt.jpg\",\"size\":9,"
        + "\"modified\":1}]}";
    int[] upload = new int[1];
    leaves("POST /uploads", () -> upload[0] = done(
        owner.ask("POST", "/uploads", "application/json", body.getBytes(StandardCharsets.UTF_8)))
        .json().get("upload").asInt());
    leaves("POST /uploads/{id}/discard", () ->
        done(owner.ask("POST", "/uploads/" + upload[0] + "/discard", "application/json", new byte[0])));
  }

  @Test
  void people_and_the_servers_own_steps_leave_entries() {
    leaves("POST /browsers/link", () -> press(owner, "/browsers/link"));
    leaves("POST /api/v1/pair", () -> done(server.anybody().postJson(
        "/api/v1/pair",
        "{\"code\":\"" + server.server().features().pairing().createCode(
            TestAccounts.caller(server.server().features(), 1)) + "\",\"device\":\"Edge\"}")));
    leaves("POST /fingerprints/again", () -> press(admin, "/fingerprints/again"));
    leaves("GET /mail", () -> admin.page("/mail"));
    leaves("POST /mail/again", () -> press(admin, "/mail/again"));
    leaves("GET /audit", () -> owner.page("/audit"));
    leaves("GET /sellers/{id}", () -> admin.page("/sellers/" + sellerOfWillow()));
    leaves("POST /sellers/{id}/suspend", () ->
        press(admin, "/sellers/" + sellerOfWillow() + "/suspend", "suspension", "why"));
    leaves("POST /sellers/{id}/lift", () -> press(admin, "/sellers/" + sellerOfWillow() + "/lift"));
    leaves("POST /sellers/invite", () -> press(admin, "/sellers/invite", "name", "Elm"));
    leaves("POST /webhooks", () ->
        press(owner, "/webhooks", "url", "http://127.0.0.1:9/x", "description", "x"));
    leaves("POST /webhooks/{id}", () -> press(owner, "/webhooks/1", "url", "http://127.0.0.1:9/y"));
    leaves("POST /webhooks/{id}/renew", () -> press(owner, "/webhooks/1/renew"));
    press(owner, "/webhooks/1", "url", "http://127.0.0.1:9/y", "active", "yes");
    leaves("POST /webhooks/{id}/test", () -> press(owner, "/webhooks/1/test"));
    leaves("POST /webhook-deliveries/{id}/again", () -> press(owner, "/webhook-deliveries/1/again"));
    leaves("POST /webhooks/{id}/remove", () -> press(owner, "/webhooks/1/remove"));
    leaves("POST /leave/export", () -> press(owner, "/leave/export"));
    Person other = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    leaves("POST /sign-out", () -> press(other, "/sign-out"));
  }

  private static String sellerOfWillow() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select id from seller where name = 'Willow'").mapTo(String.class).one());
  }
}
