package shotdeed.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Features;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.AddressStore;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.webhook.Receiver;

/** The daily report reaches a real mail server and a real receiver of webhooks, each once. */
class SendReportTest {
  private static final byte[] COAT = Photos.photo("coat");

  private Receiver receiver;
  private GreenMail mail;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    receiver = Receiver.start(Receiver.answering(200));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server = TestServer.calling(
        new PeopleSettings(
            PeopleSettings.SignUp.INVITATION,
            false,
            new PeopleSettings.Mail("deed@example.org", "127.0.0.1", port, null, null, PeopleSettings.Tls.NONE)),
        receiver.target());
    Client browser = server.admin();
    server.monitored(browser, COAT);
    String report = Reports.report("1", "2026-11-21T07:59:30.000Z", "taobao", "111", "7", "Coat");
    Checks.ok(Reports.send(browser, report, COAT));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    receiver.close();
    mail.stop();
  }

  private Features features() {
    return server.server().features();
  }

  private void chosen(String name, String language) {
    int id = features().database().write(handle -> {
      int account = AccountStore.insertAccount(handle, 1, name, EnumSet.of(Role.MEMBER), server.now());
      String email = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
      handle.execute(
          "insert into account_sign_in (account_id, name_key, email, email_key) values (?, ?, ?, ?)",
          account, email, email, email);
      handle.execute("update account set language = ? where id = ?", language, account);
      AddressStore.confirm(handle, account, email, server.now());
      return account;
    });
    features().deliveries().recipients().set(TestAccounts.caller(features(), 1), Set.of(id));
  }

  private void target() {
    features().deliveries().manage().add(TestAccounts.caller(features(), 1), receiver.url(), "");
  }

  private void daily() throws Exception {
    server.pass(Duration.ofDays(1));
    features().reporting().daily().run();
    features().people().post().deliver();
    features().deliveries().webhooks().deliver();
  }

  @Test
  void a_report_is_mailed_in_the_persons_own_language_and_told_to_the_webhook() throws Exception {
    chosen("Mei", "zh-CN");
    target();
    daily();
    MimeMessage[] received = mail.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("2026-11-22 每日盗图报告：新增 1 条");
    Multipart parts = (Multipart) received[0].getContent();
    assertThat(List.of(parts.getBodyPart(1).getFileName(), parts.getBodyPart(2).getFileName()))
        .containsExactlyInAnyOrder("theft-report-2026-11-22-1.pdf", "theft-report-2026-11-22-1.csv");
    String text = text(parts.getBodyPart(0));
    assertThat(text).contains("Mei，您好", "新增 1 条，共 1 条，店铺 1 家", server.server().origin() + "/reports/1");

    Receiver.Received event = receiver.next();
    assertThat(event.headers()).containsKeys("webhook-id", "webhook-timestamp", "webhook-signature");
    var json = TestServer.json(event.body());
    assertThat(json.get("type").asText()).isEqualTo("report.ready");
    assertThat(json.at("/data/counts/fresh").asInt()).isEqualTo(1);
    assertThat(json.at("/data/lines/0/shopName").asText()).isEqualTo("Shop 7");
    assertThat(json.at("/data/lines/0/places/0/role").asText()).isEqualTo("main");
  }

  @Test
  void what_was_handed_over_is_not_handed_over_again_after_a_restart() throws Exception {
    chosen("Mei", "en");
    target();
    daily();
    server.restart();
    features().reporting().daily().run();
    features().people().post().deliver();
    features().deliveries().webhooks().deliver();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void a_report_that_was_made_and_not_handed_over_when_the_program_ended_is_handed_over_by_the_next() throws Exception {
    chosen("Mei", "en");
    target();
    daily();
    features().database().write(handle -> handle.execute("update report set handed_at = null"));
    daily();
    // Told again under the key of the same report: the mail comes twice at worst, the event once.
    assertThat(receiver.all()).hasSize(2); // of two days
  }

  @Test
  void a_report_that_cannot_be_put_on_paper_is_mailed_without_files() throws Exception {
    chosen("Mei", "en");
    server.pass(Duration.ofDays(1));
    Features all = features();
    SendReport send = new SendReport(
        all.database(),
        all.people().post(),
        all.deliveries().webhooks(),
        (report, texts) -> {
          throw new OutOfMemoryError("a test's");
        },
        all.origin(),
        () -> server.now());
    MakeReport make = new MakeReport(all.database(), (handle, seller, from, to) -> "{}", () -> server.now());
    int id = make.daily(1);
    send.run(all.database().read(handle -> ReportStore.ofSeller(handle, 1, id)));
    all.people().post().deliver();
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  private static String text(BodyPart part) throws Exception {
    return part.getContent() instanceof Multipart more ? text(more.getBodyPart(0)) : (String) part.getContent();
  }
}
