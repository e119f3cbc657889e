package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;

/** A complaint is about copies; about what is related or was judged no copy only with a reason. */
class OnlyCopiesTest {
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
  void what_is_related_or_nothing_has_no_number_that_a_complaint_could_name() throws Exception {
    Client seller = desk.server().newSeller("Hanger");
    desk.server().monitored(seller, picture("photo.jpg"));
    JsonNode related = Checks.ok(Reports.send(seller, Reports.report("r", "1", "7"), picture("photo-3.jpg"))).json();
    JsonNode none = Checks.ok(Reports.send(seller, Reports.report("n", "1", "7"), Photos.photo("shoe"))).json();
    assertThat(related.get("verdict").asText()).isEqualTo("related");
    assertThat(none.get("verdict").asText()).isEqualTo("none");
    for (JsonNode answer : List.of(related, none)) {
      String key = "c-" + answer.get("verdict").asText();
      Checks.notFound(Reports.complain(seller, Reports.complaint(key, "" + answer.get("sighting"))));
    }
    assertThat(seller.get("/api/v1/complaints").json().get("complaints")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"none, not-a-copy", "related, reason-needed"})
  void even_one_that_is_kept_is_refused_and_so_is_the_copy_beside_it(String verdict, String code) {
    int copy = desk.sighting("7");
    int other = desk.sighting("7");
    desk.server().server().features().database().write(handle ->
        handle.execute("update sighting set verdict = ? where id = ?", verdict, other));
    refused("kept-" + verdict, copy + "," + other, other, code);
    assertThat(desk.client().get("/api/v1/sightings/" + copy).json().get("state").asText()).isEqualTo("new");
  }

  @Test
  void a_picture_that_a_person_called_no_copy_is_refused_until_it_is_taken_back() {
    int sighting = desk.sighting("7");
    Checks.ok(desk.client().post("/api/v1/sightings/" + sighting + "/not-a-copy"));
    refused("judged", "" + sighting, sighting, "reason-needed");
    Checks.ok(desk.client().method("DELETE", "/api/v1/sightings/" + sighting + "/not-a-copy"));
    desk.prepared("judged", "" + sighting);
  }

  private static void refused(String key, String sightings, int named, String code) {
    int before = desk.client().get("/api/v1/complaints").json().get("complaints").size();
    Client.Reply reply = Reports.complain(desk.client(), Reports.complaint(key, sightings));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().get("code").asText()).isEqualTo(code);
    assertThat(reply.json().get("sighting").asInt()).isEqualTo(named);
    assertThat(desk.client().get("/api/v1/complaints").json().get("complaints")).hasSize(before);
  }

  private static byte[] picture(String name) throws IOException {
    try (InputStream in = OnlyCopiesTest.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }
}
