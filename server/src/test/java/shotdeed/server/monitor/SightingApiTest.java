package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Secrets;

class SightingApiTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private static TestServer server;
  private static Client client;
  private static int coat;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_recompressed_and_resized_copy_is_confirmed() {
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("copy-1", "100", "7"), COPY));
    JsonNode match = reply.json().get("match");
    assertThat(match.get("distance").asInt()).isBetween(1, 31);
    assertThat(reply.text())
        .isEqualTo(
            "{\"clientKey\":\"copy-1\",\"sighting\":" + reply.json().get("sighting") + ",\"verdict\":\"copy\","
                + "\"match\":{\"certificate\":" + coat
                + ",\"verdict\":\"copy\",\"method\":\"fingerprint\",\"distance\":"
                + match.get("distance") + ",\"radius\":" + match.get("radius") + ",\"region\":" + match.get("region") + ",\"original\":"
                + match.get("original") + "},\"certificate\":{\"id\":" + coat
                + ",\"title\":\"photo.jpg\",\"state\":\"monitored\",\"grade\":\"certified-before-publication\","
                + "\"certifiedAt\":\"2026-11-21T08:00:00.000Z\",\"sha256\":\"" + Secrets.sha256(COAT)
                + "\",\"width\":400,\"height\":400},\"state\":\"new\",\"complaint\":0,\"geometry\":"
                + reply.json().get("geometry")
                + ",\"mark\":{\"number\":\"\",\"confidence\":0}}");
    JsonNode geometry = reply.json().get("geometry");
    assertThat(geometry.get("copyShare").asInt()).isGreaterThan(9_500);
    assertThat(geometry.get("originalShare").asInt()).isGreaterThan(9_500);
    assertThat(geometry.get("points")).isNotEmpty();
  }

  @Test
  void a_part_that_no_fingerprint_finds_is_confirmed_by_its_features_and_kept_with_where_it_lies() {
    byte[] part = Photos.part(COAT, 110, 60, 310, 260);
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("part-1", "110", "7"), part));
    assertThat(reply.json().get("verdict").asText()).isEqualTo("copy");
    JsonNode match = reply.json().get("match");
    assertThat(match.get("method").asText()).isEqualTo("feature");
    assertThat(match.get("original").get("left").asInt()).isBetween(2_500, 3_000);
    assertThat(match.get("original").get("bottom").asInt()).isBetween(6_200, 6_800);
    assertThat(reply.json().get("geometry").get("originalShare").asInt()).isBetween(2_000, 2_700);
    JsonNode again = Checks.ok(Reports.send(client, Reports.report("part-1", "110", "7"), part)).json();
    assertThat(again).isEqualTo(reply.json());
    assertThat(Checks.ok(Reports.complain(client, Reports.complaint("of-a-part", "" + again.get("sighting")))).status())
        .isEqualTo(200);
  }

  @Test
  void other_clothes_on_the_same_hanger_are_named_as_related_and_not_kept() throws Exception {
    Client own = server.newSeller("Hanger");
    int skirt = server.monitored(own, picture("photo.jpg"));
    JsonNode answer = Checks.ok(Reports.send(own, Reports.report("h-1", "1", "7"), picture("photo-3.jpg"))).json();
    assertThat(answer.get("verdict").asText()).isEqualTo("related");
    assertThat(answer.get("sighting").asInt()).isZero();
    assertThat(answer.get("state").isNull()).isTrue();
    assertThat(answer.at("/certificate/id").asInt()).isEqualTo(skirt);
    assertThat(answer.at("/geometry/originalShare").asInt()).isLessThan(1_000);
    assertThat(own.get("/api/v1/sightings").json().get("total").asInt()).isZero();
    try (Stream<Path> files = Files.walk(server.data())) {
      assertThat(files.map(p -> p.getFileName().toString())).doesNotContain(Secrets.sha256(picture("photo-3.jpg")));
    }
  }

  private static byte[] picture(String name) throws IOException {
    try (InputStream in = SightingApiTest.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void a_mirrored_copy_is_confirmed_and_its_form_named() {
    int id = Reports.sighting(client, "mirror-1", "101", "7", Photos.mirrored(COAT));
    assertThat(client.get("/api/v1/sightings/" + id).json().get("form").asText()).isEqualTo("flipy");
  }

  @Test
  void the_same_file_is_an_exact_match() {
    int id = Reports.sighting(client, "exact-1", "102", "7", COAT);
    assertThat(client.get("/api/v1/sightings/" + id).json().get("match").toString())
        .isEqualTo(
            "{\"certificate\":" + coat + ",\"verdict\":\"copy\",\"method\":\"exact\",\"distance\":0,\"radius\":0,"
                + "\"region\":{\"left\":0,\"top\":0,\"right\":10000,\"bottom\":10000},"
                + "\"original\":{\"left\":0,\"top\":0,\"right\":10000,\"bottom\":10000}}");
  }

  @Test
  void another_photograph_is_not_confirmed_whatever_the_browser_claims_and_nothing_is_kept() throws Exception {
    byte[] shirt = Photos.recompressed(Photos.photo("shirt"), 1, 0.9f);
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("honest-1", "103", "7"), shirt));
    assertThat(reply.text())
        .isEqualTo(
            "{\"clientKey\":\"honest-1\",\"sighting\":0,\"verdict\":\"none\",\"match\":null,\"certificate\":null,"
                + "\"state\":null,\"complaint\":0,\"geometry\":null,\"mark\":null}");
    try (Stream<Path> files = Files.walk(server.data())) {
      assertThat(files.map(p -> p.getFileName().toString())).doesNotContain(Secrets.sha256(shirt));
    }
  }

  @Test
  void what_is_stated_and_what_was_found_are_kept_beside_the_bytes() {
    String key = "kept-1";
    int id = Reports.sighting(client, key, "104", "8", COPY);
    Client.Reply reply = client.get("/api/v1/sightings/" + id);
    JsonNode match = reply.json().get("match");
    assertThat(reply.text())
        .isEqualTo(
            "{\"id\":" + id + ",\"state\":\"new\",\"match\":" + match + ",\"form\":\"rotate0\",\"listing\":{\"market\":"
                + "\"taobao\",\"site\":\"item.taobao.com\",\"pageUrl\":\"https://item.taobao.com/item.htm?id=104\","
                + "\"listingId\":\"104\",\"title\":\"Wool coat\",\"shopId\":\"8\",\"shopName\":\"Shop 8\"},\"picture\":"
                + "{\"url\":\"https://img.alicdn.com/a.jpg_400x400.jpg\","
                + "\"fetchedUrl\":\"https://img.alicdn.com/a.jpg\","
                + "\"role\":\"main\",\"position\":1},\"pictureSha256\":\"" + Secrets.sha256(COPY)
                + "\",\"pictureMediaType\":\"image/jpeg\",\"pictureBytes\":" + COPY.length
                + ",\"width\":300,\"height\":300,\"decodedFrom\":\"picture\",\"seenAt\":\"2026-11-21T07:59:30.000Z\","
                + "\"receivedAt\":\"2026-11-21T08:00:00.000Z\",\"day\":\"2026-11-21\",\"client\":{\"extension\":"
                + "\"0.1.0\",\"browser\":\"Chromium\",\"language\":\"zh-CN\"},\"seenBy\":\"Willow's person\","
                + "\"reports\":1,\"complaint\":0,\"secondOpinion\":" + reply.json().get("secondOpinion") + ",\"slices\":[],"
                + "\"mark\":{\"number\":\"\",\"confidence\":0}}");
    Client.Reply picture = client.get("/api/v1/sightings/" + id + "/picture");
    assertThat(picture.bytes()).isEqualTo(COPY);
    assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(picture.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(client.get("/api/v1/sightings/" + id + "/picture?size=thumb").header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  @Test
  void a_picture_that_is_refused_is_not_remembered_as_missing() {
    Client.Reply missing = client.get("/api/v1/sightings/99999999/picture");
    Checks.notFound(missing);
    assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void the_same_report_sent_twice_is_one_sighting() {
    int first = Reports.sighting(client, "twice-1", "105", "7", COPY);
    int second = Reports.sighting(client, "twice-1", "105", "7", COPY);
    assertThat(second).isEqualTo(first);
    assertThat(client.get("/api/v1/sightings/" + first).json().get("reports").asInt()).isEqualTo(1);
  }

  @Test
  void one_picture_on_one_listing_is_one_sighting_a_day() {
    String morning = "2026-11-20T16:00:00Z"; // midnight in Shanghai
    String night = "2026-11-21T15:59:59+00:00";
    int first = sighting("day-1", morning, "106");
    assertThat(sighting("day-2", night, "106")).isEqualTo(first);
    assertThat(client.get("/api/v1/sightings/" + first).json().get("reports").asInt()).isEqualTo(2);
    assertThat(sighting("day-3", "2026-11-20T15:59:59Z", "106")).isNotEqualTo(first);
    assertThat(sighting("day-4", morning, "other")).isNotEqualTo(first);
  }

  @Test
  void a_browser_with_a_wrong_clock_counts_for_today_and_both_times_are_kept() {
    int id = sighting("clock-1", "1999-01-01T00:00:00Z", "107");
    JsonNode json = client.get("/api/v1/sightings/" + id).json();
    assertThat(json.get("seenAt").asText()).isEqualTo("1999-01-01T00:00:00.000Z");
    assertThat(json.get("receivedAt").asText()).isEqualTo("2026-11-21T08:00:00.000Z");
    assertThat(json.get("day").asText()).isEqualTo("2026-11-21");
    assertThat(sighting("clock-2", "2031-01-01T00:00:00Z", "107")).isEqualTo(id);
  }

  private static int sighting(String key, String seenAt, String listing) {
    String report = Reports.report(key, seenAt, "taobao", listing, "7", "Coat");
    return Checks.ok(Reports.send(client, report, COPY)).json().get("sighting").asInt();
  }

  @Test
  void page_texts_are_kept_as_plain_text_of_bounded_length() {
    String title = "<script>alert(1)</script>\\u0000\\u202e\\n \\t衣".repeat(20);
    String report =
        Reports.report("text-1", "2026-11-21T07:00:00Z", "other", "108", "<b>7</b>", title);
    int id = Checks.ok(Reports.send(client, report, COPY)).json().get("sighting").asInt();
    JsonNode listing = client.get("/api/v1/sightings/" + id).json().get("listing");
    assertThat(listing.get("title").asText())
        .hasSize(300)
        .startsWith("<script>alert(1)</script> 衣<script>")
        .endsWith("…");
    assertThat(listing.get("shopId").asText()).isEqualTo("<b>7</b>");
  }

  @Test
  void a_format_that_only_browsers_decode_is_judged_by_the_browsers_raster_and_says_so() {
    byte[] avif = HexFormat.of().parseHex("0000001c667479706176696600000000617669666d696631" + "6d696166");
    Client.Reply without = Reports.send(client, Reports.report("avif-0", "109", "7"), avif);
    assertThat(without.json().get("code").asText()).isEqualTo("picture-format-not-decoded");
    Client.Parts parts = new Client.Parts()
        .field("report", Reports.report("avif-1", "109", "7"))
        .file("picture", "a.avif", avif)
        .file("raster", "a.png", Photos.asPng(COPY));
    int id = Checks.ok(client.postParts("/api/v1/sightings", parts)).json().get("sighting").asInt();
    JsonNode json = client.get("/api/v1/sightings/" + id).json();
    assertThat(json.get("decodedFrom").asText()).isEqualTo("raster");
    assertThat(json.get("pictureMediaType").asText()).isEqualTo("image/avif");
    assertThat(client.get("/api/v1/sightings/" + id + "/picture").bytes()).isEqualTo(avif);
    assertThat(client.get("/api/v1/sightings/" + id + "/picture?size=view").header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  @Test
  void a_raster_cannot_stand_in_for_a_picture_that_the_server_can_decode() {
    byte[] shirt = Photos.photo("shirt");
    Client.Parts parts = new Client.Parts()
        .field("report", Reports.report("lie-1", "110", "7"))
        .file("picture", "a.jpg", shirt)
        .file("raster", "a.png", Photos.asPng(COPY));
    assertThat(client.postParts("/api/v1/sightings", parts).json().get("verdict").asText()).isEqualTo("none");
  }

  @Test
  void a_picture_that_cannot_be_read_is_refused_with_the_reason() {
    problemCode("no picture".getBytes(), 422, "picture-not-a-picture");
    problemCode(Arrays.copyOf(COPY, COPY.length / 2), 422, "picture-truncated");
    problemCode(new byte[0], 422, "picture-not-a-picture");
    problemCode(Photos.emptyPng(1, 4_000_000), 422, "picture-too-many-pixels");
  }

  private static void problemCode(byte[] picture, int status, String code) {
    Client.Reply reply = Reports.send(client, Reports.report("bad-1", "111", "7"), picture);
    assertThat(reply.json().get("code").asText()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void a_report_of_the_wrong_shape_names_the_field() {
    String good = Reports.report("shape-1", "112", "7");
    invalid(good.replace("shape-1", "a b"), "clientKey", "a UUID");
    invalid(good.replace("2026-11-21T07:59:30.000Z", "yesterday"), "seenAt", "a time such as 2026-11-21T20:10:45.123Z");
    invalid(good.replace("2026-11-21T07:59:30.000Z", "0001-01-01T00:00:00Z"), "seenAt", "a time between 1970 and 9999");
    invalid(good.replace("\"market\":\"taobao\"", "\"market\":\"mars\""), "listing.market", "taobao, tmall or other");
    invalid(
        good.replace("https://item.taobao.com/item", "javascript:alert(1)//"),
        "listing.pageUrl",
        "an address that starts with http:// or https://");
    invalid(good.replace("\"role\":\"main\"", "\"role\":\"hero\""), "picture.role",
        "main, sku, detail, review or other");
    invalid(good.replace("\"position\":1", "\"position\":0"), "picture.position", "a whole number from 1 to 100000");
    invalid(
        good.replace("\"listingId\":\"112\"", "\"listingId\":\" \""),
        "listing.listingId",
        "a text that is not empty");
    invalid(good.replace("\"listing\":{", "\"elsewhere\":{"), "listing", "given");
    Checks.problem(
        client.postParts("/api/v1/sightings", new Client.Parts().field("report", good)),
        400,
        "part-missing",
        "The part picture is missing",
        "Nothing was kept. Send the request with the part picture.",
        ",\"field\":\"picture\"");
  }

  private static void invalid(String report, String field, String expected) {
    Checks.problem(
        Reports.send(client, report, COPY),
        400,
        "field-invalid",
        "A field has the wrong form: " + field,
        field + " must be " + expected + ". Nothing was changed.",
        ",\"field\":\"" + field + "\"");
  }

  @Test
  void sellers_do_not_see_each_others_sightings_and_do_not_match_each_others_pictures() {
    int id = Reports.sighting(client, "cross-1", "113", "7", COPY);
    Client stranger = server.newSeller("Stranger");
    Checks.notFound(stranger.get("/api/v1/sightings/" + id));
    Checks.notFound(stranger.get("/api/v1/sightings/" + id + "/picture"));
    Checks.notFound(stranger.get("/api/v1/sightings/" + id + "/picture?size=thumb"));
    Checks.notFound(stranger.get("/api/v1/sightings/" + id + "/forecast"));
    assertThat(stranger.get("/api/v1/sightings").json().get("total").asInt()).isZero();
    // The same key and the same picture: keys are each seller's own, and so are the certificates.
    assertThat(Reports.send(stranger, Reports.report("cross-1", "113", "7"), COAT).json().get("verdict").asText())
        .isEqualTo("none");
  }

  @Test
  void sightings_are_listed_newest_first_and_by_state() {
    try (TestServer own = TestServer.start()) {
      Client seller = own.newSeller("Lists");
      own.monitored(seller, COAT);
      int first = Reports.sighting(seller, "a", "1", "7", COPY);
      own.pass(Duration.ofMinutes(1));
      int second = Reports.sighting(seller, "b", "2", "7", COPY);
      assertThat(seller.get("/api/v1/sightings?state=new").json().get("sightings"))
          .extracting(s -> s.get("id").asInt())
          .containsExactly(second, first);
      assertThat(seller.get("/api/v1/sightings?state=complained").json().get("total").asInt()).isZero();
      assertThat(seller.get("/api/v1/sightings?state=x").json().get("field").asText()).isEqualTo("state");
    }
  }
}
