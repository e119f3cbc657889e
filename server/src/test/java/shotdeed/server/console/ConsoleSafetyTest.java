package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** What hostile pages, files and people get from the console. */
class ConsoleSafetyTest {
  private static final String MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'&";
  private static final byte[] COAT = Photos.photo("coat");

  private static TestServer server;
  private static Person admin;
  private static Person stranger;

  /** The admin's seller has a certificate, a copy that was found, a complaint about it, and a paired browser. */
  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = Person.admin(server);
    admin.upload(new Client.Parts()
        .field("basis", "own").field("publication", "published").field("firstPublished", MARKUP)
        .field("publishedOn", "2026-05-01")
        .file("file", "a<script>alert(1)</script>.jpg", COAT));
    admin.submit(admin.page("/certificates/1"), "/certificates/1/approve");
    admin.submit(admin.page("/monitor"), "/monitor");
    hostile("k-1", "1", MARKUP);
    hostile("k-2", "2", "x".repeat(10_000));
    hostile("k-3", "3", "abc\u202egnp.exe\u2066\u200f");
    admin.submit(admin.page("/sightings/1"), "/sightings/1/complaint", "owned", "yes");
    stranger = Person.signedIn(
            server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()))
        .speaking("en");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void hostile(String key, String listing, String title) {
    String report = Reports.report(key, "2026-11-21T07:59:30.000Z", "taobao", listing, "7", json(title))
        .replace("\"Shop 7\"", "\"" + json(title) + "\"");
    Client.Reply reply = Reports.send(server.admin(), report, COAT);
    assertThat(reply.json().get("sighting").asInt()).as(reply.text()).isPositive();
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sightings", "/sightings/1", "/complaints", "/complaints/1", "/certificates/1"})
  void markup_in_texts_from_pages_and_files_is_shown_as_text(String path) {
    String page = admin.page(path);
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script", "<img src=x");
  }

  @Test
  void a_title_of_ten_thousand_characters_is_cut() {
    assertThat(admin.page("/sightings/2")).contains("x".repeat(299) + "…").doesNotContain("x".repeat(300));
  }

  @Test
  void characters_that_turn_the_text_around_them_do_not_get_into_the_page() {
    assertThat(admin.page("/sightings/3")).contains("abcgnp.exe").doesNotContain("\u202e", "\u2066", "\u200f");
  }

  @Test
  void an_uploads_results_show_hostile_names_as_text() {
    Client.Reply reply = admin.upload(new Client.Parts()
        .field("basis", "own").field("publication", "unpublished")
        .file("file", "<img src=x onerror=alert(1)>.jpg", new byte[] {1}));
    assertThat(reply.text()).contains("&lt;img src=x onerror=alert(1)&gt;.jpg").doesNotContain("<img src=x");
  }

  @Test
  void pages_run_nothing_and_may_not_be_framed_or_kept() {
    Client.Reply reply = admin.get("/");
    assertThat(reply.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.text()).doesNotContain("<script", " style=\"", " onclick", "javascript:");
  }

  static List<String> actions() {
    return List.of(
        "/certificates/1/approve",
        "/certificates/1/reject",
        "/certificates/1/monitor",
        "/certificates/1/pause",
        "/certificates/1/resume",
        "/certificates/1/retire",
        "/monitor",
        "/sightings/2/complaint",
        "/sightings/2/not-a-copy",
        "/sightings/2/copy",
        "/complaints/1/submitted",
        "/browsers/link",
        "/browsers/1/revoke",
        "/sign-out");
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_form_without_the_sessions_token_changes_nothing(String action) {
    for (String[] fields : new String[][] {{}, {"csrf", "forged"}, {"csrf", stranger.csrf()}}) {
      Client.Reply reply = admin.post(action, fields);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.text()).contains("<h1>This form is no longer valid</h1>");
    }
    assertThat(admin.page("/certificates/1")).contains(">Monitored<");
    assertThat(admin.page("/complaints/1")).contains(">Prepared<");
  }

  @Test
  void an_upload_without_the_sessions_token_certifies_nothing() {
    Client.Parts parts = new Client.Parts()
        .field("csrf", "forged").field("publication", "unpublished").file("file", "b.jpg", Photos.photo("dress"));
    Client.Reply reply = server.anybody().postBody(
        "/upload", Client.Parts.CONTENT_TYPE, parts.bytes(), "Cookie", "shotdeed=" + admin.cookie("shotdeed"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(admin.page("/certificates")).contains("Total: 1").doesNotContain("b.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/certificates/1",
        "/certificates/1/picture",
        "/certificates/1/picture?size=thumb",
        "/certificates/1/original",
        "/sightings/1",
        "/sightings/1/picture",
        "/complaints/1",
        "/complaints/1/evidence.zip",
        "/certificates/999",
        "/certificates/one",
        "/nothing"
      })
  void what_belongs_to_another_seller_is_as_if_it_did_not_exist(String path) {
    Client.Reply reply = stranger.get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text())
        .contains("<h1>There is nothing here</h1>")
        .doesNotContain("coat", "Shop 7", "certificate-1");
  }

  @Test
  void no_step_can_be_taken_with_what_belongs_to_another_seller() {
    String csrf = stranger.csrf();
    for (String action : actions()) {
      if (action.matches(".*\\d.*") && !action.endsWith("approve") && !action.endsWith("reject")) {
        Client.Reply reply =
            stranger.post(action, "csrf", csrf, "caseNumber", "X", "owned", "yes", "key", "0-0", "reason", "x");
        assertThat(reply.status()).as("%s", action).isEqualTo(404);
      }
    }
    assertThat(stranger.post("/certificates/1/approve", "csrf", csrf).status()).isEqualTo(403);
    assertThat(admin.page("/certificates/1")).contains(">Monitored<");
    assertThat(admin.page("/complaints/1")).contains(">Prepared<");
    assertThat(admin.page("/browsers")).doesNotContain(">Revoked<");
  }

  @Test
  void the_lists_of_another_seller_are_empty() {
    assertThat(stranger.page("/certificates")).contains("No photograph is certified yet.");
    assertThat(stranger.page("/sightings")).contains("No copy found yet");
    assertThat(stranger.page("/complaints")).contains("No complaint yet.");
    assertThat(stranger.page("/browsers")).contains("No browser is paired yet.");
    assertThat(stranger.page("/monitor")).contains("Nothing is certified yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "x", "", "1.5", "99999999999", "1000001"})
  void a_page_that_no_list_has_is_the_first(String page) {
    for (String list : List.of("/certificates", "/reviews", "/monitor", "/sightings", "/complaints")) {
      assertThat(admin.page(list + "?page=" + page)).isEqualTo(admin.page(list + "?page=1").replace(
          "value=\"" + list + "?page=1\"", "value=\"" + list + "?page=" + page + "\""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/a%ff", "/%zz", "/certificates/%00", "/..%2f", "/a%2fb", "/nothing", "/api%ff"})
  void an_address_that_cannot_be_read_gets_a_page_and_no_json(String path) throws IOException {
    assertThat(raw(path))
        .containsPattern("^HTTP/1.1 40[04] ")
        .containsPattern("Content-Type: text/html; ?charset=utf-8\r\n")
        .contains("Content-Security-Policy: default-src 'none';", "<html lang=\"en\">", "Back to the overview")
        .doesNotContain("application/problem+json")
        .doesNotContainIgnoringCase("jetty");
  }

  @Test
  void a_page_for_a_request_without_a_known_language_speaks_all() throws IOException {
    assertThat(raw("/%00")).contains("<h1>This address cannot be read</h1>", "无法读取此地址 · 请求的格式有误。没有任何改动。");
    assertThat(raw("/api/v1/a%ff")).contains("application/problem+json", "\"code\":\"http-400\"");
  }

  /** A request as it is written: a client of the library would not send such an address. */
  private static String raw(String path) throws IOException {
    URI origin = URI.create(server.server().origin());
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\nAccept-Language: en"
          + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_language_form_leads_to_pages_of_this_server_only() {
    for (String back :
        List.of("https://evil.example/", "//evil.example", "/\\evil.example", "/ok\r\nSet-Cookie: a=b")) {
      Client.Reply reply = new Person(server).post("/language", "language", "zh-CN", "back", back);
      assertThat(reply.status()).isEqualTo(303);
      assertThat(reply.header("Location")).isEqualTo("/");
    }
    Client.Reply own = new Person(server).post("/language", "language", "zh-CN", "back", "/certificates?page=2");
    assertThat(own.header("Location")).isEqualTo("/certificates?page=2");
    assertThat(new Person(server).post("/language", "language", "xx", "back", "/").status()).isEqualTo(404);
  }

  @Test
  void style_sheets_and_icon_come_from_the_server_itself_and_may_be_kept() {
    String page = new Person(server).page("/pair");
    Matcher address = Pattern.compile("<link rel=\"(?:stylesheet|icon)\" href=\"([^\"]*)\"").matcher(page);
    List<String> types = new ArrayList<>();
    while (address.find()) {
      Client.Reply reply = server.anybody().get(address.group(1));
      assertThat(reply.status()).as("%s", address.group(1)).isEqualTo(200);
      assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      types.add(reply.header("Content-Type"));
    }
    assertThat(types).containsExactly(
        "image/svg+xml", "text/css; charset=utf-8", "text/css; charset=utf-8", "text/css; charset=utf-8");
  }

  @Test
  void a_notice_is_one_of_ours_or_none() {
    for (String left : List.of("approved.<b>1</b>", "nonsense.1", "approved", "approved.1x")) {
      Client.Reply reply = server.anybody().get(
          "/", "Cookie", "shotdeed=" + admin.cookie("shotdeed") + "; shotdeed-done=" + left);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).as("%s", left).doesNotContain("class=\"notice\"");
    }
  }

  @Test
  void an_upload_that_is_too_large_is_refused_in_the_layout() {
    Client.Reply reply = server.anybody().postBody(
        "/upload", Client.Parts.CONTENT_TYPE, new byte[161 << 20], "Cookie", "shotdeed=" + admin.cookie("shotdeed"));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.text()).contains("The request is larger than 160 MiB", "<nav class=\"menu\"");
  }

  @Test
  void a_form_that_is_too_large_is_refused() {
    byte[] form = new byte[2 << 20];
    Arrays.fill(form, (byte) 'a');
    Client.Reply reply = server.anybody().postBody(
        "/monitor", "application/x-www-form-urlencoded", form, "Cookie", "shotdeed=" + admin.cookie("shotdeed"));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.text()).contains("The request is larger than 1 MB");
  }

  @Test
  void guessing_sign_in_codes_soon_becomes_waiting_in_the_layout() {
    try (TestServer own = TestServer.start()) {
      Person guesser = new Person(own).speaking("zh-CN");
      for (int i = 0; i < 20; i++) {
        assertThat(guesser.post("/sign-in", "code", "guess" + i).status()).isEqualTo(403);
      }
      Client.Reply reply = guesser.post("/sign-in", "code", "guess");
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.text()).contains("<h1>失败次数过多</h1>", "请等待 10 分钟后再试。");
    }
  }

  @Test
  void a_failure_shows_its_number_and_nothing_of_the_server() throws Exception {
    try (TestServer own = TestServer.start()) {
      Person person = new Person(own).speaking("en");
      String link = own.server().firstSignIn();
      person.submit(person.page(link.substring(own.server().origin().length())), "/sign-in");
      person.upload(new Client.Parts().field("publication", "unpublished").file("file", "a.jpg", COAT));
      try (Stream<Path> files = Files.walk(own.data().resolve("files"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
      Client.Reply reply = person.get("/certificates/1/original");
      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.text())
          .contains("<h1>Something went wrong in the server</h1>")
          .containsPattern("under incident [A-Za-z0-9_-]{8}\\.")
          .doesNotContain("Exception", "java.", own.data().toString());
    }
  }
}
