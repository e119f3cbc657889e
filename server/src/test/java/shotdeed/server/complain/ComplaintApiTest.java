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

class ComplaintApiTest {
  private static CoatCase desk;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void a_complaint_is_prepared_and_not_yet_submitted() {
    int sighting = desk.sighting("7");
    Client.Reply reply = Checks.ok(Reports.complain(desk.client(), Reports.complaint("c-1", "" + sighting)));
    int id = reply.json().get("id").asInt();
    assertThat(reply.text())
        .isEqualTo(
            "{\"id\":" + id + ",\"clientKey\":\"c-1\",\"state\":\"prepared\",\"market\":\"taobao\","
                + "\"shopName\":\"Shop 7\","
                + "\"preparedAt\":\"2026-11-21T08:00:00.000Z\",\"caseNumber\":null,\"sightings\":[" + sighting
                + "],\"consoleUrl\":\"" + desk.server().server().origin() + "/complaints/" + id + "\"}");
    assertThat(desk.client().get("/api/v1/sightings/" + sighting).text())
        .contains("\"state\":\"complained\"", "\"complaint\":" + id);
    assertThat(desk.client().get("/api/v1/complaints").json().get("complaints").get(0)).isEqualTo(reply.json());
    JsonNode details = desk.client().get("/api/v1/complaints/" + id).json();
    assertThat(details.get("complaint")).isEqualTo(reply.json());
    assertThat(details.get("ownershipStatement").asText())
        .isEqualTo("I own these photographs and did not license them to this shop.");
    assertThat(details.get("noScreenshot").asText()).isEqualTo("the browser did not grant it");
    assertThat(details.get("forecast").get("policy").get("id").asText()).isNotEmpty();
    assertThat(details.get("forecast").get("next").get("points").asInt()).isZero();
  }

  @Test
  void the_case_number_makes_it_submitted_once() {
    int id = desk.prepared("case-1", "" + desk.sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Client.Reply reply = Checks.ok(desk.client().postJson(path, "{\"caseNumber\":\" TB-4711 \"}"));
    assertThat(reply.text()).contains("\"state\":\"submitted\"", "\"caseNumber\":\"TB-4711\"");
    assertThat(desk.client().postJson(path, "{\"caseNumber\":\"TB-4711\"}").text()).isEqualTo(reply.text());
    Checks.problem(
        desk.client().postJson(path, "{\"caseNumber\":\"TB-9\"}"),
        409,
        "case-number-differs",
        "The complaint already has the case number TB-4711",
        "It was kept, as Willow's person recorded it. To replace a wrong number, correct it; a complaint in parts has one"
            + " for each.",
        ",\"caseNumber\":\"TB-4711\"");
    assertThat(desk.client().postJson(path, "{\"caseNumber\":\"\"}").json().get("field").asText()).isEqualTo("caseNumber");
    assertThat(desk.client().get("/api/v1/complaints/" + id).json().get("submittedAt").asText())
        .isEqualTo("2026-11-21T08:00:00.000Z");
  }

  @Test
  void a_case_number_is_never_cut() {
    int id = desk.prepared("case-2", "" + desk.sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.problem(
        desk.client().postJson(path, "{\"caseNumber\":\"" + "9".repeat(101) + "\"}"),
        400,
        "field-invalid",
        "A field has the wrong form: caseNumber",
        "caseNumber must be a text of at most 100 characters. Nothing was changed.",
        ",\"field\":\"caseNumber\"");
    assertThat(desk.client().get("/api/v1/complaints/" + id).text()).contains("\"state\":\"prepared\"");
    Client.Reply whole = Checks.ok(desk.client().postJson(path, "{\"caseNumber\":\"" + "9".repeat(100) + "\"}"));
    assertThat(whole.json().get("caseNumber").asText()).isEqualTo("9".repeat(100));
  }

  @Test
  void a_wrong_case_number_is_corrected_on_request_and_kept_as_an_earlier_one() {
    int id = desk.prepared("case-3", "" + desk.sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.ok(desk.client().postJson(path, "{\"caseNumber\":\"TB-1\",\"correct\":false}"));
    assertThat(desk.client().postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":false}").status()).isEqualTo(409);
    JsonNode before = desk.client().get("/api/v1/complaints/" + id).json();
    assertThat(before.get("earlierCaseNumbers")).isEmpty();

    String at = shotdeed.server.platform.Times.text(desk.server().now());
    for (int i = 0; i < 2; i++) { // the second time nothing is left to correct
      Client.Reply reply = Checks.ok(desk.client().postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":true}"));
      assertThat(reply.text()).contains("\"state\":\"submitted\"", "\"caseNumber\":\"TB-2\"");
    }
    JsonNode after = desk.client().get("/api/v1/complaints/" + id).json();
    assertThat(after.get("earlierCaseNumbers").toString())
        .isEqualTo(
            "[{\"caseNumber\":\"TB-1\",\"replacedAt\":\"" + at + "\",\"replacedBy\":\"Willow's person\"}]");
  }

  @Test
  void a_decided_complaint_keeps_its_case_number() {
    int id = desk.prepared("case-4", "" + desk.sighting("7"));
    String path = "/api/v1/complaints/" + id + "/submitted";
    Checks.ok(desk.client().postJson(path, "{\"caseNumber\":\"TB-1\"}"));
    desk.server().server().features().database().write(handle ->
        handle.execute("update complaint set state = 'dismissed' where id = ?", id));
    Client.Reply reply = desk.client().postJson(path, "{\"caseNumber\":\"TB-2\",\"correct\":true}");
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo("wrong-state");
    assertThat(desk.client().get("/api/v1/complaints/" + id).text()).contains("\"caseNumber\":\"TB-1\"");
  }

  @Test
  void without_the_statement_of_ownership_nothing_is_prepared() {
    int sighting = desk.sighting("7");
    String request = Reports.complaint("own-1", "" + sighting);
    for (String other : new String[] {request.replace("true", "false"), request.replace("ownershipStated", "owned")}) {
      Client.Reply reply = Reports.complain(desk.client(), other);
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    }
    Checks.problem(
        Reports.complain(desk.client(), request.replace("true", "false")),
        400,
        "ownership-not-stated",
        "Please state that the photographs are yours",
        "A complaint is prepared only when you state that you own these photographs and did not license them to this"
            + " shop.",
        "");
    assertThat(desk.client().get("/api/v1/sightings/" + sighting).text()).contains("\"state\":\"new\"");
  }

  @Test
  void the_same_request_sent_twice_is_one_complaint() {
    String request = Reports.complaint("twice-1", "" + desk.sighting("7"));
    Client.Reply first = Checks.ok(Reports.complain(desk.client(), request));
    assertThat(Reports.complain(desk.client(), request).text()).isEqualTo(first.text());
    Checks.problem(
        Reports.complain(desk.client(), Reports.complaint("twice-1", "" + desk.sighting("7"))),
        409,
        "client-key-reused",
        "This key already belongs to another request",
        "Nothing was changed. Send a new request with a new key.",
        ",\"complaint\":" + first.json().get("id"));
  }

  @Test
  void a_second_complaint_about_a_sighting_is_sent_to_the_first() {
    int sighting = desk.sighting("7");
    int first = desk.prepared("first-1", "" + sighting);
    Checks.problem(
        Reports.complain(desk.client(), Reports.complaint("second-1", desk.sighting("7") + "," + sighting)),
        409,
        "already-complained",
        "This sighting is already part of complaint " + first,
        "Nothing was prepared a second time. Open complaint " + first + " instead.",
        ",\"complaint\":" + first + ",\"sighting\":" + sighting);
  }

  @Test
  void two_people_preparing_one_complaint_at_once_get_one() throws Exception {
    int sighting = desk.sighting("7");
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      Map<String, Future<Client.Reply>> replies = new LinkedHashMap<>();
      for (int i = 0; i < 4; i++) {
        String key = "race-" + i;
        replies.put(key, people.submit(() -> Reports.complain(desk.client(), Reports.complaint(key, "" + sighting))));
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
    int first = desk.sighting("7");
    int other = desk.sighting("8");
    Checks.problem(
        Reports.complain(desk.client(), Reports.complaint("shops-1", first + "," + other)),
        400,
        "several-shops",
        "The sightings are of several shops",
        "One complaint is about one shop. Nothing was prepared.",
        ",\"sighting\":" + other);
    desk.prepared("shops-2", first + "," + desk.sighting("7"));
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
        Reports.complaint("shape-2", "" + desk.sighting("7")).replace("\"the browser did not grant it\"", "null"),
        "noScreenshot",
        "a text that is not empty");
    Checks.notFound(Reports.complain(desk.client(), Reports.complaint("shape-3", "99999999")));
  }

  private static void invalid(String complaint, String field, String expected) {
    Checks.problem(
        Reports.complain(desk.client(), complaint),
        400,
        "field-invalid",
        "A field has the wrong form: " + field,
        field + " must be " + expected + ". Nothing was changed.",
        ",\"field\":\"" + field + "\"");
  }

  @Test
  void a_screenshot_must_be_a_png_or_jpeg_of_bounded_size() {
    int sighting = desk.sighting("7");
    byte[] large = Arrays.copyOf(CoatCase.SCREENSHOT, (8 << 20) + 1);
    for (byte[] bad : new byte[][] {"<svg/>".getBytes(), new byte[0], large, Photos.emptyPng(1, 65_536)}) {
      Checks.problem(
          desk.withScreenshot("shot-1", sighting, bad),
          422,
          "screenshot-invalid",
          "The screenshot cannot be used",
          "It must be a PNG or JPEG of at most 8 MiB. Nothing was prepared.",
          ",\"field\":\"screenshot\"");
    }
    Checks.ok(desk.withScreenshot("shot-1", sighting, CoatCase.SCREENSHOT));
  }

  @Test
  void sellers_do_not_see_each_others_complaints() {
    int sighting = desk.sighting("7");
    int id = desk.prepared("cross-1", "" + sighting);
    Client stranger = desk.server().newSeller("Stranger");
    Checks.notFound(stranger.get("/api/v1/complaints/" + id));
    Checks.notFound(stranger.get("/api/v1/complaints/" + id + "/evidence.zip"));
    Checks.notFound(stranger.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"1\"}"));
    Checks.notFound(Reports.complain(stranger, Reports.complaint("cross-1", "" + desk.sighting("7"))));
    assertThat(stranger.get("/api/v1/complaints").json().get("total").asInt()).isZero();
  }
}
