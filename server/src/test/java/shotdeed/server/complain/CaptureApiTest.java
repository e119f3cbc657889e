package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.platform.Secrets;

/** The page at the click: what the browser says of it is bounded, compared and marked as its own statement. */
class CaptureApiTest {
  private static final String SERVER = "verified by the server";
  private static final String BROWSER = "stated by the seller's browser";
  private static CoatCase desk;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  /** A request with the page of a listing, as the extension sends it with a screenshot. */
  private static String request(String key, int sighting, String capture) {
    return Reports.complaint(key, "" + sighting)
        .replace("\"the browser did not grant it\"", "null")
        .replaceFirst("}}$", Matcher.quoteReplacement("},\"capture\":" + capture + "}"));
  }

  private static String page(String listing) {
    return """
        {"url":"https://item.taobao.com/item.htm?id=%s&skuId=7","title":"Coat - Taobao",
         "texts":["title: Wool coat","shop: Shop 7","price: 99.00"],"width":600,"height":900,
         "screenshotAt":"2026-11-21T08:00:04.000Z",
         "keep":[{"left":10,"top":20,"right":510,"bottom":520}],"unseen":null}"""
        .formatted(listing);
  }

  private static Client.Reply send(String request, byte[] screenshot) {
    Client.Parts parts = new Client.Parts().field("complaint", request);
    return desk.client()
        .postParts("/api/v1/complaints", screenshot == null ? parts : parts.file("screenshot", "s.png", screenshot));
  }

  /** A screenshot of these pixels. */
  private static byte[] screenshot(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static JsonNode manifest(Client.Reply prepared) throws Exception {
    int id = Checks.ok(prepared).json().get("id").asInt();
    Client.Reply zip = Checks.ok(desk.client().get("/api/v1/complaints/" + id + "/evidence.zip"));
    return TestServer.json(Zips.parts(zip.bytes()).get("manifest.json"));
  }

  private static void says(JsonNode fields, String name, String value, String source) {
    assertThat(fields.at("/" + name + "/value").toString()).as(name).isEqualTo(value);
    assertThat(fields.at("/" + name + "/source").asText()).as(name).isEqualTo(source);
  }

  @Test
  void the_manifest_has_the_page_at_the_click_and_marks_who_says_what() throws Exception {
    String listing = desk.nextListing();
    int sighting = Reports.sighting(desk.client(), "p-1", listing, "7", CoatCase.COPY);
    JsonNode click = manifest(send(request("page-1", sighting, page(listing)), screenshot(1200, 1800))).get("click");
    says(click, "extension", "\"0.1.0\"", BROWSER);
    says(click, "browser", "\"Chromium\"", BROWSER);
    says(click, "language", "\"zh-CN\"", BROWSER);
    says(click, "pageUrl", "\"https://item.taobao.com/item.htm?id=" + listing + "&skuId=7\"", BROWSER);
    says(click, "pageOfSighting", "" + sighting, SERVER);
    says(click, "pageTitle", "\"Coat - Taobao\"", BROWSER);
    says(click, "pageTexts", "[\"title: Wool coat\",\"shop: Shop 7\",\"price: 99.00\"]", BROWSER);
    says(click, "viewWidth", "600", BROWSER);
    says(click, "viewHeight", "900", BROWSER);
    says(click, "screenshotAt", "\"2026-11-21T08:00:04.000Z\"", BROWSER);
    says(click, "pictureNotInViewBecause", "null", BROWSER);
    says(click, "readableBoxesOfTheView", "[{\"left\":10,\"top\":20,\"right\":510,\"bottom\":520}]", BROWSER);
    says(click, "screenshotWidth", "1200", SERVER);
    says(click, "screenshotHeight", "1800", SERVER);
    says(click, "screenshotHasTheProportionsOfTheView", "true", SERVER);
    assertThat(click).hasSize(15);
  }

  @Test
  void a_picture_that_was_not_in_view_is_said_not_to_be() throws Exception {
    String listing = desk.nextListing();
    int sighting = Reports.sighting(desk.client(), "p-2", listing, "7", CoatCase.COPY);
    String gone = page(listing).replace("\"unseen\":null", "\"unseen\":\"The page no longer showed the picture.\"");
    JsonNode click = manifest(send(request("page-2", sighting, gone), screenshot(600, 900))).get("click");
    says(click, "pictureNotInViewBecause", "\"The page no longer showed the picture.\"", BROWSER);
  }

  @Test
  void without_a_screenshot_and_without_a_page_the_rest_is_sealed() throws Exception {
    JsonNode manifest = manifest(Reports.complain(desk.client(), Reports.complaint("page-3", "" + desk.sighting("7"))));
    assertThat(manifest.get("click").toString())
        .isEqualTo("{\"extension\":{\"value\":\"0.1.0\",\"source\":\"" + BROWSER + "\"},\"browser\":{\"value\":\"Chromium\","
            + "\"source\":\"" + BROWSER + "\"},\"language\":{\"value\":\"zh-CN\",\"source\":\"" + BROWSER + "\"}}");
  }

  @Test
  void another_page_than_the_listings_is_recorded_as_another() throws Exception {
    int sighting = desk.sighting("7");
    JsonNode manifest = manifest(send(request("page-4", sighting, page("999999999")), screenshot(600, 900)));
    says(manifest.get("click"), "pageOfSighting", "\"another page than that of any sighting\"", SERVER);
    says(manifest.get("sightings").get(0), "sighting", "" + sighting, SERVER);
  }

  @Test
  void a_screenshot_of_other_proportions_than_the_view_is_found_out() throws Exception {
    String listing = desk.nextListing();
    int sighting = Reports.sighting(desk.client(), "p-5", listing, "7", CoatCase.COPY);
    JsonNode manifest = manifest(send(request("page-5", sighting, page(listing)), screenshot(900, 600)));
    says(manifest.get("click"), "screenshotHasTheProportionsOfTheView", "false", SERVER);
  }

  @Test
  void control_characters_are_dropped_and_long_texts_are_cut() throws Exception {
    String listing = desk.nextListing();
    int sighting = Reports.sighting(desk.client(), "p-6", listing, "7", CoatCase.COPY);
    String odd = page(listing)
        .replace("Coat - Taobao", "Co\\u0000at\\u202e \\n Taobao")
        .replace("price: 99.00", "x".repeat(5000))
        .replace("shop: Shop 7", "\\u0007");
    JsonNode click = manifest(send(request("page-6", sighting, odd), screenshot(600, 900))).get("click");
    says(click, "pageTitle", "\"Coat Taobao\"", BROWSER);
    says(click, "pageTexts", "[\"title: Wool coat\",\"" + "x".repeat(299) + "…\"]", BROWSER);
  }

  @Test
  void a_capture_of_the_wrong_shape_names_the_field_and_nothing_is_prepared() {
    int sighting = desk.sighting("7");
    String good = page("1");
    byte[] shot = screenshot(600, 900);
    invalid(sighting, good.replace("https://item", "javascript:item"), shot, "capture.url",
        "an address that starts with http:// or https://");
    invalid(sighting, good.replace("\"width\":600", "\"width\":0"), shot, "capture.width", "a whole number from 1 to 65535");
    invalid(sighting, good.replace("\"height\":900", "\"height\":1000000"), shot, "capture.height",
        "a whole number from 1 to 65535");
    invalid(sighting, good.replace("2026-11-21T08:00:04.000Z", "today"), shot, "capture.screenshotAt",
        "a time such as 2026-11-21T20:10:45.123Z");
    invalid(sighting, good.replace("\"2026-11-21T08:00:04.000Z\"", "null"), shot, "capture.screenshotAt", "given");
    invalid(sighting, good.replace("\"title: Wool coat\"", "\"a\",".repeat(20) + "\"a\""), shot, "capture.texts",
        "a list of 0 to 20");
    String outside = "a box within what was in view";
    for (String box : new String[] {
      "\"left\":-1,\"top\":20,\"right\":510,\"bottom\":520",
      "\"left\":10,\"top\":20,\"right\":601,\"bottom\":520",
      "\"left\":10,\"top\":20,\"right\":510,\"bottom\":901",
      "\"left\":510,\"top\":20,\"right\":10,\"bottom\":520",
      "\"left\":10,\"top\":20,\"right\":10,\"bottom\":20",
    }) {
      invalid(sighting, good.replace("\"left\":10,\"top\":20,\"right\":510,\"bottom\":520", box), shot, "capture.keep[0]",
          outside);
    }
    invalid(sighting, good.replace("[{\"left\"", "[null,{\"left\""), shot, "capture.keep[0]", "given");
    Checks.problem(
        send(request("shape-1", sighting, good).replace("\"noScreenshot\":null", "\"noScreenshot\":\"why\""), null),
        400,
        "field-invalid",
        "A field has the wrong form: capture.screenshotAt",
        "capture.screenshotAt must be null where no screenshot is sent. Nothing was changed.",
        ",\"field\":\"capture.screenshotAt\"");
    assertThat(desk.client().get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  private static void invalid(int sighting, String capture, byte[] screenshot, String field, String expected) {
    Checks.problem(
        send(request("shape-1", sighting, capture), screenshot),
        400,
        "field-invalid",
        "A field has the wrong form: " + field,
        field + " must be " + expected + ". Nothing was changed.",
        ",\"field\":\"" + field + "\"");
  }

  @Test
  void a_client_that_claims_findings_of_its_own_changes_nothing_of_what_the_server_finds() throws Exception {
    String listing = desk.nextListing();
    String claims = Reports.report("lie-1", listing, "7")
        .replace("\"certificate\":1", "\"certificate\":424242")
        .replaceFirst("}}$", "},\"verdict\":\"copy\",\"sha256\":\"" + "0".repeat(64) + "\",\"distance\":0,\"method\":\"exact\"}");
    JsonNode seen = Checks.ok(Reports.send(desk.client(), claims, CoatCase.COPY)).json();
    int sighting = seen.get("sighting").asInt();
    String lies = request("lie-2", sighting, page(listing))
        .replaceFirst("\\{", "{\"certificate\":424242,\"verdict\":\"none\",\"pictureSha256\":\"" + "0".repeat(64) + "\",");
    JsonNode manifest = manifest(send(lies, screenshot(600, 900)));
    JsonNode found = manifest.get("sightings").get(0);
    says(found, "pictureSha256", "\"" + Secrets.sha256(CoatCase.COPY) + "\"", SERVER);
    says(found, "certificate", "" + desk.coat(), SERVER);
    says(found, "verdict", "\"copy\"", SERVER);
    assertThat(found.at("/method/value").asText()).isNotEqualTo("exact");
    says(found, "position", "1", BROWSER);
    says(found, "role", "\"main\"", BROWSER);
    assertThat(manifest.toString()).doesNotContain("424242", "0".repeat(64));
  }

  @Test
  void a_picture_that_is_no_copy_cannot_be_complained_about_whatever_the_client_says() {
    String report = Reports.report("lie-3", desk.nextListing(), "7")
        .replaceFirst("}}$", "},\"verdict\":\"copy\",\"sighting\":1}");
    JsonNode answer = Checks.ok(Reports.send(desk.client(), report, Photos.photo("shoe"))).json();
    assertThat(answer.get("sighting").asInt()).isZero();
    assertThat(answer.get("verdict").asText()).isNotEqualTo("copy");
    Checks.notFound(send(request("lie-4", 99_999_999, page("1")), screenshot(600, 900)));
  }

  @Test
  void a_screenshot_that_is_no_picture_is_refused_and_nothing_is_prepared() {
    int sighting = desk.sighting("7");
    byte[] whole = screenshot(600, 900);
    for (byte[] bad : new byte[][] {
      Photos.emptyPng(600, 900), Arrays.copyOf(whole, whole.length / 2), "<svg/>".getBytes(), CoatCase.COAT.clone()
    }) {
      if (bad.length == CoatCase.COAT.length) {
        Arrays.fill(bad, 200, bad.length, (byte) 0xff); // a JPEG in name only
      }
      Checks.problem(
          send(request("shot-1", sighting, page("1")), bad),
          422,
          "screenshot-invalid",
          "The screenshot cannot be used",
          "It must be a PNG or JPEG of at most 8 MiB. Nothing was prepared.",
          ",\"field\":\"screenshot\"");
    }
    assertThat(desk.client().get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  @Test
  void two_devices_that_seal_one_finding_at_once_get_one_complaint_and_are_told_which() throws Exception {
    String listing = desk.nextListing();
    int sighting = Reports.sighting(desk.client(), "two-1", listing, "7", CoatCase.COPY);
    int before = desk.client().get("/api/v1/complaints").json().get("total").asInt();
    int devices = 4;
    ExecutorService people = Executors.newFixedThreadPool(devices);
    CountDownLatch together = new CountDownLatch(devices);
    try {
      Map<String, Future<Client.Reply>> replies = new LinkedHashMap<>();
      for (int i = 0; i < devices; i++) {
        String key = "two-device-" + i;
        byte[] screenshot = screenshot(600 + 2 * i, 900 + 3 * i);
        replies.put(key, people.submit(() -> {
          together.countDown();
          together.await();
          return send(request(key, sighting, page(listing)), screenshot);
        }));
      }
      int sealed = 0;
      String winner = null;
      for (Map.Entry<String, Future<Client.Reply>> reply : replies.entrySet()) {
        if (reply.getValue().get().status() == 200) {
          winner = reply.getKey();
          sealed = reply.getValue().get().json().get("id").asInt();
        }
      }
      for (Map.Entry<String, Future<Client.Reply>> reply : replies.entrySet()) {
        if (!reply.getKey().equals(winner)) {
          Checks.problem(
              reply.getValue().get(),
              409,
              "already-complained",
              "This sighting is already part of complaint " + sealed,
              "Nothing was prepared a second time. Open complaint " + sealed + " instead.",
              ",\"complaint\":" + sealed + ",\"sighting\":" + sighting);
        }
      }
      assertThat(desk.client().get("/api/v1/complaints").json().get("total").asInt()).isEqualTo(before + 1);
      int complaint = sealed;
      int captures = desk.server().server().features().database().read(handle ->
          handle.createQuery("select count(*) from complaint_capture where complaint_id >= :id")
              .bind("id", complaint).mapTo(int.class).one());
      assertThat(captures).isEqualTo(1);
      // Who was quicker may ask again, as a browser does whose answer was lost.
      assertThat(send(request(winner, sighting, page(listing)), screenshot(600, 900)).json().get("id").asInt())
          .isEqualTo(sealed);
    } finally {
      people.shutdown();
    }
  }
}
