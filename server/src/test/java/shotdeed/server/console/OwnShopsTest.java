package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** What is found in a seller's own shops is no theft. */
class OwnShopsTest {
  private static final byte[] COAT = Photos.photo("coat");

  private TestServer server;
  private Person person;
  private Client browser;

  @BeforeEach
  void start() {
    server = TestServer.start();
    person = Person.admin(server);
    browser = server.admin();
    server.monitored(browser, COAT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String state(int sighting) {
    return Checks.ok(browser.get("/api/v1/sightings/" + sighting)).json().get("state").asText();
  }

  @Test
  void what_was_found_and_will_be_found_in_an_own_shop_is_no_theft_until_that_is_taken_back() {
    int found = Reports.sighting(browser, "1", "111", "7", COAT);
    int elsewhere = Reports.sighting(browser, "2", "222", "8", COAT);
    assertThat(person.submit(person.page("/sightings/" + found), "/sightings/1/own-shop").text())
        .contains("Noted: the shop of copy found 1 is your own.", ">Own shop<", "No complaint can be prepared from this.");
    int later = Reports.sighting(browser, "3", "333", "7", COAT);
    assertThat(state(found) + " " + state(elsewhere) + " " + state(later)).isEqualTo("own new own");
    assertThat(person.page("/sightings?state=own")).contains("Total: 2");

    String library = person.page("/monitor");
    assertThat(library).contains("Your own shops", "Shop 7", "Taobao, Tmall").doesNotContain("Shop 8");
    assertThat(person.submit(library, "/own-shops/1/remove").text())
        .contains("that shop is not your own any more, and what was found in it counts again.");
    assertThat(state(found) + " " + state(elsewhere) + " " + state(later)).isEqualTo("new new new");
  }

  @Test
  void a_shop_of_taobao_is_the_same_on_tmall_and_another_on_another_site() {
    int found = Reports.sighting(browser, "1", "111", "7", COAT);
    person.submit(person.page("/sightings/" + found), "/sightings/1/own-shop");
    String tmall = Reports.report("2", "2026-11-21T07:59:30.000Z", "tmall", "222", "7", "Coat");
    String other = Reports.report("3", "2026-11-21T07:59:30.000Z", "other", "333", "7", "Coat");
    assertThat(Checks.ok(Reports.send(browser, tmall, COAT)).json().get("state").asText()).isEqualTo("own");
    assertThat(Checks.ok(Reports.send(browser, other, COAT)).json().get("state").asText()).isEqualTo("new");
  }

  @Test
  void a_shop_that_the_page_did_not_name_cannot_be_called_ones_own() {
    int found = Reports.sighting(browser, "1", "111", "", COAT);
    String page = person.page("/sightings/" + found);
    assertThat(page).doesNotContain("/own-shop");
    Client.Reply refused = person.post("/sightings/1/own-shop", "csrf", person.csrf());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("The page did not say which shop it is", "Nothing was changed.");
    assertThat(state(found)).isEqualTo("new");
  }

  @Test
  void what_was_called_no_copy_and_is_one_after_all_is_the_own_shops_again() {
    int found = Reports.sighting(browser, "1", "111", "7", COAT);
    person.submit(person.page("/sightings/1"), "/sightings/1/not-a-copy");
    int later = Reports.sighting(browser, "2", "222", "7", Photos.recompressed(COAT, 0.9, 0.8f));
    person.submit(person.page("/sightings/" + later), "/sightings/" + later + "/own-shop");
    assertThat(state(found)).isEqualTo("not-a-copy");
    person.submit(person.page("/sightings/1"), "/sightings/1/copy");
    assertThat(state(found)).isEqualTo("own");
  }

  @Test
  void nobody_sees_or_forgets_another_sellers_shops() {
    int found = Reports.sighting(browser, "1", "111", "7", COAT);
    person.submit(person.page("/sightings/" + found), "/sightings/1/own-shop");
    Person stranger = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()))
        .speaking("en");
    assertThat(stranger.page("/monitor")).contains("Your own shops").doesNotContain("Shop 7");
    assertThat(stranger.post("/own-shops/1/remove", "csrf", stranger.csrf()).status()).isEqualTo(404);
    assertThat(state(found)).isEqualTo("own");
  }
}
