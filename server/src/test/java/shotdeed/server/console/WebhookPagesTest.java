package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.webhook.Receiver;

/** The page of the webhooks, with a real receiver. */
class WebhookPagesTest {
  private Receiver receiver;
  private TestServer server;
  private Person owner;

  @BeforeEach
  void start() throws Exception {
    receiver = Receiver.start(Receiver.answering(500, 410, 200));
    server = TestServer.calling(PeopleSettings.USUAL, receiver.target());
    owner = Person.admin(server);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    receiver.close();
  }

  private String add() {
    return owner.submit(owner.page("/webhooks"), "/webhooks", "url", receiver.url(), "description", "ERP <b>").text();
  }

  private void deliver() throws InterruptedException {
    server.server().features().deliveries().webhooks().deliver();
  }

  @Test
  void the_secret_is_shown_once_and_the_page_says_that_it_is_stored() {
    String page = add();
    assertThat(page).containsPattern("value=\"whsec_[A-Za-z0-9+/]{43}=\"")
        .contains("It is shown this once.", "This server stores the secret readably");
    assertThat(owner.page("/webhooks"))
        .contains("Webhook 1", receiver.url(), "ERP &lt;b>")
        .doesNotContain("whsec_");
    String renewed = owner.submit(owner.page("/webhooks"), "/webhooks/1/renew").text();
    assertThat(renewed).containsPattern("value=\"whsec_").contains("For the next 24 hours each event is signed with both");
    assertThat(owner.page("/webhooks")).doesNotContain("whsec_");
  }

  @Test
  void a_test_event_that_fails_says_why_and_is_sent_again() throws Exception {
    add();
    assertThat(owner.submit(owner.page("/webhooks"), "/webhooks/1/test").text())
        .contains("A test event is on its way to webhook 1.");
    deliver();
    assertThat(receiver.next().text())
        .isEqualTo("{\"type\":\"test\",\"timestamp\":\"2026-11-21T08:00:00.000Z\",\"data\":{\"seller\":\"My shop\"}}");
    assertThat(owner.page("/webhooks"))
        .contains("Test event · Webhook 1", "waiting", "Your program answered 500.", "tries: 1", "next try");
    assertThat(owner.page("/")).doesNotContain("could not be delivered");
    assertThat(owner.submit(owner.page("/webhooks"), "/webhook-deliveries/1/again").text()).contains("on its way again");
    deliver();
    assertThat(owner.page("/webhooks")).contains("given up", "Your program answered 410: gone for good.");
    assertThat(owner.page("/")).contains("Events that could not be delivered to your webhooks in the last 7 days: 1");
    assertThat(owner.page("/audit")).contains("Event could not be delivered to a webhook", "gone for good");
    owner.submit(owner.page("/webhooks"), "/webhook-deliveries/1/again");
    deliver();
    assertThat(owner.page("/webhooks")).contains("delivered").doesNotContain("410");
    assertThat(owner.page("/")).doesNotContain("could not be delivered");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "https://user:pw@hooks.example.com/ | This address cannot be used",
    "https://0x7f.1/ | This address cannot be used",
    "http://hooks.example.com/ | The address must start with https://",
    "https://169.254.169.254/latest/meta-data | This address leads into a private network",
    "https://[::ffff:127.0.0.1]/ | This address leads into a private network",
    "https://hooks.example.com:25/ | This port is not allowed"
  })
  void an_address_that_is_not_allowed_is_refused_in_words_and_stays_to_be_corrected(String url, String words) {
    String page = owner.submit(owner.page("/webhooks"), "/webhooks", "url", url, "description", "ERP").text();
    assertThat(page).contains(words, "Nothing was changed.", "value=\"" + url + "\"", "value=\"ERP\"");
    add();
    String changed = owner.submit(owner.page("/webhooks"), "/webhooks/1", "url", url, "description", "x").text();
    assertThat(changed).contains(words, "value=\"" + url + "\"");
    assertThat(owner.page("/webhooks")).contains(receiver.url());
  }

  @Test
  void five_are_the_most() {
    for (int i = 0; i < 5; i++) {
      add();
    }
    assertThat(owner.page("/webhooks")).contains("You have 5 webhooks, the most there can be.");
    assertThat(owner.post("/webhooks", "csrf", owner.csrf(), "url", receiver.url()).text())
        .contains("There are 5 webhooks already");
    owner.submit(owner.page("/webhooks"), "/webhooks/3/remove");
    assertThat(owner.page("/webhooks")).contains("Add a webhook").doesNotContain("Webhook 3<");
  }

  @Test
  void one_that_is_off_is_not_tested() {
    add();
    assertThat(owner.submit(owner.page("/webhooks"), "/webhooks/1", "url", receiver.url(), "description", "").text())
        .contains("Saved: webhook 1.");
    assertThat(owner.submit(owner.page("/webhooks"), "/webhooks/1/test").text()).contains("This webhook is off");
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void tests_are_not_sent_without_end() {
    add();
    for (int i = 0; i < 20; i++) {
      assertThat(owner.post("/webhooks/1/test", "csrf", owner.csrf()).status()).isEqualTo(303);
    }
    assertThat(owner.post("/webhooks/1/test", "csrf", owner.csrf()).status()).isEqualTo(429);
  }

  @Test
  void members_see_but_change_nothing_and_see_no_path_which_may_be_a_secret() {
    add();
    String session = TestAccounts.session(server.server().features(), "x", EnumSet.of(Role.MEMBER), server.now());
    server.server().features().database().write(handle -> handle.execute(
        "update account set seller_id = 1 where name = 'x''s person'"));
    Person member = Person.signedIn(server, session).speaking("en");
    assertThat(member.page("/webhooks"))
        .contains("http://" + receiver.target() + "/…")
        .doesNotContain("/hook<", "action=\"/webhooks", "whsec_");
    for (String action : new String[] {
      "/webhooks", "/webhooks/1", "/webhooks/1/renew", "/webhooks/1/remove", "/webhooks/1/test",
      "/webhook-deliveries/1/again"}) {
      assertThat(member.post(action, "csrf", member.csrf(), "url", receiver.url()).status()).as(action).isEqualTo(403);
    }
    assertThat(owner.post("/webhooks/1/test", "url", receiver.url()).status()).as("without the form's token").isEqualTo(403);
  }

  @Test
  void a_seller_who_leaves_leaves_no_target_behind() {
    add();
    owner.submit(owner.page("/leave"), "/leave/close", "shopName", "My shop");
    assertThat(server.server().features().database().<Integer, RuntimeException>read(handle ->
        handle.createQuery("select count(*) from webhook").mapTo(int.class).one())).isZero();
  }
}
