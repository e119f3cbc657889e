package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Times;

/** What a seller's people know of a shop's points is kept with who and when, counts, and can be taken back. */
class KnownPointsTest {
  private static TestServer server;
  private static Client willow;
  private static Person person;
  private static byte[] copy;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
    byte[] coat = Photos.photo("coat");
    server.monitored(willow, coat);
    copy = Photos.recompressed(coat, 0.75, 0.6f);
    person = signedIn("Willow");
  }

  private static Person signedIn(String seller) {
    return Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), seller + "'s person", server.now()))
        .speaking("en");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int sighting(String listing, String shop) {
    return Reports.sighting(willow, "s-" + listing, listing, shop, copy);
  }

  private static String range(int sighting) {
    return Checks.ok(willow.get("/api/v1/sightings/" + sighting + "/forecast")).json().at("/forecast/cumulative/A")
        .toString();
  }

  private static void state(int sighting, String min, String max) {
    String address = "/sightings/" + sighting;
    Client.Reply reply = person.submit(
        person.page(address), address + "/known-points", "ledger", "A", "min", min, "max", max, "note", "their page says so");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  @Test
  void stated_points_narrow_the_range_and_bring_the_measures_that_follow() {
    int sighting = sighting("100", "70");
    assertThat(range(sighting)).isEqualTo("{\"min\":0,\"max\":null}");
    state(sighting, "10", "12");
    assertThat(range(sighting)).isEqualTo("{\"min\":10,\"max\":12}");
    assertThat(range(sighting("101", "70"))).as("it is the shop's, whatever the listing").isEqualTo("{\"min\":10,\"max\":12}");
    assertThat(range(sighting("102", "71"))).as("and of no other shop").isEqualTo("{\"min\":0,\"max\":null}");
    assertThat(person.page("/sightings/" + sighting))
        .contains("Stated for 2026, ledger A: 10 to 12 points", "Willow's person", "their page says so");
  }

  @Test
  void the_one_before_counts_again_when_the_last_is_taken_back() {
    int sighting = sighting("110", "80");
    state(sighting, "4", "4");
    state(sighting, "20", "");
    assertThat(range(sighting)).isEqualTo("{\"min\":20,\"max\":null}");
    String page = person.page("/sightings/" + sighting);
    String undo = page.replaceAll("(?s).*action=\"(/known-points/\\d+/undo)\".*", "$1");
    person.submit(page, undo);
    assertThat(range(sighting)).isEqualTo("{\"min\":4,\"max\":4}");
    person.submit(page, undo);
    assertThat(range(sighting)).as("taken back twice is once").isEqualTo("{\"min\":4,\"max\":4}");
  }

  @Test
  void stated_twice_by_a_click_repeated_it_stands_once() {
    int sighting = sighting("120", "90");
    state(sighting, "6", "6");
    state(sighting, "6", "6");
    assertThat(person.page("/sightings/" + sighting).split("Stated for 2026").length - 1).isEqualTo(1);
  }

  @Test
  void what_is_no_range_is_refused_and_nothing_is_kept() {
    int sighting = sighting("130", "91");
    for (String[] wrong : new String[][] {{"-1", ""}, {"x", ""}, {"9", "4"}, {"0", "1001"}, {"99999999999", ""}}) {
      Client.Reply reply = person.post("/sightings/" + sighting + "/known-points",
          "csrf", person.csrf(), "ledger", "A", "min", wrong[0], "max", wrong[1], "note", "");
      assertThat(reply.status()).isEqualTo(400);
    }
    Client.Reply ledger = person.post("/sightings/" + sighting + "/known-points",
        "csrf", person.csrf(), "ledger", "Z", "min", "1", "max", "", "note", "");
    assertThat(ledger.status()).isEqualTo(400);
    assertThat(range(sighting)).isEqualTo("{\"min\":0,\"max\":null}");
  }

  @Test
  void points_of_a_year_end_with_it() {
    int sighting = sighting("140", "92");
    state(sighting, "12", "12");
    assertThat(server.server().features().database().<Integer, RuntimeException>read(handle ->
        handle.createQuery("select year from shop_points order by id desc limit 1").mapTo(int.class).one())).isEqualTo(2026);
    server.server().features().database().write(handle ->
        handle.execute("update shop_points set year = 2025 where shop_key like '% 92'"));
    assertThat(range(sighting)).isEqualTo("{\"min\":0,\"max\":null}");
  }

  @Test
  void points_that_clear_by_themselves_count_until_then_whatever_the_calendar_says() {
    String report = Reports.report("ali-1", "2026-11-21T07:00:00Z", "other", "150", "93", "Coat")
        .replace("\"site\":\"item.taobao.com\"", "\"site\":\"www.aliexpress.com\"");
    int sighting = Checks.ok(Reports.send(willow, report, copy)).json().get("sighting").asInt();
    String address = "/sightings/" + sighting;
    Client.Reply reply = person.submit(
        person.page(address), address + "/known-points", "ledger", "S", "min", "1", "max", "1", "note", "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(strikes(sighting, "2026", server.now())).isEqualTo("{\"min\":1,\"max\":1}");
    assertThat(strikes(sighting, "2025", server.now().minus(Duration.ofDays(364)))).isEqualTo("{\"min\":1,\"max\":1}");
    assertThat(strikes(sighting, "2025", server.now().minus(Duration.ofDays(366)))).isEqualTo("{\"min\":0,\"max\":null}");
  }

  /** What is known of the ledger of strikes if they were stated at a time. */
  private static String strikes(int sighting, String year, Instant stated) {
    server.server().features().database().write(handle -> handle.execute(
        "update shop_points set year = ?, stated_at = ? where ledger = 'S'", year, Times.text(stated)));
    return Checks.ok(willow.get("/api/v1/sightings/" + sighting + "/forecast")).json().at("/forecast/cumulative/S")
        .toString();
  }

  @Test
  void the_page_says_what_comes_with_a_node_and_from_where_on_points_never_clear() {
    int sighting = sighting("160", "94");
    assertThat(person.page("/sightings/" + sighting))
        .contains("from 48 points on, never")
        .contains("A measure is lifted when its term has ended and a rule exam is passed. · confidence medium")
        .contains("Rule W1: Complaints of one holder on one right against one seller within 3 days are one");
    String address = "/sightings/" + sighting;
    person.submit(
        person.page(address), address + "/known-points", "ledger", "A", "min", "2", "max", "", "note", "");
    assertThat(person.page(address)).contains("With what is known of the shop, nothing further is expected");
  }

  @Test
  void another_seller_neither_states_nor_takes_back() {
    int sighting = sighting("150", "93");
    state(sighting, "3", "3");
    int id = server.server().features().database().read(handle ->
        handle.createQuery("select max(id) from shop_points").mapTo(int.class).one());
    server.newSeller("Maple");
    Person maple = signedIn("Maple");
    assertThat(maple.post("/known-points/" + id + "/undo", "csrf", maple.csrf()).status()).isEqualTo(404);
    assertThat(maple.post("/sightings/" + sighting + "/known-points",
        "csrf", maple.csrf(), "ledger", "A", "min", "1", "max", "", "note", "").status()).isEqualTo(404);
    assertThat(range(sighting)).isEqualTo("{\"min\":3,\"max\":3}");
  }
}
