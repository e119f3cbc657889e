package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.paper.PaperReader;

/** The page that asks what a bundle is to hold. */
class EvidencePagesTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person person;
  private int complaint;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    Client client = server.admin();
    server.monitored(client, COAT);
    int sighting = Reports.sighting(client, "k-1", "1", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    complaint = Checks.ok(client.postParts(
            "/api/v1/complaints",
            new Client.Parts()
                .field("complaint", Reports.complaint("c-1", "" + sighting))
                .file("screenshot", "s.png", Photos.asPng(Photos.photo("shirt")))))
        .json()
        .get("id")
        .asInt();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_complaint_leads_to_a_page_that_says_what_is_inside_and_why_originals_are_better_left_out() {
    assertThat(person.page("/complaints/" + complaint))
        .contains("href=\"/complaints/" + complaint + "/evidence\"", "Download the evidence")
        .doesNotContain("evidence.zip");
    assertThat(person.page("/complaints/" + complaint + "/evidence"))
        .contains(
            "<form method=\"get\" action=\"/complaints/" + complaint + "/evidence.zip\">",
            "Better leave these out. The other side may receive the bundle and can use your original to answer you.",
            "name=\"originals\" value=\"1\"",
            "name=\"screenshot\" value=\"true\"",
            "Not inside: the forecast. It stays in your record.",
            "<option value=\"en\" lang=\"en\" selected>English</option>",
            "<option value=\"zh-TW\" lang=\"zh-TW\">繁體中文</option>")
        .doesNotContain("checked", "<script>", " style=\"");
  }

  @Test
  void what_was_ticked_is_in_the_bundle_in_the_language_that_was_chosen() throws Exception {
    String address = "/complaints/" + complaint + "/evidence.zip";
    Map<String, byte[]> ticked = Zips.parts(person.get(address + "?language=zh-TW&screenshot=true&originals=1").bytes());
    assertThat(ticked).containsKeys("screenshot.png", "originals/certificate-1.jpg");
    assertThat(PaperReader.text(ticked.get("evidence.pdf"))).contains("投訴 " + complaint + " 的證據");
    Map<String, byte[]> plain = Zips.parts(person.get(address).bytes());
    assertThat(plain).doesNotContainKeys("screenshot.png", "originals/certificate-1.jpg");
    Client.Reply reply = person.get(address);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"shotdeed-complaint-" + complaint + ".zip\"");
  }

  @Test
  void a_complaint_without_a_screenshot_offers_none() {
    Client client = server.admin();
    int sighting = Reports.sighting(client, "k-2", "2", "7", Photos.recompressed(COAT, 0.75, 0.6f));
    int other = Checks.ok(Reports.complain(client, Reports.complaint("c-2", "" + sighting))).json().get("id").asInt();
    assertThat(person.page("/complaints/" + other + "/evidence"))
        .contains("This complaint has no screenshot.")
        .doesNotContain("name=\"screenshot\"");
  }

  /** The page of a complaint with a page that was 600 by 900 pixels, of which a part may be seen. */
  private String pageWith(String key, BufferedImage screenshot) {
    Client client = server.admin();
    int sighting = Reports.sighting(client, key, key.substring(2), "7", Photos.recompressed(COAT, 0.75, 0.6f));
    String capture = """
        {"url":"https://item.taobao.com/item.htm?id=%s","title":"Coat","texts":[],"width":600,"height":900,
         "screenshotAt":"2026-11-21T08:00:04.000Z","keep":[{"left":10,"top":20,"right":510,"bottom":520}],
         "unseen":null}""".formatted(key.substring(2));
    String complaint = Reports.complaint("c-" + key, "" + sighting)
        .replace("\"the browser did not grant it\"", "null")
        .replaceFirst("}}$", Matcher.quoteReplacement("},\"capture\":" + capture + "}"));
    int id = Checks.ok(client.postParts(
            "/api/v1/complaints",
            new Client.Parts().field("complaint", complaint).file("screenshot", "s.png", Photos.png(screenshot))))
        .json().get("id").asInt();
    return person.page("/complaints/" + id + "/evidence");
  }

  @Test
  void a_masked_screenshot_is_promised_where_one_can_be_made() {
    assertThat(pageWith("k-3", new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB)))
        .contains("The screenshot with names of accounts and other shops made unreadable")
        .doesNotContain("No masked screenshot");
    assertThat(pageWith("k-4", new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB)))
        .contains("No masked screenshot can be made, because its size is not that of the page as captured; tick below")
        .doesNotContain("made unreadable");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'No masked screenshot can be made, because the capture does not say which parts of it may be seen; tick below"
        + " to include the sealed one.', The screenshot with names",
    "zh-CN, 无法制作遮盖后的截图，因为取证记录没有说明哪些部分可以公开；如需放入封存的截图，请在下方勾选。, 已遮盖账号名",
    "zh-TW, 無法製作遮蓋後的螢幕截圖，因為取證紀錄沒有說明哪些部分可以公開；如要放入封存的螢幕截圖，請在下方勾選。, 已遮蓋帳號名稱"
  })
  void where_none_can_be_made_the_page_says_why_and_promises_none(String language, String why, String promise) {
    assertThat(person.speaking(language).page("/complaints/" + complaint + "/evidence"))
        .contains(why, "name=\"screenshot\"")
        .doesNotContain(promise);
  }

  @Test
  void another_sellers_complaint_has_no_page() {
    server.newSeller("Rowan");
    assertThat(person.get("/complaints/999/evidence").status()).isEqualTo(404);
  }
}
