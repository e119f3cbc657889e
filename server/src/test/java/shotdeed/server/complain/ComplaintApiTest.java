package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;

class ComplaintApiTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final byte[] MIRRORED = Photos.mirrored(COAT);
  private static final byte[] SCREENSHOT = Photos.asPng(Photos.photo("shirt"));

  private static TestServer server;
  private static Client client;
  private static int coat;
  private static int next = 1000;

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

  private static int sighting(String shop) {
    next++;
    return Reports.sighting(client, "s-" + next, String.valueOf(next), shop, COPY);
  }

  @Test
  void a_complaint_is_prepared_and_not_yet_submitted() {
    int sighting = sighting("7");
    Client.Reply reply = Checks.ok(Reports.complain(client, Reports.complaint("c-1", "" + sighting)));
    int id = reply.json().get("id").asInt();
    assertThat(reply.text())
        .isEqualTo(
            "{\"id\":" + id + ",\"clientKey\":\"c-1\",\"state\":\"prepared\",\"market\":\"taobao\","
                + "\"shopName\":\"Shop 7\","
                + "\"preparedAt\":\"2026-11-21T08:00:00.000Z\",\"caseNumber\":null,\"sightings\":[" + sighting
                + "],\"consoleUrl\":\"" + server.server().origin() + "/complaints/" + id + "\"}");
    assertThat(client.get("/api/v1/sightings/" + sighting).text())
        .contains("\"state\":\"complained\"", "\"complaint\":" + id);
    assertThat(client.get("/api/v1/complaints").json().get("complaints").get(0)).isEqualTo(reply.json());
    JsonNode details = client.get("/api/v1/complaints/" + id).json();
    assertThat(details.get("complaint")).isEqualTo(reply.json());
    assertThat(details.get("ownershipStatement").asText())
        .isEqualTo("I own these photographs and did not license them to this shop.");
    assertThat(details.get("noScreenshot").asText()).isEqualTo("the browser did not grant it");
    assertThat(details.get("forecast").get("policy").get("id").asText()).isNotEmpty();
    assertThat(details.get("forecast").get("next").get("points").asInt()).isZero();
  }

  @Test
  void the_case_number_makes_it_submitted_once() {
    int id = prepared("case-1", "" + sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Client.Reply reply = Checks.ok(client.postJson(path, "{\"caseNumber\":\" TB-4711 \"}"));
    assertThat(reply.text()).contains("\"state\":\"submitted\"", "\"caseNumber\":\"TB-4711\"");
    assertThat(client.postJson(path, "{\"caseNumber\":\"TB-4711\"}").text()).isEqualTo(reply.text());
    Checks.problem(
        client.postJson(path, "{\"caseNumber\":\"TB-9\"}"),
        409,
        "case-number-differs",
        "The complaint already has the case number TB-4711",
        "It was kept. A complaint has one case number; to replace a wrong one, correct it.",
        ",\"caseNumber\":\"TB-4711\"");
    assertThat(client.postJson(path, "{\"caseNumber\":\"\"}").json().get("field").asText()).isEqualTo("caseNumber");
    assertThat(client.get("/api/v1/complaints/" + id).json().get("submittedAt").asText())
        .isEqualTo("2026-11-21T08:00:00.000Z");
  }

  @Test
  void a_case_number_is_never_cut() {
    int id = prepared("case-2", "" + sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.problem(
        client.postJson(path, "{\"caseNumber\":\"" + "9".repeat(101) + "\"}"),
        400,
        "field-invalid",
        "A field has the wrong form: caseNumber",
        "caseNumber must be a text of at most 100 characters. Nothing was changed.",
        ",\"field\":\"caseNumber\"");
    assertThat(client.get("/api/v1/complaints/" + id).text()).contains("\"state\":\"prepared\"");
    Client.Reply whole = Checks.ok(client.postJson(path, "{\"caseNumber\":\"" + "9".repeat(100) + "\"}"));
    assertThat(whole.json().get("caseNumber").asText()).isEqualTo("9".repeat(100));
  }

  @Test
  void a_wrong_case_number_is_corrected_on_request_and_kept_as_an_earlier_one() {
    int id = prepared("case-3", "" + sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.ok(client.postJson(path, "{\"caseNumber\":\"TB-1\",\"correct\":false}"));
    assertThat(client.postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":false}").status()).isEqualTo(409);
    JsonNode before = client.get("/api/v1/complaints/" + id).json();
    assertThat(before.get("earlierCaseNumbers")).isEmpty();

    String at = shotdeed.server.platform.Times.text(server.now());
    for (int i = 0; i < 2; i++) { // the second time nothing is left to correct
      Client.Reply reply = Checks.ok(client.postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":true}"));
      assertThat(reply.text()).contains("\"state\":\"submitted\"", "\"caseNumber\":\"TB-2\"");
    }
    JsonNode after = client.get("/api/v1/complaints/" + id).json();
    assertThat(after.get("earlierCaseNumbers").toString())
        .isEqualTo(
            "[{\"caseNumber\":\"TB-1\",\"replacedAt\":\"" + at + "\",\"replacedBy\":\"Willow's person\"}]");
  }

  @Test
  void a_decided_complaint_keeps_its_case_number() {
    int id = prepared("case-4", "" + sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.ok(client.postJson(path, "{\"caseNumber\":\"TB-1\"}"));
    server.server().features().database().write(handle ->
        handle.execute("update complaint set state = 'dismissed' where id = ?", id));
    Client.Reply reply = client.postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":true}");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("wrong-state");
    assertThat(client.get("/api/v1/complaints/" + id).text()).contains("\"caseNumber\":\"TB-1\"");
  }

  @Test
  void without_the_statement_of_ownership_nothing_is_prepared() {
    int sighting = sighting("7");
    String request = Reports.complaint("own-1", "" + sighting);
    for (String other : new String[] {request.replace("true", "false"), request.replace("ownershipStated", "owned")}) {
      Client.Reply reply = Reports.complain(client, other);
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    }
    Checks.problem(
        Reports.complain(client, request.replace("true", "false")),
        400,
        "ownership-not-stated",
        "Please state that the photographs are yours",
        "A complaint is prepared only when you state that you own these photographs and did not license them to this"
            + " shop.",
        "");
    assertThat(client.get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  @Test
  void the_same_request_sent_twice_is_one_complaint() {
    String request = Reports.complaint("twice-1", "" + sighting("7"));
    Client.Reply first = Checks.ok(Reports.complain(client, request));
    assertThat(Reports.complain(client, request).text()).isEqualTo(first.text());
    Checks.problem(
        Reports.complain(client, Reports.complaint("twice-1", "" + sighting("7"))),
        409,
        "client-key-reused",
        "This key already belongs to another request",
        "Nothing was changed. Send a new request with a new key.",
        ",\"complaint\":" + first.json().get("id"));
  }

  @Test
  void a_second_complaint_about_a_sighting_is_sent_to_the_first() {
    int sighting = sighting("7");
    int first = prepared("first-1", "" + sighting);
    Checks.problem(
        Reports.complain(client, Reports.complaint("second-1", sighting("7") + "," + sighting)),
        409,
        "already-complained",
        "This sighting is already part of complaint " + first,
        "Nothing was prepared a second time. Open complaint " + first + " instead.",
        ",\"complaint\":" + first + ",\"sighting\":" + sighting);
  }

  @Test
  void two_people_preparing_one_complaint_at_once_get_one() throws Exception {
    int sighting = sighting("7");
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      Map<String, Future<Client.Reply>> replies = new LinkedHashMap<>();
      for (int i = 0; i < 4; i++) {
        String key = "race-" + i;
        replies.put(key, people.submit(() -> Reports.complain(client, Reports.complaint(key, "" + sighting))));
      }
      int prepared = 0;
      for (Future<Client.Reply> reply : replies.values()) {
        assertThat(reply.get().status()).isIn(200, 409);
        prepared += reply.get().status() == 200 ? 1 : 0;
      }
      assertThat(prepared).isEqualTo(1);
    } finally {
      people.shutdown();
    }
  }

  @Test
  void one_complaint_is_about_one_shop() {
    int first = sighting("7");
    int other = sighting("8");
    Checks.problem(
        Reports.complain(client, Reports.complaint("shops-1", first + "," + other)),
        400,
        "several-shops",
        "The sightings are of several shops",
        "One complaint is about one shop. Nothing was prepared.",
        ",\"sighting\":" + other);
    prepared("shops-2", first + "," + sighting("7"));
  }

  @Test
  void a_request_of_the_wrong_shape_names_the_field() {
    String good = Reports.complaint("shape-1", "1");
    invalid(good.replace("[1]", "[]"), "sightings", "a list of 1 to 300");
    invalid(good.replace("[1]", "[1,1]"), "sightings", "numbers of sightings, each once");
    invalid(good.replace("[1]", "[null]"), "sightings", "numbers of sightings, each once");
    invalid(good.replace("[1]", "[\"1\"]"), "sightings[0]", "a whole number");
    invalid(good.replace("shape-1", ""), "clientKey", "a UUID");
    invalid(good.replace("2026-11-21T08:00:05.000Z", "now"), "preparedAt", "a time such as 2026-11-21T20:10:45.123Z");
    invalid(
        Reports.complaint("shape-2", "" + sighting("7")).replace("\"the browser did not grant it\"", "null"),
        "noScreenshot",
        "a text that is not empty");
    Checks.notFound(Reports.complain(client, Reports.complaint("shape-3", "99999999")));
  }

  private static void invalid(String complaint, String field, String expected) {
    Checks.problem(
        Reports.complain(client, complaint),
        400,
        "field-invalid",
        "A field has the wrong form: " + field,
        field + " must be " + expected + ". Nothing was changed.",
        ",\"field\":\"" + field + "\"");
  }

  @Test
  void a_screenshot_must_be_a_png_or_jpeg_of_bounded_size() {
    int sighting = sighting("7");
    byte[] large = Arrays.copyOf(SCREENSHOT, (8 << 20) + 1);
    for (byte[] bad : new byte[][] {"<svg/>".getBytes(), new byte[0], large, Photos.emptyPng(1, 65_536)}) {
      Checks.problem(
          withScreenshot("shot-1", sighting, bad),
          422,
          "screenshot-invalid",
          "The screenshot cannot be used",
          "It must be a PNG or JPEG of at most 8 MiB. Nothing was prepared.",
          ",\"field\":\"screenshot\"");
    }
    Checks.ok(withScreenshot("shot-1", sighting, SCREENSHOT));
  }

  private static Client.Reply withScreenshot(String key, int sighting, byte[] screenshot) {
    return client.postParts(
        "/api/v1/complaints",
        new Client.Parts()
            .field("complaint", Reports.complaint(key, "" + sighting))
            .file("screenshot", "s.png", screenshot));
  }

  @Test
  void the_evidence_is_sealed_complete_and_the_same_each_time() throws Exception {
    next++;
    int first = Reports.sighting(client, "e-1", "" + next, "70", COPY);
    int second = Reports.sighting(client, "e-2", "" + next, "70", MIRRORED);
    Client.Reply reply = Checks.ok(client.postParts(
        "/api/v1/complaints",
        new Client.Parts()
            .field("complaint", Reports.complaint("evidence-1", first + "," + second))
            .file("screenshot", "s.png", SCREENSHOT)));
    int id = reply.json().get("id").asInt();
    Client.Reply zip = Checks.ok(client.get("/api/v1/complaints/" + id + "/evidence.zip"));
    assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
    assertThat(zip.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"shotdeed-complaint-" + id + ".zip\"");
    Map<String, byte[]> parts = Zips.parts(zip.bytes());
    assertThat(parts.keySet())
        .containsExactly(
            "manifest.json",
            "sighting-" + first + "/picture.jpg",
            "sighting-" + second + "/picture.jpg",
            "certificate-" + coat + ".json",
            "screenshot.png");
    assertThat(parts.get("sighting-" + first + "/picture.jpg")).isEqualTo(COPY);
    assertThat(parts.get("sighting-" + second + "/picture.jpg")).isEqualTo(MIRRORED);
    assertThat(parts.get("screenshot.png")).isEqualTo(SCREENSHOT);

    JsonNode manifest = TestServer.json(parts.get("manifest.json"));
    assertThat(Secrets.sha256(parts.get("manifest.json")))
        .isEqualTo(client.get("/api/v1/complaints/" + id).json().get("manifestSha256").asText());
    for (JsonNode part : manifest.get("parts")) {
      byte[] content = parts.get(part.get("path").asText());
      assertThat(part.get("sha256").asText()).isEqualTo(Secrets.sha256(content));
      assertThat(part.get("bytes").asInt()).isEqualTo(content.length);
    }
    assertThat(manifest.get("parts")).hasSize(parts.size() - 1);
    assertThat(manifest.get("complaint").get("screenshot").get("value").asText()).isEqualTo("screenshot part");
    assertThat(manifest.get("complaint").get("noScreenshot").get("value").isNull()).isTrue();
    JsonNode seen = manifest.get("sightings").get(1);
    assertThat(seen.get("verdict").toString())
        .isEqualTo("{\"value\":\"copy\",\"source\":\"verified by the server\"}");
    assertThat(seen.get("form").get("value").asText()).isEqualTo("flipy");
    assertThat(seen.get("pageUrl").toString())
        .isEqualTo(
            "{\"value\":\"https://item.taobao.com/item.htm?id=" + next
                + "\",\"source\":\"stated by the seller's browser\"}");
    JsonNode opinion = seen.get("secondOpinion");
    assertThat(opinion.get("source").asText()).isEqualTo("verified by the server");
    assertThat(opinion.get("value").get(0).get("algorithm").asText())
        .isEqualTo("JImageHash 1.0.0 PerceptiveHash(64)");
    assertThat(opinion.get("value").get(0).get("bits").asInt()).isEqualTo(64);
    assertThat(opinion.get("value").get(1).get("normalisedHammingDistance").asDouble()).isLessThan(0.12);
    assertThat(manifest.get("complaint").get("ownership").get("source").asText()).isEqualTo("stated by the seller");

    JsonNode certificate = TestServer.json(parts.get("certificate-" + coat + ".json"));
    assertThat(certificate.get("originalSha256").get("value").asText()).isEqualTo(Secrets.sha256(COAT));
    String all = new String(zip.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(all).doesNotContain("forecast", "Willow's person");
    assertThat(parts.values()).noneMatch(content -> Arrays.equals(content, COAT));

    // Later life of the certificate does not change what was sealed.
    server.pass(java.time.Duration.ofMinutes(3));
    assertThat(client.get("/api/v1/complaints/" + id + "/evidence.zip").bytes()).isEqualTo(zip.bytes());
  }

  @Test
  void evidence_without_a_screenshot_says_none_and_why_in_a_field_of_its_own() throws Exception {
    int id = prepared("no-shot-1", "" + sighting("70"));
    Client.Reply zip = Checks.ok(client.get("/api/v1/complaints/" + id + "/evidence.zip"));
    JsonNode complaint = TestServer.json(Zips.parts(zip.bytes()).get("manifest.json")).get("complaint");
    assertThat(complaint.get("screenshot").toString())
        .isEqualTo("{\"value\":\"none\",\"source\":\"stated by the seller's browser\"}");
    assertThat(complaint.get("noScreenshot").toString())
        .isEqualTo("{\"value\":\"the browser did not grant it\",\"source\":\"stated by the seller's browser\"}");
  }

  @Test
  void evidence_with_a_part_missing_or_damaged_is_an_error_and_no_broken_zip() throws Exception {
    byte[] screenshot = Photos.asPng(Photos.recompressed(Photos.photo("shoe"), 0.3, 0.5f));
    int id = Checks.ok(withScreenshot("gone-1", sighting("79"), screenshot)).json().get("id").asInt();
    String path = "/api/v1/complaints/" + id + "/evidence.zip";
    java.nio.file.Path stored =
        new FileStore(server.data().resolve("files"), server.data().resolve("tmp")).path(Secrets.sha256(screenshot));
    Checks.ok(client.get(path));
    java.nio.file.Files.write(stored, new byte[] {1});
    internal(client.get(path));
    java.nio.file.Files.delete(stored);
    internal(client.get(path));
  }

  private static void internal(Client.Reply reply) {
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("Content-Disposition")).isNull();
    assertThat(reply.json().get("code").asText()).isEqualTo("internal");
  }

  @Test
  void a_forecast_says_what_an_upheld_complaint_would_cost_as_far_as_this_server_knows() {
    JsonNode answer = Checks.ok(client.get("/api/v1/sightings/" + sighting("71") + "/forecast")).json();
    assertThat(answer.get("market").asText()).isEqualTo("taobao");
    assertThat(answer.get("note").isNull()).isTrue();
    assertThat(answer.get("knownUpheld").asInt()).isZero();
    JsonNode forecast = answer.get("forecast");
    assertThat(forecast.get("policy")).isEqualTo(answer.get("policy"));
    assertThat(forecast.get("next").toString())
        .isEqualTo("{\"date\":\"2026-11-21\",\"ledger\":\"A\",\"points\":0,\"rule\":\"P1\",\"mergedWith\":null}");
    // What others complained of is not known: no upper end.
    assertThat(forecast.get("cumulative").get("A").toString()).isEqualTo("{\"min\":0,\"max\":null}");
  }

  @Test
  void upheld_complaints_against_the_same_shop_are_counted() {
    for (int i = 0; i < 2; i++) {
      int id = prepared("upheld-" + i, "" + sighting("72"));
      Checks.ok(client.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"N" + i + "\"}"));
      int days = 20 - 10 * i;
      server.server().features().database().write(handle ->
          handle.execute(
              "update complaint set state = 'upheld', submitted_at = ? where id = ?",
              shotdeed.server.platform.Times.text(server.now().minus(java.time.Duration.ofDays(days))),
              id));
    }
    JsonNode answer = client.get("/api/v1/sightings/" + sighting("72") + "/forecast").json();
    assertThat(answer.get("knownUpheld").asInt()).isEqualTo(2);
    assertThat(answer.get("forecast").get("next").get("rule").asText()).isEqualTo("P3");
    assertThat(answer.get("forecast").get("next").get("points").asInt()).isEqualTo(6);
    assertThat(client.get("/api/v1/sightings/" + sighting("73") + "/forecast").json().get("knownUpheld").asInt())
        .isZero();
  }

  @Test
  void elsewhere_there_are_no_published_points() {
    String report = Reports.report("other-1", "2026-11-21T07:00:00Z", "other", "200", "7", "Coat");
    int sighting = Checks.ok(Reports.send(client, report, COPY)).json().get("sighting").asInt();
    assertThat(client.get("/api/v1/sightings/" + sighting + "/forecast").text())
        .isEqualTo(
            "{\"policy\":null,\"market\":\"other\",\"note\":\"no-published-points\",\"knownUpheld\":0,"
                + "\"forecast\":null}");
    int id = prepared("other-c", "" + sighting);
    assertThat(client.get("/api/v1/complaints/" + id).json().get("forecast").isNull()).isTrue();
  }

  @Test
  void sellers_do_not_see_each_others_complaints() {
    int sighting = sighting("7");
    int id = prepared("cross-1", "" + sighting);
    Client stranger = server.newSeller("Stranger");
    Checks.notFound(stranger.get("/api/v1/complaints/" + id));
    Checks.notFound(stranger.get("/api/v1/complaints/" + id + "/evidence.zip"));
    Checks.notFound(stranger.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"1\"}"));
    Checks.notFound(Reports.complain(stranger, Reports.complaint("cross-1", "" + sighting("7"))));
    assertThat(stranger.get("/api/v1/complaints").json().get("total").asInt()).isZero();
  }

  private static int prepared(String key, String sightings) {
    return Checks.ok(Reports.complain(client, Reports.complaint(key, sightings))).json().get("id").asInt();
  }
}
