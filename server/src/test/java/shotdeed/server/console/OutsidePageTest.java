package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shotdeed.server.Checks;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.ledger.outside.AuthorityServer;
import shotdeed.server.ledger.outside.OutsideTime;
import shotdeed.server.ledger.outside.OutsideTimes;
import shotdeed.server.ledger.outside.TestAuthority;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.TestTargets;

/** What the admin reads about an authority and a witness, on servers that have both, one, or none. */
@Timeout(120)
class OutsidePageTest {
  @TempDir private Path folder;

  private TestServer start(String name, OutsideSettings outside) {
    return TestServer.start(folder.resolve(name), outside);
  }

  private static OutsideSettings stamping(AuthorityServer authority) {
    return new OutsideSettings(
        authority.url(), List.of(), null, null, List.of(), TestTargets.of(authority.target()));
  }

  @Test
  void without_either_the_admin_reads_that_times_are_the_operators_own_claim() {
    try (TestServer server = start("none", OutsideSettings.NONE)) {
      Person admin = Person.admin(server);
      String page = admin.page("/");
      assertThat(page).contains("<h2 id=\"outside\">Proof of time by others</h2>");
      assertThat(page).contains("every time in the log is the operator's own claim");
      assertThat(page).contains(server.server().features().ledger().key().text());
      assertThat(admin.speaking("zh-CN").page("/")).contains("时间由运营者自述");
      assertThat(admin.speaking("zh-TW").page("/")).contains("時間由營運者自述");
      assertThat(Person.signedIn(
          server, TestAccounts.sessionOf(server.server().features(), seller(server), server.now())).page("/"))
          .doesNotContain("id=\"outside\"");
    }
  }

  private static String seller(TestServer server) {
    server.newSeller("Willow");
    return "Willow's person";
  }

  @Test
  void a_stamp_is_shown_with_its_time_and_what_came_after_it_is_counted() throws Exception {
    TestAuthority authority = TestAuthority.rsa();
    TestServer[] running = new TestServer[1];
    try (AuthorityServer web = AuthorityServer.start(
            AuthorityServer.stamps(question -> authority.answer(question, running[0].now())));
        TestServer server = start("stamped", stamping(web))) {
      running[0] = server;
      Person admin = Person.admin(server);
      server.server().features().ledger().rotate(true);
      server.server().features().outside().settle();
      assertThat(admin.page("/"))
          .contains("<h3>Time-stamp authority <bdi>" + web.target() + "</bdi></h3>")
          .contains("Entries of the log covered by the last time stamp: 1,")
          .doesNotContain("not covered yet");
      server.server().features().ledger().rotate(true);
      assertThat(admin.page("/")).contains("Newer entries not covered yet: 1");
    }
  }

  @Test
  void an_authority_that_answers_wrongly_is_told_of_in_three_languages() throws Exception {
    try (AuthorityServer web = AuthorityServer.start((exchange, question) -> {
          byte[] body = "<h1>Welcome</h1>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; x=<script>");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
        TestServer server = start("wrong", stamping(web))) {
      Person admin = Person.admin(server);
      server.server().features().ledger().rotate(true);
      server.server().features().outside().settle();
      assertThat(admin.page("/"))
          .contains("No time stamp yet.")
          .contains("The answer is not said to be a time stamp.")
          .contains("Details: <bdi>text/html; x=&lt;script&gt;</bdi>")
          .contains("next try <time");
      assertThat(admin.speaking("zh-CN").page("/")).contains("返回的内容不是时间戳");
      assertThat(admin.speaking("zh-TW").page("/")).contains("回應的內容不是時間戳記");
    }
  }

  @Test
  void a_second_server_witnesses_the_first_and_each_shows_its_key() throws Exception {
    TestServer before = start("log", OutsideSettings.NONE);
    String logKey = before.server().features().ledger().key().text();
    before.stop();
    try (TestServer witness = start(
        "witness", new OutsideSettings(null, List.of(), null, null, List.of(logKey), TestTargets.of()))) {
      String key = Checks.ok(witness.anybody().get("/witness/key")).text().trim();
      assertThat(Person.admin(witness).page("/"))
          .contains("This server is also a witness of other logs (1).")
          .contains("<code>" + key + "</code>");
      String target = "127.0.0.1:" + witness.port();
      try (TestServer log = start(
          "log",
          new OutsideSettings(
              null, List.of(), "http://" + target + "/witness", key, List.of(), TestTargets.of(target)))) {
        Person admin = Person.admin(log);
        assertThat(admin.page("/")).contains("No signature of the witness yet.").contains("<code>" + logKey + "</code>");
        log.server().features().ledger().rotate(true);
        log.server().features().outside().settle();
        assertThat(admin.page("/")).contains("The witness does not know the key that signs this log.");
      }
    }
  }

  @Test
  void the_witness_speaks_http_as_published() {
    try (TestServer log = start("log", OutsideSettings.NONE)) {
      String logKey = log.server().features().ledger().key().text();
      log.server().features().ledger().rotate(true);
      try (TestServer witness = TestServer.start(
          folder.resolve("witness"),
          new OutsideSettings(null, List.of(), null, null, List.of(logKey,
              log.server().features().ledger().key().text()), TestTargets.of()))) {
        String note = log.server().features().ledger().checkpoint().format();
        assertThat(post(witness, "old 1\n\n" + note)).isEqualTo("409 text/x.tlog.size 0\n");
        assertThat(post(witness, "old 0\n\n" + note)).startsWith("200 text/plain;charset=utf-8 \u2014 shotdeed-witness/");
        assertThat(post(witness, "old 0\n\n" + note)).isEqualTo("409 text/x.tlog.size 1\n");
        assertThat(post(witness, "hello")).startsWith("400 text/plain");
        assertThat(post(witness, "old 0\n\n" + note.replace("shotdeed/", "shutdeed/"))).startsWith("404 ");
        assertThat(post(witness, "old 1\n\n" + note.replace("\n1\n", "\n2\n"))).startsWith("403 ");
        assertThat(post(witness, "x".repeat(1 << 20))).startsWith("413 ");
        assertThat(witness.anybody().get("/witness/checkpoint").status()).isEqualTo(404);
        assertThat(witness.anybody().get("/witness/checkpoint?log=x").status()).isEqualTo(404);
        assertThat(log.anybody().get("/witness/key").status()).isEqualTo(404);
        assertThat(post(log, "old 0\n\n" + note)).startsWith("404 ");
      }
    }
  }

  private static String post(TestServer server, String body) {
    var reply = server.anybody().postBody("/witness/add-checkpoint", "text/plain", body.getBytes(StandardCharsets.UTF_8));
    return reply.status() + " " + reply.header("Content-Type").replace("; ", ";") + " " + reply.text();
  }

  @Test
  void whoever_guesses_names_of_logs_has_to_wait() {
    try (TestServer witness = start("guessed", OutsideSettings.NONE)) {
      int last = 0;
      for (int i = 0; i < 62 && last != 429; i++) {
        last = Integer.parseInt(post(witness, "x").substring(0, 3));
      }
      assertThat(last).isEqualTo(429);
    }
  }

  @Test
  void sealed_evidence_is_stamped_soon_and_the_stamp_covers_its_leaf() throws Exception {
    TestAuthority authority = TestAuthority.signing("SHA256withECDSA");
    TestServer[] running = new TestServer[1];
    try (AuthorityServer web = AuthorityServer.start(
            AuthorityServer.stamps(question -> authority.answer(question, running[0].now())));
        TestServer server = start("sealed", stamping(web))) {
      running[0] = server;
      server.server().features().ledger().rotate(true);
      server.server().features().outside().sealed();
      server.server().features().outside().settle();
      String origin = server.server().features().ledger().origin();
      List<OutsideTime> times = server.server().features().database().read(handle ->
          OutsideTimes.covering(handle, origin, 0));
      assertThat(times).hasSize(1);
      assertThat(times.get(0).by()).isEqualTo("CN=Willow Time Stamping, O=Willow, C=CN");
    }
  }
}
