package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;

class OutcomePagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private static final String[] TYPED = {
    "kind", "outcome", "result", "dismissed", "reason", "edited",
    "happenedOn", "2026-11-21", "note", "they say it was edited <b>"
  };

  private TestServer server;
  private Client device;
  private Person owner;

  @BeforeEach
  void start() {
    server = TestServer.start();
    device = server.newSeller("Willow");
    server.monitored(device, COAT);
    owner = signedIn();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person signedIn() {
    return Person.signedIn(
            server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()))
        .speaking("en");
  }

  private int prepared(String listing, String title) {
    String report = Reports.report("k-" + listing, "2026-11-21T07:59:30.000Z", "taobao", listing, "7", title);
    int sighting = Checks.ok(Reports.send(device, report, COPY)).json().get("sighting").asInt();
    return Checks.ok(Reports.complain(device, Reports.complaint("c-" + listing, "" + sighting))).json().get("id").asInt();
  }

  private int submitted(String listing) {
    int id = prepared(listing, "Wool coat");
    Checks.ok(device.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"TB-" + id + "\"}"));
    return id;
  }

  private Client.Reply record(Person who, int id, String... fields) {
    return send(who, who.page("/complaints/" + id + "/outcome"), id, fields);
  }

  /** Sends one of the page's forms, with the revision that the page showed. */
  private static Client.Reply send(Person who, String page, int id, String... fields) {
    Client.Reply reply = post(who, page, "/complaints/" + id + "/steps", fields);
    return reply.status() == 303 ? who.get("/complaints/" + id + "/outcome") : reply;
  }

  private static Client.Reply post(Person who, String page, String address, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("csrf", who.csrf(), "revision", page.replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1")));
    return who.post(address, all.toArray(new String[0]));
  }

  private Client.Reply upheld(int id) {
    return record(
        owner, id, "kind", "outcome", "result", "upheld", "points", "2", "ledger", "A", "happenedOn", "2026-11-21");
  }

  @Test
  void the_page_of_a_complaint_leads_on_once_it_is_submitted() {
    int id = prepared("1", "Wool coat");
    assertThat(owner.page("/complaints/" + id)).doesNotContain("What became of it");
    assertThat(owner.page("/complaints/" + id + "/outcome"))
        .contains("Steps can be recorded once the marketplace's case number is recorded.");
    Checks.ok(device.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"TB-1\"}"));
    assertThat(owner.page("/complaints/" + id))
        .contains("What became of it", "No outcome is recorded yet.", "Decision of the marketplace", "by 2026-11-27");
  }

  @Test
  void what_was_submitted_days_ago_is_recorded_with_its_day() {
    int id = prepared("1", "Wool coat");
    server.pass(Duration.ofDays(2));
    owner = signedIn();
    for (String path : List.of("/complaints/" + id, "/complaints/" + id + "/form")) {
      String page = owner.page(path);
      assertThat(page).contains("type=\"date\" min=\"2026-11-21\" max=\"2026-11-23\" value=\"2026-11-23\"");
      Client.Reply early = owner.submit(page, path + "/submitted", "caseNumber", "TB-1", "submittedOn", "2026-11-20");
      assertThat(early.status()).isEqualTo(422);
      assertThat(early.text())
          .contains("This day is before the complaint was prepared", "value=\"TB-1\"", "value=\"2026-11-20\"");
    }
    String page = owner.page("/complaints/" + id + "/form");
    owner.submit(
        page, "/complaints/" + id + "/form/submitted", "caseNumber", "TB-1", "confirmation", "", "submittedOn", "2026-11-22");
    assertThat(owner.page("/complaints/" + id)).containsSubsequence("Submitted on 2026-11-22", "Submitted on 2026-11-22");
    assertThat(owner.page("/complaints/" + id + "/outcome")).contains("Submitted · 2026-11-22");
  }

  @Test
  void an_outcome_is_recorded_shown_and_taken_back() {
    int id = submitted("1");
    assertThat(upheld(id).text()).contains("<strong>Upheld</strong>", "points: 2", "Take back: Outcome");
    assertThat(owner.page("/complaints/" + id)).contains("state upheld");
    String undone = owner.submit(
        owner.page("/complaints/" + id + "/outcome"), "/complaints/" + id + "/steps/undo").text();
    assertThat(undone).contains("No outcome is recorded yet.", "taken back", "state submitted");
  }

  @Test
  void who_comes_second_sees_what_stands_and_keeps_what_was_typed() {
    int id = submitted("1");
    Person other = signedIn();
    String seen = other.page("/complaints/" + id + "/outcome");
    upheld(id);
    Client.Reply reply = send(other, seen, id, TYPED);
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text())
        .contains("Somebody recorded something in the meantime", "<strong>Upheld</strong>")
        .contains("Not recorded, but kept: Outcome", "they say it was edited &lt;b&gt;</textarea>")
        .contains("value=\"edited\" selected", "value=\"dismissed\" required checked");
    assertThat(other.page("/complaints/" + id + "/outcome")).as("thrown away").doesNotContain("they say it was edited");
    Client.Reply again = send(other, reply.text(), id, TYPED);
    assertThat(again.text()).contains("they say it was edited &lt;b&gt;</textarea>", "<strong>Upheld</strong>");
  }

  @Test
  void who_comes_second_may_take_back_the_first_and_send_what_was_typed() {
    int id = submitted("1");
    Person other = signedIn();
    String seen = other.page("/complaints/" + id + "/outcome");
    upheld(id);
    String kept = send(other, seen, id, TYPED).text();
    Client.Reply undone = post(other, kept, "/complaints/" + id + "/steps/undo", TYPED);
    assertThat(undone.text())
        .contains("No outcome is recorded yet.", "they say it was edited &lt;b&gt;</textarea>")
        .contains("value=\"edited\" selected", "value=\"dismissed\" required checked")
        .doesNotContain("Not recorded, but kept: Outcome");
    assertThat(send(other, undone.text(), id, TYPED).text()).contains("<strong>Dismissed</strong>");
  }

  @Test
  void a_wrong_day_is_said_and_the_rest_stays_typed() {
    int id = submitted("1");
    Client.Reply reply = record(
        owner, id, "kind", "outcome", "result", "upheld", "points", "6", "happenedOn", "2026-11-30", "note", "kept");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).contains("This day has not come yet", "value=\"6\"", "kept</textarea>");
    Client.Reply points = record(
        owner, id, "kind", "outcome", "result", "upheld", "points", "many", "happenedOn", "2026-11-21");
    assertThat(points.text()).contains("Check the points");
  }

  @Test
  void a_dismissed_complaint_says_what_to_add_and_where_that_was_read() {
    int id = submitted("1");
    String page = record(
        owner, id, "kind", "outcome", "result", "dismissed", "reason", "series-missing", "happenedOn", "2026-11-21").text();
    assertThat(page).contains("Add two or more pictures of the same series.", "kexiaomei.com/article/187768.htm",
        "How many are allowed is not known.");
  }

  @Test
  void a_counter_notice_says_what_to_do_and_by_when() {
    int id = submitted("1");
    String page = record(owner, id, "kind", "counter-notice", "happenedOn", "2026-11-21").text();
    assertThat(page).contains("complain to an authority or sue in court", "by 2026-12-06", "E-commerce Law of the PRC, art. 43");
    String done = owner.submit(page, "/complaints/" + id + "/done").text();
    assertThat(done).doesNotContain("by 2026-12-06");
  }

  @Test
  void what_is_due_stands_in_a_list_and_on_the_overview() {
    assertThat(owner.page("/complaints/due")).contains("Nothing is due.");
    int id = submitted("1");
    assertThat(owner.page("/complaints/due")).contains("Days: 2. By tomorrow or past: 1", "/complaints/" + id + "/outcome");
    assertThat(owner.page("/")).contains("Days due on complaints: 1");
    server.pass(Duration.ofDays(9));
    assertThat(signedIn().page("/complaints/due")).contains("By tomorrow or past: 2", ">past</span>");
  }

  @Test
  void a_listing_is_opened_looked_at_and_recorded_by_hand() {
    int id = submitted("1");
    upheld(id);
    assertThat(owner.page("/rechecks")).contains("No listing is to be looked at now.");
    server.pass(Duration.ofDays(4));
    owner = signedIn();
    String page = owner.page("/rechecks");
    assertThat(page).contains("href=\"https://item.taobao.com/item.htm?id=1\"", "rel=\"noreferrer noopener\"");
    assertThat(owner.page("/")).contains("Listings to look at again: 1");
    assertThat(owner.submit(page, "/rechecks/1", "result", "listing-gone").text())
        .contains("Recorded for complaint " + id, "No listing is to be looked at now.");
    assertThat(owner.submit(page, "/rechecks/1", "result", "still-there").text())
        .contains("Somebody recorded this look already");
    Checks.ok(Reports.send(
        device,
        Reports.report("again", "2026-11-25T07:59:30.000Z", "taobao", "1", "7", "Wool coat"),
        Photos.recompressed(COAT, 0.75, 0.6f)));
    assertThat(owner.page("/triage")).doesNotContain("It was gone after complaint");
    server.pass(Duration.ofHours(1));
    Checks.ok(Reports.send(
        device,
        Reports.report("later", "2026-11-25T08:30:00.000Z", "taobao", "1", "7", "Wool coat"),
        Photos.recompressed(COAT, 0.75, 0.6f)));
    int finding = server.server().features().database().read(handle ->
        handle.createQuery("select finding_id from came_back").mapTo(int.class).one());
    assertThat(owner.page("/triage/" + finding)).contains("Came back", "It was gone after complaint " + id);
    assertThat(owner.page("/shops")).contains("Came back: 1");
    assertThat(owner.page("/shops/1")).contains(">Came back</span>");
  }

  @Test
  void a_shop_shows_all_that_is_known_of_it_and_hostile_titles_are_text() {
    assertThat(owner.page("/shops")).contains("No copies were found yet");
    int id = submitted("1");
    upheld(id);
    prepared("2", "=HYPERLINK(1) <script>");
    assertThat(owner.page("/shops")).contains("Shops: 1", "Copies: 2, of these open: 0. Complaints: 2, of these upheld: 1");
    assertThat(owner.page("/shops?only=returned")).contains("No shop fits.");
    assertThat(owner.page("/shops?only=complained&words=SHOP+7")).contains("/shops/1");
    assertThat(owner.page("/shops?words=%25")).contains("No shop fits.");
    String shop = owner.page("/shops/1");
    assertThat(shop).contains("Your complaints of 2026 that were upheld: 1", "2026 Kind of points A: 2", "&lt;script&gt;");
    Client.Reply csv = owner.get("/shops/1/findings.csv");
    assertThat(csv.text()).startsWith("\ufefffinding,listing,title").contains("'=HYPERLINK(1) <script>").hasLineCount(3);
    assertThat(owner.get("/shops/99").status()).isEqualTo(404);
    assertThat(owner.get("/shops?key=number+alibaba+7").header("Location")).endsWith("/shops/1");
  }

  @Test
  void statistics_count_each_event_in_its_month_and_the_days_between() {
    assertThat(owner.page("/complaints/statistics")).contains("No complaint was prepared yet.");
    int first = submitted("1");
    upheld(first);
    int second = submitted("2");
    server.pass(Duration.ofDays(12));
    owner = signedIn();
    record(owner, second, "kind", "outcome", "result", "dismissed", "reason", "other", "happenedOn", "2026-12-02");
    prepared("3", "Wool coat");
    String page = owner.page("/complaints/statistics").replaceAll("\\s+", "");
    // Prepared, submitted, upheld, dismissed, withdrawn; 0 and 11 days have 6 in the middle, rounded up.
    assertThat(page).contains("<td>3</td><td>2</td><td>1</td><td>1</td><td>0</td><td>6</td>");
    assertThat(page).contains("2026-12</th><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td><td>11</td>");
    assertThat(page).contains("2026-11</th><td>2</td><td>2</td><td>1</td><td>0</td><td>0</td><td>0</td>");
    assertThat(owner.page("/complaints/statistics?market=taobao")).contains("By month: Taobao");
    assertThat(owner.page("/complaints/statistics?market=mars")).contains("By month</h2>");
  }

  @Test
  void mail_about_what_is_due_is_turned_off_and_on() {
    String page = owner.page("/complaints/due");
    String off = owner.submit(page, "/complaints/due-mail").text();
    assertThat(off).contains("You get no more mail about what is due", "Send me this mail");
    assertThat(owner.submit(off, "/complaints/due-mail").text()).contains("Stop this mail");
  }
}
