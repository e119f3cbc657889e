package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;

/** What people are told while fingerprints are computed anew, when that fails, and about the parts that match. */
class FingerprintPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private TestServer server;
  private Client device;

  @BeforeEach
  void start() {
    server = TestServer.start();
    device = server.admin(); // owner of the first seller
    server.monitored(device, COAT);
    server.monitored(device, DRESS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person stranger() {
    String session =
        TestAccounts.session(server.server().features(), "Other", EnumSet.of(Role.OWNER), server.now());
    return Person.signedIn(server, session).speaking("en");
  }

  private void sql(String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }

  private void age() {
    sql("update fingerprint set kernel = " + (Kernel.VERSION - 1));
  }

  @Test
  void while_fingerprints_wait_the_overview_says_how_many_are_done_and_the_library_that_it_is_incomplete()
      throws Exception {
    Person admin = Person.admin(server);
    assertThat(admin.page("/")).doesNotContain("computed anew");
    age();
    sql("update fingerprint set kernel = " + Kernel.VERSION + " where certificate_id = 1");
    Path slow = new FileStore(server.data().resolve("files"), server.data().resolve("tmp")).path(Secrets.sha256(DRESS));
    Files.delete(slow);
    assertThat(new ProcessBuilder("mkfifo", slow.toString()).start().waitFor()).isZero(); // a disk that takes its time
    server.restart(); // as an update is
    assertThat(admin.page("/")).contains("fingerprints of your photographs are computed anew: 1 of 2.");
    assertThat(admin.page("/monitor"))
        .contains("because their fingerprints are still being computed or could not be: 1.");
    assertThat(admin.speaking("zh-CN").page("/")).contains("正在重新计算您的实拍图的指纹：已完成 1 张，共 2 张");
    assertThat(stranger().page("/")).doesNotContain("computed anew");
    Files.write(slow, DRESS, StandardOpenOption.WRITE);
    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
    assertThat(admin.speaking("en").page("/")).doesNotContain("computed anew");
  }

  @Test
  void while_only_features_wait_the_overview_says_what_the_thorough_check_covers() {
    Person admin = Person.admin(server);
    sql("update feature_set set version = 0 where certificate_id = 1");
    assertThat(admin.page("/"))
        .contains("The thorough check does not cover all your photographs yet: 1 of 2 are done.")
        .doesNotContain("computed anew");
    assertThat(admin.speaking("zh-CN").page("/")).contains("彻底检查尚未覆盖您的全部实拍图：已完成 1 张，共 2 张");
    assertThat(stranger().page("/")).doesNotContain("thorough check");
  }

  @Test
  void a_picture_that_fails_is_named_to_the_admin_who_can_have_it_tried_again() throws Exception {
    Person admin = Person.admin(server);
    age();
    FileStore files = new FileStore(server.data().resolve("files"), server.data().resolve("tmp"));
    Files.delete(files.path(Secrets.sha256(COAT)));
    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
    assertThat(admin.page("/"))
        .contains("because their fingerprints could not be computed: 1.")
        .contains("Certificate 1 · <bdi>photo.jpg</bdi>")
        .contains("the original is not stored");
    Person stranger = stranger();
    assertThat(stranger.page("/")).doesNotContain("the original is not stored");
    assertThat(stranger.post("/fingerprints/again", "csrf", stranger.csrf()).status()).isEqualTo(403);
    assertThat(admin.post("/fingerprints/again", "csrf", "x").status()).isEqualTo(403);

    Files.write(files.path(Secrets.sha256(COAT)), COAT);
    assertThat(admin.submit(admin.page("/"), "/fingerprints/again").text())
        .contains("The fingerprints are being computed again.");
    server.server().features().refingerprint().start().get(60, TimeUnit.SECONDS);
    assertThat(admin.page("/")).doesNotContain("could not be computed").doesNotContain("computed anew");
  }

  @Test
  void a_browser_with_an_older_extension_is_named() {
    Person admin = Person.admin(server);
    device.get("/api/v1/snapshot?kernel=" + Kernel.VERSION);
    assertThat(admin.page("/browsers")).doesNotContain("older than this server");
    age();
    device.get("/api/v1/snapshot?kernel=" + (Kernel.VERSION - 1));
    assertThat(admin.page("/browsers")).containsOnlyOnce("older than this server");
  }

  /** Of a sighting from before it was kept how a copy lies on its original. */
  @Test
  void the_part_that_matches_is_outlined_on_both_pictures() {
    Person admin = Person.admin(server);
    int id = Reports.sighting(device, "k", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    sql("delete from sighting_geometry where sighting_id = " + id);
    sql("update sighting set region_left = 0, region_top = 0, region_right = 10000, region_bottom = 10000,"
        + " original_left = 0, original_top = 0, original_right = 10000, original_bottom = 10000");
    assertThat(admin.page("/sightings/" + id))
        .doesNotContain("<svg")
        .doesNotContain("this part matches")
        .contains("on the whole pictures");
    sql("update sighting set region_left = 1250, region_bottom = 5000, original_top = 333");
    assertThat(admin.page("/sightings/" + id))
        .contains("<svg class=\"part\" viewBox=\"0 0 300 300\" role=\"img\" aria-label=\"this part matches\">")
        .contains("<rect x=\"37.5\" y=\"0\" width=\"262.5\" height=\"150\"/>")
        .contains("<svg class=\"part\" viewBox=\"0 0 400 400\"")
        .contains("<rect x=\"0\" y=\"13.32\" width=\"400\" height=\"386.68\"/>")
        .contains(" · this part matches</figcaption>")
        .contains("on the parts that match");
    assertThat(admin.speaking("zh-CN").page("/sightings/" + id)).contains("此部分相同");
  }

  @ParameterizedTest
  @EnumSource(Refingerprint.Reason.class)
  void every_reason_has_its_words_in_every_language(Refingerprint.Reason reason) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).get("refingerprint.failed." + reason.text())).isNotBlank();
    }
  }
}
