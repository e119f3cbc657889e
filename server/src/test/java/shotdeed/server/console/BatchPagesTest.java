package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.ManyListings;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;

/** A shop's listings in the console: ticked, prepared in one go, and taken back. */
class BatchPagesTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final String SHOP = "/batch?shop=number+alibaba+7";

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

  private int seen(String key, String listing) {
    return Reports.sighting(browser, key, listing, "7", COPY);
  }

  private void sql(String sql) {
    server.server().features().database().write(handle -> handle.execute(sql));
  }

  private void settle() {
    try {
      server.server().features().cases().batches().prepare().settle();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void from_the_inbox_a_shops_listings_become_complaints_and_are_withdrawn_again() {
    int first = seen("1", "111");
    ManyListings.repeat(server, List.of(first), "2", 2);
    String inbox = person.page("/triage");
    assertThat(inbox).contains("href=\"" + SHOP + "\"");
    String shop = person.page(SHOP);
    assertThat(shop)
        .contains(
            "listings: 3, complaints: 3.",
            "The form takes listings a complaint: 1.",
            "kexiaomei 187768",
            "I own these photographs",
            "There will be no screenshot",
            "Listings with copies: 3")
        .contains("name=\"listing\" value=\"1\" checked", "name=\"listing\" value=\"3\" checked");
    String asked = person.submit(shop, "/batch", "owned", "yes", "listing", "1", "listing", "3").text();
    assertThat(asked).contains("Complaints about many listings 1");
    settle();
    String done = person.page("/batch/1");
    assertThat(done).contains("Complaints prepared: 2", "Nothing was sent.", "Withdraw what is only prepared: 2");
    assertThat(person.page("/complaints/1")).contains("Prepared in the console, where the page was not open.");
    assertThat(person.page(SHOP)).contains("Listings with copies: 1", "Not open any more: 2", "href=\"/complaints/2\"");
    assertThat(person.submit(done, "/batch/1/undo").text())
        .contains("Withdrawn complaints: 2. Their copies are open again.", "Withdrawn, as far as nothing was submitted");
    assertThat(person.page(SHOP)).contains("Listings with copies: 3").doesNotContain("Not open any more");
    assertThat(person.page("/complaints/1")).contains("You took it back.");
    assertThat(person.post("/batch/1/undo", "csrf", person.csrf()).status()).isEqualTo(303);
  }

  @Test
  void a_notice_that_waits_for_the_mail_server_is_not_withdrawn_and_nothing_withdrawn_waits_for_the_main_account() {
    int first = seen("1", "111");
    ManyListings.repeat(server, List.of(first), "2", 1);
    person.submit(person.page(SHOP), "/batch", "owned", "yes", "listing", "1", "listing", "2");
    settle();
    sql("insert into mail (message_id, kind, account_id, recipient, made_at, ends_at, tries) values ('<m@x>', 'complaint', 1,"
        + " 'vero@ebay.example', '2026-11-21T08:00:00.000Z', '2026-11-23T08:00:00.000Z', 0)");
    sql("insert into complaint_mail (message_id, complaint_id, part, form, language, recipient, reply_to, subject, body, files,"
        + " sent, account_id, queued_at) values ('<m@x>', 1, 1, 'ebay', 'en', 'vero@ebay.example', '', '', '', '[]', '[]', 1,"
        + " '2026-11-21T08:00:00.000Z')");
    sql("insert into complaint_hand_over (complaint_id, seller_id, account_id, note, handed_at)"
        + " values (2, 1, 1, '', '2026-11-21T08:00:00.000Z')");
    assertThat(person.submit(person.page("/batch/1"), "/batch/1/undo").text()).contains("Withdrawn complaints: 1.");
    assertThat(person.page("/complaints/1")).doesNotContain("You took it back.");
    assertThat(person.page("/complaints/2")).contains("You took it back.");
    assertThat(person.page("/complaints?waiting=lodge")).doesNotContain("/complaints/2");
  }

  @Test
  void what_cannot_be_complained_about_is_shown_with_its_reason_and_not_ticked() {
    seen("1", "111");
    Reports.sighting(browser, "2", "222", "7", Photos.recompressed(COAT, 0.6, 0.5f));
    person.submit(person.page("/triage/2"), "/triage/2", "decision", "not-a-copy");
    sql("update certificate set state = 'contested' where id = 1");
    assertThat(person.page(SHOP))
        .contains("The certificate is in dispute: no complaint with it until that is decided.", "Not a copy.")
        .doesNotContain("name=\"listing\"", "Prepare the complaints");
  }

  @Test
  void nothing_ticked_not_stated_or_damaged_changes_nothing() {
    seen("1", "111");
    String shop = person.page(SHOP);
    assertThat(person.submit(shop, "/batch", "owned", "yes").text()).contains("Nothing was ticked");
    assertThat(person.submit(shop, "/batch", "listing", "1").text()).contains("id=\"problem\"", "Listings with copies: 1");
    for (String tick : List.of("x", "1,", "-1", "1;2", "999999999999", "1,2,x")) {
      Client.Reply reply = person.submit(shop, "/batch", "owned", "yes", "listing", tick);
      assertThat(reply.status()).as(tick).isEqualTo(400);
      assertThat(reply.text()).contains("Too many copies are ticked, or the form is damaged");
    }
    assertThat(person.get("/batch").status()).isEqualTo(404);
    assertThat(person.get("/batch?shop=" + "x".repeat(1000)).status()).isEqualTo(404);
    assertThat(person.get("/batch?shop=number+alibaba+8").status()).isEqualTo(404);
    assertThat(person.get("/complaints").text()).doesNotContain("/complaints/1");
  }

  @Test
  void a_hostile_shop_name_is_text_and_stays_in_its_place() {
    String name = "<script>alert(1)</script>\\u202e&\\\"' 店铺";
    String report = Reports.report("h-1", "111", "").replace("\"shopName\":\"Shop \"", "\"shopName\":\"" + name + "\"");
    Checks.ok(Reports.send(browser, report, COPY));
    String key = server.server().features().database().read(handle ->
        handle.createQuery("select shop_key from finding").mapTo(String.class).one());
    String page = person.page("/batch?shop=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    assertThat(page).doesNotContain("<script>alert", "\u202e").contains("&lt;script&gt;");
    person.post("/batch", "csrf", person.csrf(), "shop", key, "key", "k-1", "owned", "yes", "listing", "1");
    settle();
    assertThat(person.page("/batch/1")).contains("Complaints prepared: 1").doesNotContain("<script>alert");
  }

  @Test
  void anothers_shop_and_batch_are_nothing() {
    seen("1", "111");
    String shop = person.page(SHOP);
    person.submit(shop, "/batch", "owned", "yes", "listing", "1");
    settle();
    Person rowan = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rowan", EnumSet.of(Role.OWNER), server.now()));
    assertThat(rowan.get(SHOP).status()).isEqualTo(404);
    assertThat(rowan.get("/batch/1").status()).isEqualTo(404);
    assertThat(rowan.post("/batch/1/undo", "csrf", rowan.csrf()).status()).isEqualTo(404);
    assertThat(rowan.post("/batch", "csrf", rowan.csrf(), "shop", "number alibaba 7", "key", "r-1", "owned", "yes", "listing", "1")
        .status()).isEqualTo(404);
    Person reviewer = Person.signedIn(
        server, TestAccounts.session(server.server().features(), "Rex", EnumSet.of(Role.REVIEWER), server.now()));
    assertThat(reviewer.get(SHOP).status()).isEqualTo(403);
    assertThat(person.post("/batch", "shop", "number alibaba 7", "owned", "yes", "listing", "1").status()).isEqualTo(403);
  }

  @Test
  void it_is_said_in_each_language() {
    seen("1", "111");
    assertThat(person.speaking("zh-CN").page(SHOP)).contains("商品 1 个，投诉 1 件。", "该平台每件投诉可填商品：1 个。");
    assertThat(person.speaking("zh-TW").page(SHOP)).contains("商品 1 件，投訴 1 件。", "該平台每件投訴可填商品：1 件。");
  }
}
