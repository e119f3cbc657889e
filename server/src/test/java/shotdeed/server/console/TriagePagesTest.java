package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** The inbox: one finding at a time, decided, taken back, and seen again. */
class TriagePagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COMPRESSED = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final byte[] COMPRESSED_MORE = Photos.recompressed(COAT, 0.7, 0.5f);

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

  private int seen(String key, String day, String listing, String shop, byte[] picture) {
    String report = Reports.report(key, "2026-11-" + day + "T07:59:30.000Z", "taobao", listing, shop, "Coat");
    return Checks.ok(Reports.send(browser, report, picture)).json().get("sighting").asInt();
  }

  private String state(int sighting) {
    return Checks.ok(browser.get("/api/v1/sightings/" + sighting)).json().get("state").asText();
  }

  private Client.Reply decide(String page, int finding, String decision, String... fields) {
    String[] all = new String[fields.length + 2];
    all[0] = "decision";
    all[1] = decision;
    System.arraycopy(fields, 0, all, 2, fields.length);
    return person.submit(page, "/triage/" + finding, all);
  }

  @Test
  void a_copy_seen_on_three_days_and_compressed_anew_is_one_finding_with_a_history() {
    seen("1", "18", "111", "7", COMPRESSED);
    seen("2", "19", "111", "7", COMPRESSED);
    seen("3", "20", "111", "7", COMPRESSED_MORE);
    String inbox = person.page("/triage");
    assertThat(inbox).contains("Waiting: 1, in this shop: 1", "Times seen: 3", "2026-11-18", "2026-11-20");
    assertThat(person.page("/sightings")).contains("Total: 1");
  }

  @Test
  void what_is_decided_about_a_finding_holds_when_it_is_seen_again() {
    seen("1", "18", "111", "7", COMPRESSED);
    assertThat(decide(person.page("/triage"), 1, "copy").text())
        .contains("Finding 1: a copy. A complaint can be prepared.", "Nothing waits for a decision.");
    int again = seen("2", "19", "111", "7", COMPRESSED_MORE);
    assertThat(state(again)).isEqualTo("confirmed");
    assertThat(person.page("/triage")).contains("Nothing waits for a decision.");
    assertThat(person.page("/sightings/" + again)).contains("Prepare a complaint");
  }

  @Test
  void the_inbox_goes_shop_by_shop_and_comes_to_an_end() {
    seen("1", "18", "111", "7", COMPRESSED);
    seen("2", "18", "222", "8", COMPRESSED);
    seen("3", "18", "333", "7", COMPRESSED);
    String first = person.page("/triage");
    assertThat(first).contains("Finding 1 ·", "Shop 7", "Waiting: 3, in this shop: 2");
    String second = decide(first, 1, "copy").text();
    assertThat(second).contains("Finding 3 ·", "Waiting: 2, in this shop: 1");
    String third = decide(second, 3, "copy").text();
    assertThat(third).contains("Finding 2 ·", "Shop 8");
    assertThat(decide(third, 2, "not-a-copy", "reason", "another coat").text()).contains("Nothing waits for a decision.");
    assertThat(person.page("/triage/2")).contains("This finding is decided: Not a copy.", "another coat");
  }

  @Test
  void each_decision_is_taken_back_in_turn_the_last_first() {
    seen("1", "18", "111", "7", COMPRESSED);
    seen("2", "18", "222", "8", COMPRESSED);
    decide(person.page("/triage/1"), 1, "copy");
    String after = decide(person.page("/triage/2"), 2, "own").text();
    assertThat(state(1) + " " + state(2)).isEqualTo("confirmed own");
    String undone = person.submit(after, "/decisions/2/undo").text();
    assertThat(undone).contains("Undone. Findings put back: 1", "Finding 2 ·");
    assertThat(person.page("/monitor")).doesNotContain("Shop 8");
    person.submit(undone, "/decisions/1/undo");
    assertThat(state(1) + " " + state(2)).isEqualTo("new new");
    assertThat(person.page("/triage")).doesNotContain("/undo");
  }

  @Test
  void an_own_shop_taken_back_frees_what_was_seen_there_since_too() {
    seen("1", "18", "111", "7", COMPRESSED);
    String after = decide(person.page("/triage"), 1, "own").text();
    int since = seen("2", "18", "222", "7", COMPRESSED);
    assertThat(state(since)).isEqualTo("own");
    assertThat(person.submit(after, "/decisions/1/undo").text()).contains("Findings put back: 2");
    assertThat(state(1) + " " + state(since)).isEqualTo("new new");
  }

  @Test
  void what_is_put_off_comes_back_on_the_sellers_next_day() {
    seen("1", "18", "111", "7", COMPRESSED);
    assertThat(decide(person.page("/triage"), 1, "later").text())
        .contains("Nothing waits for a decision.", "put off until tomorrow: 1");
    server.pass(Duration.ofHours(7)); // 16:00 in Shanghai becomes 23:00
    assertThat(person.page("/triage")).contains("Nothing waits for a decision.");
    server.pass(Duration.ofHours(2));
    assertThat(person.page("/triage")).contains("Finding 1 ·");
  }

  @Test
  void who_decides_second_is_told_what_the_first_decided_and_changes_nothing() {
    seen("1", "18", "111", "7", COMPRESSED);
    Person colleague = colleague();
    String seenByBoth = colleague.page("/triage");
    decide(person.page("/triage"), 1, "copy");
    Client.Reply second = colleague.submit(seenByBoth, "/triage/1", "decision", "not-a-copy");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text())
        .contains("Somebody decided about it meanwhile", "Your decision was not taken", "Confirmed copy", "Copy · <bdi>");
    assertThat(state(1)).isEqualTo("confirmed");
    assertThat(colleague.submit(seenByBoth, "/triage/1", "decision", "copy").status())
        .as("who says the same is done").isEqualTo(200);
  }

  private Person colleague() {
    String session = TestAccounts.session(
        server.server().features(), "Mei", EnumSet.of(Role.MEMBER), server.now());
    server.server().features().database().write(handle -> handle.execute(
        "update account set seller_id = 1 where id = (select max(id) from account)"));
    return Person.signedIn(server, session).speaking("en");
  }

  @Test
  void a_licence_excuses_the_photographs_it_is_for_until_its_last_day() {
    server.monitored(browser, Photos.photo("shirt"));
    seen("1", "18", "111", "7", COMPRESSED);
    int shirt = seen("2", "18", "111", "7", Photos.recompressed(Photos.photo("shirt"), 0.75, 0.6f));
    String after =
        decide(person.page("/triage/1"), 1, "licensed", "photographs", "one", "until", "2026-11-22").text();
    assertThat(after).contains("Finding 1: licensed.");
    assertThat(state(1) + " " + state(shirt)).isEqualTo("licensed new");
    assertThat(person.page("/licences")).contains("Shop 7", "until 2026-11-22", "This licence ends on 2026-11-22.");
    assertThat(person.page("/")).contains("Licences of shops that end soon or have just ended: 1");
    int elsewhere = seen("3", "21", "222", "7", COMPRESSED);
    assertThat(state(elsewhere)).isEqualTo("licensed");

    server.pass(Duration.ofDays(2));
    int later = seen("4", "23", "111", "7", COMPRESSED);
    assertThat(state(later)).as("the licence ran out, and the copy still stands there").isEqualTo("new");
    assertThat(state(elsewhere)).as("nobody has looked there since").isEqualTo("licensed");
    assertThat(person.page("/licences")).contains("This licence ran out on 2026-11-22.");
  }

  @Test
  void a_licence_ended_by_its_seller_makes_new_what_it_excused() {
    seen("1", "18", "111", "7", COMPRESSED);
    decide(person.page("/triage"), 1, "licensed", "photographs", "all");
    assertThat(state(1)).isEqualTo("licensed");
    assertThat(person.submit(person.page("/licences"), "/licences/1/end").text())
        .contains("The licence has ended. Copies found that count again: 1");
    assertThat(state(1)).isEqualTo("new");
    assertThat(person.submit(person.page("/licences"), "/licences", "market", "taobao", "shopId", "7", "numbers", "1").text())
        .contains("Licence 2 is given.");
    assertThat(state(1)).isEqualTo("licensed");
  }

  @Test
  void many_licences_stand_on_pages_and_of_many_certificates_the_first_are_named() {
    server.server().features().database().write(handle -> {
      handle.execute("insert into licence (seller_id, shop_group, shop_id, name, whole, until_day, note, account_id,"
          + " stated_at) with recursive n (i) as (select 1 union all select i + 1 from n where i < 120)"
          + " select 1, 'alibaba', 's' || i, 'Shop no. ' || i, case when i = 1 then 0 else 1 end, '2027-01-01', '', 1,"
          + " '2026-11-20T08:00:00.000Z' from n");
      handle.execute("insert into certificate (id, seller_id, account_id, title, state, grade, basis, sha256, bytes,"
          + " media_type, width, height, created_at) with recursive n (i) as (select 101 union all select i + 1 from n"
          + " where i < 125) select i, 1, 1, 'a', 'monitored', 'certified-before-publication', 'own', 'sha-' || i, 1000,"
          + " 'image/jpeg', 2000, 2000, '2026-11-01T08:00:00.000Z' from n");
      return handle.execute("insert into licence_certificate select 1, id from certificate where id > 100");
    });
    String first = person.page("/licences");
    assertThat(first).contains("Shop no. 50<", "/certificates/120\"", "and others: 5", "Page 1 of 3")
        .doesNotContain("Shop no. 51<", "/certificates/121\"");
    assertThat(person.page("/licences?page=3")).contains("Shop no. 120<").doesNotContain("Shop no. 100<");
    assertThat(person.page("/licences?page=99")).contains("Shop no. 120<");
  }

  @Test
  void a_licence_that_cannot_be_is_refused_with_what_was_typed_kept() {
    String page = person.page("/licences");
    Client.Reply past = person.submit(page, "/licences", "market", "taobao", "shopId", "7", "until", "2026-11-20");
    assertThat(past.status()).isEqualTo(400);
    assertThat(past.text()).contains("The last day is not right", "value=\"7\"", "value=\"2026-11-20\"");
    Client.Reply anothers = person.submit(page, "/licences", "market", "taobao", "shopId", "7", "numbers", "99");
    assertThat(anothers.text()).contains("The numbers of certificates are not right", "value=\"99\"");
    Client.Reply nobody = person.submit(page, "/licences", "market", "taobao", "shopId", "");
    assertThat(nobody.text()).contains("The shop number is not right");
    assertThat(person.page("/licences")).contains("No shop has a licence yet.");
  }

  @Test
  void what_is_part_of_a_complaint_is_not_decided_here() {
    int found = seen("1", "18", "111", "7", COMPRESSED);
    String page = person.page("/triage");
    Checks.ok(Reports.complain(browser, Reports.complaint("c-1", "" + found)));
    Client.Reply late = decide(page, 1, "not-a-copy");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("Somebody decided about it meanwhile", "In a complaint", "/complaints/1");
    int again = seen("2", "19", "111", "7", COMPRESSED);
    assertThat(state(again)).as("the same copy on the next day").isEqualTo("complained");
    assertThat(person.page("/sightings/" + again)).contains("/complaints/1");
  }

  @Test
  void a_decision_that_nobody_knows_is_refused_and_changes_nothing() {
    seen("1", "18", "111", "7", COMPRESSED);
    Client.Reply reply = decide(person.page("/triage"), 1, "burn");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("The decision is not right");
    assertThat(state(1)).isEqualTo("new");
  }

  @Test
  void of_a_photograph_that_somebody_else_claims_the_inbox_says_that_no_complaint_can_be_prepared() {
    seen("1", "18", "111", "7", COMPRESSED);
    assertThat(person.page("/triage")).doesNotContain("No complaint can be prepared with it.");
    server.server().features().database().write(handle -> handle.execute(
        "update certificate set state = 'contested', contested_from = 'monitored' where id = 1"));
    assertThat(person.page("/triage")).contains("Certificate 1 now: In dispute. No complaint can be prepared with it.");
  }

  @Test
  void two_pictures_of_one_photograph_on_a_page_are_two_findings_and_a_word_about_one_says_nothing_of_the_other() {
    int main = seen("1", "18", "111", "7", COMPRESSED);
    String detail = Reports.report("2", "2026-11-18T08:00:00.000Z", "taobao", "111", "7", "Coat")
        .replace("\"main\"", "\"detail\"");
    int other = Checks.ok(Reports.send(browser, detail, COMPRESSED_MORE)).json().get("sighting").asInt();
    assertThat(person.page("/triage")).contains("Waiting: 2");
    decide(person.page("/triage/1"), 1, "not-a-copy");
    assertThat(state(main) + " " + state(other)).isEqualTo("not-a-copy new");
    seen("3", "19", "111", "7", COMPRESSED_MORE);
    assertThat(person.page("/triage")).contains("Finding 2 ·", "Times seen: 2");
  }

  @Test
  void a_sighting_that_is_told_late_does_not_excuse_a_copy_seen_after_the_licence_ran_out() {
    person.submit(
        person.page("/licences"), "/licences", "market", "taobao", "shopId", "7", "until", "2026-11-21");
    server.pass(Duration.ofDays(3));
    int after = seen("1", "23", "111", "7", COMPRESSED);
    assertThat(state(after)).isEqualTo("new");
    int late = seen("2", "20", "111", "7", COMPRESSED);
    assertThat(state(after) + " " + state(late)).isEqualTo("new new");
  }

  @Test
  void a_page_that_did_not_name_its_shop_at_first_is_put_to_the_shop_that_it_names_later() {
    seen("1", "18", "111", "", COMPRESSED);
    assertThat(person.page("/triage")).contains("The page did not say which shop it is");
    seen("2", "19", "111", "7", COMPRESSED);
    String page = person.page("/triage");
    assertThat(page).contains("Finding 1 ·", "Shop 7", "Times seen: 2");
    decide(page, 1, "own");
    assertThat(state(1)).isEqualTo("own");
    person.submit(person.page("/monitor"), "/own-shops/1/remove");
    assertThat(state(1)).isEqualTo("new");
  }

  @Test
  void taken_back_in_a_shop_that_is_ones_own_by_now_it_is_ones_own() {
    seen("1", "18", "111", "7", COMPRESSED);
    seen("2", "18", "222", "7", COMPRESSED_MORE);
    String after = decide(person.page("/triage/1"), 1, "not-a-copy").text();
    decide(person.page("/triage/2"), 2, "own");
    assertThat(person.submit(after, "/decisions/1/undo").status()).isEqualTo(200);
    assertThat(state(1) + " " + state(2)).isEqualTo("own own");
  }

  @Test
  void of_two_people_who_licence_on_different_terms_the_second_is_told() {
    seen("1", "18", "111", "7", COMPRESSED);
    Person colleague = colleague();
    String seenByBoth = colleague.page("/triage");
    decide(person.page("/triage"), 1, "licensed", "photographs", "one", "until", "2026-11-30");
    Client.Reply second =
        colleague.submit(seenByBoth, "/triage/1", "decision", "licensed", "photographs", "all", "until", "");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("Somebody decided about it meanwhile", "Licensed");
    assertThat(person.page("/licences")).contains("until 2026-11-30").doesNotContain("until you end it");
  }

  @Test
  void what_became_a_complaint_hides_no_earlier_decision_from_being_taken_back() {
    seen("1", "18", "111", "7", COMPRESSED);
    int complained = seen("2", "18", "222", "8", COMPRESSED_MORE);
    decide(person.page("/triage/1"), 1, "copy");
    decide(person.page("/triage/2"), 2, "copy");
    Checks.ok(Reports.complain(browser, Reports.complaint("c-1", "" + complained)));
    assertThat(person.page("/triage")).contains("/decisions/1/undo").doesNotContain("/decisions/2/undo");
  }

  @Test
  void a_licence_for_a_whole_site_covers_its_shops_however_the_site_was_typed() {
    person.submit(
        person.page("/licences"), "/licences", "market", "other", "site", "https://Item.Taobao.com/shop?x=1");
    String report = Reports.report("1", "2026-11-20T07:59:30.000Z", "other", "111", "7", "Coat");
    assertThat(Checks.ok(Reports.send(browser, report, COMPRESSED)).json().get("state").asText()).isEqualTo("licensed");
    assertThat(person.submit(person.page("/licences"), "/licences", "market", "other", "site", "not a site").text())
        .contains("The website is not right");
  }

  @Test
  void who_belongs_to_no_team_sees_neither_inbox_nor_licences_nor_reports() {
    Person reviewer = Person.signedIn(server, TestAccounts.session(
        server.server().features(), "Judge", EnumSet.of(Role.REVIEWER), server.now()));
    assertThat(reviewer.get("/triage").status()).isEqualTo(403);
    assertThat(reviewer.get("/licences").status()).isEqualTo(403);
    assertThat(reviewer.get("/reports").status()).isEqualTo(403);
    assertThat(reviewer.get("/sightings").status()).isEqualTo(403);
  }
}
