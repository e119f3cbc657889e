package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.digest.Sha256;
import shotdeed.ledger.verify.Tampering;
import shotdeed.ledger.verify.TestBundle;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;

class VerifyPagesTest {
  private static final TestBundle GENUINE = TestBundle.genuine();
  private static final String KEY = GENUINE.log.key().fingerprint();

  private TestServer server;
  private Person reader;

  @BeforeEach
  void start() {
    server = TestServer.start();
    reader = new Person(server).speaking("en");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply upload(byte[] zip, String key) {
    Client.Parts parts = new Client.Parts().field("key", key).file("bundle", "complaint-9.zip", zip);
    return reader.send(reader.page("/verify"), "/verify", parts);
  }

  @Test
  void the_page_to_sign_in_leads_whoever_has_no_account_here() {
    assertThat(reader.page("/sign-in")).contains("<a href=\"/verify\">Check an evidence bundle or a certificate</a>");
    assertThat(reader.page("/verify")).contains("No account is needed.");
  }

  @Test
  void a_bundle_is_valid_under_the_key_that_the_reader_knows() {
    String page = upload(GENUINE.zip(), KEY).text();
    assertThat(page).contains(
        "class=\"verdict valid\"",
        "Valid: complete and unchanged",
        "complaint-9.zip",
        "was logged at 2026-11-01 08:00:00 UTC, as Certified before publication. This time is the operator’s own claim.",
        "Certificate 12: a change of its state was logged at 2026-11-04 08:00:00 UTC, to: Paused.",
        "The sealed evidence was logged at 2026-11-22 11:00:00 UTC: 5 parts",
        "What was sealed at the click are the parts of the sealed list.",
        "what was logged after 2026-11-22 12:00:00 UTC, and what the operator left out, cannot be seen in a bundle",
        "it is no copyright registration");
  }

  @Test
  void without_its_key_the_fingerprint_is_shown_to_be_compared() {
    assertThat(upload(GENUINE.zip(), "").text())
        .contains("class=\"verdict unknown-key\"", KEY.substring(0, 8) + " " + KEY.substring(8, 16))
        .doesNotContain("another key than the one that you gave");
    assertThat(upload(GENUINE.zip(), "0".repeat(64)).text()).contains("another key than the one that you gave");
  }

  @Test
  void what_was_tampered_with_is_named() {
    List<Tampering> all = Tampering.all(GENUINE);
    for (int i = 0; i < all.size(); i += 7) {
      Tampering done = all.get(i);
      Client.Reply reply = upload(done.zip(), KEY);
      assertThat(reply.status()).as(done.name()).isEqualTo(200);
      assertThat(reply.text()).as(done.name()).contains("class=\"verdict tampered\"");
      for (String part : done.named()) {
        assertThat(reply.text()).as(done.name()).contains("<strong>✗ Wrong</strong> <code>" + part + "</code>");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, 有效：完整且未被改动, 时间由运营者自述。, 封存的证据于, 两者都是运营者在打包时制作的",
    "zh-TW, 有效：完整且未經更動, 時間由營運者自述。, 封存的證據於, 兩者都是營運者在打包時製作的"
  })
  void it_is_said_in_the_readers_language(String language, String verdict, String own, String logged, String packed) {
    reader.speaking(language);
    assertThat(upload(GENUINE.zip(), KEY).text()).contains(verdict, own, logged, packed);
  }

  @Test
  void nothing_of_an_upload_is_kept() throws IOException {
    byte[] large = new TestBundle(GENUINE.log, 3, 300_000).zip();
    upload(large, "");
    upload("no zip".getBytes(StandardCharsets.UTF_8), "");
    try (Stream<Path> files = Files.walk(server.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("shotdeed-bundle@v1");
      }
    }
  }

  @Test
  void what_is_missing_or_no_fingerprint_is_said_at_the_field() {
    String page = reader.page("/verify");
    Client.Reply none = reader.send(page, "/verify", new Client.Parts().field("key", ""));
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text()).contains("Choose the zip file of an evidence bundle", "aria-invalid=\"true\"");
    assertThat(upload(GENUINE.zip(), "abc").text()).contains("A fingerprint is 64 characters");
  }

  @Test
  void words_of_a_hostile_bundle_are_escaped() {
    TestBundle bundle = TestBundle.genuine();
    bundle.proof("certificate-12-3", bundle.log.append(
        "state", "2026-11-22T11:00:01Z", "certificate", "12", "from", "paused", "state", "<script>alert(1)</script>"));
    assertThat(upload(bundle.zip(), "").text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  @Test
  void a_form_of_another_site_is_refused() {
    Client.Parts parts = new Client.Parts().field("csrf", "forged").file("bundle", "b.zip", GENUINE.zip());
    reader.page("/verify");
    Client.Reply reply =
        server.anybody().postBody("/verify", Client.Parts.CONTENT_TYPE, parts.bytes(), "Accept", "text/html");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reader.post("/verify/certificate", "csrf", "forged", "certificate", "1").status()).isEqualTo(403);
  }

  @Test
  void an_upload_that_is_too_large_is_refused_before_it_is_read_to_the_end() {
    byte[] large = new byte[(64 << 20) + 1_000];
    Client.Parts parts = new Client.Parts().file("bundle", "large.zip", large);
    assertThat(reader.send(reader.page("/verify"), "/verify", parts).status()).isEqualTo(413);
  }

  @Test
  void an_address_that_asks_too_often_waits() {
    for (int i = 0; i < 60; i++) {
      assertThat(upload(new byte[] {1}, "").status()).isEqualTo(200);
    }
    assertThat(upload(GENUINE.zip(), "").status()).isEqualTo(429);
  }

  @Test
  void the_offline_page_can_be_saved_and_is_the_one_that_the_build_made() {
    Client.Reply reply = reader.get("/verify/verify.html");
    assertThat(reply.header("Content-Disposition")).startsWith("attachment; filename=\"verify.html\"");
    assertThat(reply.text()).contains("default-src 'none'; script-src 'sha256-", "connect-src 'none'");
    assertThat(reply.text()).doesNotContain("{{script", "{{style", "{{words", "http://", "eval(");
  }

  @Test
  void a_certificates_state_at_a_time_is_what_the_log_says() throws Exception {
    Client seller = server.newSeller("Willow");
    byte[] photo = Photos.photo("dress");
    int number = server.certified(seller, photo);
    String then = java.time.LocalDateTime.ofInstant(server.now(), java.time.ZoneOffset.UTC).toString();
    server.pass(java.time.Duration.ofHours(1));
    Checks.ok(seller.post("/api/v1/certificates/" + number + "/monitor"));
    server.pass(java.time.Duration.ofHours(1));
    String now = ask(number, photo, "");
    assertThat(now)
        .contains("<strong>Monitored</strong>", "Certified before publication", "Second review passed", "entry ")
        .contains("This time is the operator’s own claim.")
        .doesNotContain("Willow", "Entries logged since");
    assertThat(ask(number, photo, then))
        .contains("<strong>Certified</strong>", "Entries logged since then: 1. The state now: Monitored");
    assertThat(ask(number, photo, "2020-01-01T00:00")).contains("Not logged yet at that time").doesNotContain("<ol>");
    assertThat(ask(number + 1, photo, "")).contains("No such certificate");
  }

  private String ask(int number, byte[] original, String time) {
    return reader.submit(
        reader.page("/verify"),
        "/verify/certificate",
        "certificate", String.valueOf(number), "sha256", Sha256.hex(original), "time", time).text();
  }

  @Test
  void a_certificate_that_is_not_logged_is_not_found_whatever_is_asked() {
    String page = reader.page("/verify");
    String found = reader.submit(
        page, "/verify/certificate", "certificate", "12", "sha256", "ab".repeat(32), "time", "2026-11-22T10:00").text();
    assertThat(found).contains("No such certificate", "value=\"2026-11-22T10:00\"");
    assertThat(reader.submit(page, "/verify/certificate", "certificate", "0x", "sha256", "", "time", "").text())
        .contains("A certificate’s number is a whole number");
    assertThat(reader.submit(page, "/verify/certificate", "certificate", "1", "sha256", "12", "time", "").text())
        .contains("A SHA-256 is 64 characters");
    assertThat(reader
            .submit(page, "/verify/certificate", "certificate", "1", "sha256", "ab".repeat(32), "time", "soon")
            .text())
        .contains("The time is not complete");
  }
}
