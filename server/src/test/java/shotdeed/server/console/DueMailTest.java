package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.complain.outcome.DueMail;
import shotdeed.server.platform.PeopleSettings;

/** Mail about what is due on complaints, with a real mail server. */
class DueMailTest {
  private static final byte[] COAT = Photos.photo("coat");

  private GreenMail mail;
  private TestServer server;
  private Client device;
  private DueMail due;

  @BeforeEach
  void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server = TestServer.start(new PeopleSettings(
        PeopleSettings.SignUp.INVITATION,
        false,
        new PeopleSettings.Mail(
            "ShotDeed <deed@example.org>", "127.0.0.1", mail.getSmtp().getPort(), null, null, PeopleSettings.Tls.NONE)));
    device = server.newSeller("Willow");
    server.monitored(device, COAT);
    due = server.server().features().cases().outcoming().mail();
    sql("update account set language = 'zh-CN' where name = 'Willow''s person'");
    sql("insert into account_sign_in (account_id, email, email_key) select id, 'w@example.org',"
        + " 'w@example.org' from account where name = 'Willow''s person'");
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  private void sql(String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }

  private void confirmed() {
    sql("insert into confirmed_address (account_id, email_key, confirmed_at) select id, 'w@example.org',"
        + " '2026-11-21T08:00:00.000Z' from account where name = 'Willow''s person'");
  }

  private void submitted(String listing) {
    int sighting = Reports.sighting(device, "k-" + listing, listing, "7", Photos.recompressed(COAT, 0.75, 0.6f));
    int id = Checks.ok(Reports.complain(device, Reports.complaint("c-" + listing, "" + sighting))).json().get("id").asInt();
    Checks.ok(device.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"TB-" + id + "\"}"));
  }

  @Test
  void who_confirmed_an_address_is_told_once_a_day_at_most_and_only_of_what_is_new() throws Exception {
    assertThat(due.run()).isZero();
    submitted("1"); // evidence by the 22nd, decision by the 27th
    assertThat(due.run()).as("no confirmed address").isZero();
    confirmed();
    assertThat(due.run()).isEqualTo(1);
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("投诉到期事项：1 项");
    assertThat(message.getContent().toString())
        .contains("明天之前到期或已过期：1 项", server.server().origin() + "/complaints/due")
        .doesNotContain("Shop 7", "TB-1", "扣");
    assertThat(due.run()).isZero();
    server.pass(Duration.ofHours(25));
    assertThat(due.run()).as("nothing became due since").isZero();
    server.pass(Duration.ofDays(4)); // the 26th: the decision is due tomorrow
    assertThat(due.run()).isEqualTo(1);
    assertThat(mail.waitForIncomingEmail(10_000, 2)).isTrue();
    assertThat(due.run()).isZero();
  }

  @Test
  void a_look_that_is_due_already_when_its_outcome_is_recorded_is_told_once() {
    confirmed();
    submitted("1");
    submitted("2");
    server.pass(Duration.ofDays(9)); // the 30th
    assertThat(due.run()).isEqualTo(1);
    server.pass(Duration.ofHours(25));
    assertThat(due.run()).as("nothing became due since").isZero();
    int revision = Checks.ok(device.get("/api/v1/complaints/1/outcome")).json().get("revision").asInt();
    Checks.ok(device.postJson("/api/v1/complaints/1/outcome", "{\"revision\":" + revision
        + ",\"happenedOn\":\"2026-11-22\",\"result\":\"upheld\"}"));
    assertThat(due.run()).as("the look was due in November").isEqualTo(1);
    assertThat(due.run()).isZero();
    server.pass(Duration.ofHours(25));
    assertThat(due.run()).isZero();
  }

  @Test
  void who_turned_it_off_gets_none() {
    confirmed();
    submitted("1");
    Person owner = Person.signedIn(
        server, TestAccounts.sessionOf(server.server().features(), "Willow's person", server.now()));
    owner.submit(owner.page("/complaints/due"), "/complaints/due-mail");
    assertThat(due.run()).isZero();
    owner.submit(owner.page("/complaints/due"), "/complaints/due-mail");
    assertThat(due.run()).isEqualTo(1);
  }

  @Test
  void another_sellers_team_is_told_nothing() {
    confirmed();
    server.newSeller("Birch");
    sql("update account set seller_id = (select id from seller where name = 'Birch') where name = 'Nobody'");
    assertThat(due.run()).isZero();
  }
}
