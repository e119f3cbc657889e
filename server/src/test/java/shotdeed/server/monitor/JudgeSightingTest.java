package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

class JudgeSightingTest {
  private static final byte[] COAT = Photos.photo("coat");

  private static TestServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    server.monitored(client, COAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_picture_that_is_no_copy_is_one_on_no_page() {
    byte[] picture = Photos.recompressed(COAT, 0.75, 0.6f);
    int id = Reports.sighting(client, "a-1", "1", "7", picture);
    assertThat(judge("POST", id)).isEqualTo("not-a-copy");
    assertThat(judge("POST", id)).as("said twice").isEqualTo("not-a-copy");
    assertThat(verdict("a-2", "1", picture)).isEqualTo("none 0");
    assertThat(verdict("a-3", "2", picture)).as("on another listing").isEqualTo("none 0");
    assertThat(verdict("a-4", "2", Photos.mirrored(COAT))).as("another picture").startsWith("copy ");
  }

  @Test
  void taken_back_it_is_a_copy_again() {
    byte[] picture = Photos.recompressed(COAT, 0.7, 0.6f);
    int id = Reports.sighting(client, "b-1", "3", "7", picture);
    judge("POST", id);
    assertThat(judge("DELETE", id)).isEqualTo("new");
    assertThat(verdict("b-2", "3", picture)).isEqualTo("copy " + id);
    assertThat(Checks.ok(client.get("/api/v1/sightings?state=not-a-copy")).text()).doesNotContain("\"id\":" + id + ",");
  }

  @Test
  void what_is_said_of_a_picture_holds_for_all_listings_that_showed_it_before() {
    byte[] picture = Photos.recompressed(COAT, 0.65, 0.6f);
    int here = Reports.sighting(client, "g-1", "10", "7", picture);
    int there = Reports.sighting(client, "g-2", "11", "8", picture);
    int another = Reports.sighting(client, "g-3", "12", "8", Photos.recompressed(COAT, 0.6, 0.6f));
    judge("POST", there);
    assertThat(state(here)).isEqualTo("not-a-copy");
    assertThat(state(another)).as("another picture").isEqualTo("new");
    judge("DELETE", here);
    assertThat(state(there)).isEqualTo("new");
  }

  private static String state(int id) {
    return Checks.ok(client.get("/api/v1/sightings/" + id)).json().get("state").asText();
  }

  @Test
  void even_the_same_file_is_none_once_a_person_said_so() {
    byte[] other = Photos.photo("dress");
    server.monitored(client, other);
    int id = Reports.sighting(client, "c-1", "4", "7", other);
    judge("POST", id);
    assertThat(verdict("c-2", "5", other)).isEqualTo("none 0");
  }

  @Test
  void a_strip_is_no_copy_as_a_whole() {
    List<byte[]> slices = Photos.slices(COAT, 400, 130, 270);
    int id = Checks.ok(Reports.send(client, Reports.strip("d-1", "6", 3), slices)).json().get("sighting").asInt();
    assertThat(id).isPositive();
    judge("POST", id);
    assertThat(Checks.ok(Reports.send(client, Reports.strip("d-2", "7", 3), slices)).json().get("sighting").asInt()).isZero();
  }

  @Test
  void another_seller_neither_judges_nor_is_judged_for() {
    Client other = server.newSeller("Elm");
    server.monitored(other, COAT);
    byte[] picture = Photos.recompressed(COAT, 0.8, 0.6f);
    int id = Reports.sighting(client, "e-1", "8", "7", picture);
    Checks.notFound(other.post("/api/v1/sightings/" + id + "/not-a-copy"));
    judge("POST", id);
    assertThat(Reports.sighting(other, "e-2", "8", "7", picture)).isPositive();
  }

  @Test
  void a_picture_that_is_no_copy_of_one_photograph_is_still_one_of_another_on_the_same_day() {
    Client own = server.newSeller("Birch");
    byte[] dress = Photos.photo("dress");
    byte[] shoe = Photos.photo("shoe");
    server.monitored(own, dress);
    server.monitored(own, shoe);
    byte[] both = Photos.collage(400, 20, dress, shoe);
    int first = Reports.sighting(own, "f-1", "9", "7", both);
    Checks.ok(own.post("/api/v1/sightings/" + first + "/not-a-copy"));
    var second = Checks.ok(Reports.send(own, Reports.report("f-2", "9", "7"), both)).json();
    assertThat(second.get("verdict").asText()).isEqualTo("copy");
    assertThat(second.get("state").asText()).isEqualTo("new");
    assertThat(second.get("sighting").asInt()).isNotEqualTo(first);
    assertThat(second.at("/certificate/id").asInt())
        .isNotEqualTo(Checks.ok(own.get("/api/v1/sightings/" + first)).json().at("/match/certificate").asInt());
  }

  private static String judge(String method, int id) {
    return Checks.ok(client.method(method, "/api/v1/sightings/" + id + "/not-a-copy")).json().get("state").asText();
  }

  private static String verdict(String key, String listing, byte[] picture) {
    var answer = Checks.ok(Reports.send(client, Reports.report(key, listing, "7"), picture)).json();
    return answer.get("verdict").asText() + " " + answer.get("sighting");
  }
}
