package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Client;
import shotdeed.server.TestServer;
import shotdeed.server.platform.PeopleSettings;

/** Invitations and forgotten passwords by mail, with a real mail server. */
class MailTest {
  private static final String GOOD = "linden paper seventeen";
  private static final String FROM = "deed@example.org";

  private GreenMail mail;
  private TestServer server;
  private Person admin;

  @BeforeEach
  void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.setUser("deed", "geheim");
    mail.start();
    server = TestServer.start(settings(mail.getSmtp().getPort(), "deed", "geheim"));
    admin = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  private static PeopleSettings settings(int port, String user, String password) {
    return new PeopleSettings(
        PeopleSettings.SignUp.INVITATION,
        false,
        new PeopleSettings.Mail(FROM, "127.0.0.1", port, user, password, PeopleSettings.Tls.NONE));
  }

  private String received(int count) throws Exception {
    assertThat(mail.waitForIncomingEmail(10_000, count)).isTrue();
    MimeMessage message = mail.getReceivedMessages()[count - 1];
    return message.getFrom()[0] + " -> " + message.getAllRecipients()[0] + "\n" + message.getSubject() + "\n"
        + message.getContent();
  }

  private String linkIn(String text) {
    Matcher link = Pattern.compile(Pattern.quote(server.server().origin()) + "(/[^\\s]*)").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }

  @Test
  void an_invitation_is_mailed_in_the_inviters_language_and_its_link_works() throws Exception {
    admin.speaking("zh-CN");
    String page = admin.submit(
        admin.page("/team"), "/team/invite", "name", "李娜", "email", "li@example.org", "role", "member").text();
    assertThat(page).contains("已发送至 li@example.org。");
    String text = received(1);
    assertThat(text).startsWith(FROM + " -> li@example.org\n邀请您加入“My shop”\nAdmin 邀请您加入影契上的“My shop”。");
    assertThat(linkIn(text)).isEqualTo(TeamPagesTest.linkOf(page));
    assertThat(new Person(server).page(linkIn(text))).contains("value=\"李娜\"", "value=\"li@example.org\"");
    assertThat(admin.page("/team")).contains("已发邮件");
  }

  @Test
  void when_mail_fails_the_inviter_is_told_the_link_is_shown_and_nothing_is_lost() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    for (PeopleSettings broken : new PeopleSettings[] {settings(closed, null, null),
      settings(mail.getSmtp().getPort(), "deed", "wrong password")}) {
      try (TestServer cut = TestServer.start(broken)) {
        Person inviter = Person.admin(cut);
        String page = inviter.submit(
            inviter.page("/team"), "/team/invite", "name", "Li", "email", "li@example.org", "role", "member").text();
        assertThat(page).contains("The mail to li@example.org could not be sent", "Hand this link over yourself");
        assertThat(new Person(cut).get(TeamPagesTest.linkOf(page)).status()).isEqualTo(200);
        assertThat(inviter.page("/team")).contains("Mail could not be sent: hand over a new link");
      }
    }
  }

  @Test
  void a_forgotten_password_is_renewed_by_mail_once_within_an_hour() throws Exception {
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang", "email", "wang@example.org");
    admin.submit(admin.page("/account"), "/account/password", "password", GOOD, "repeated", GOOD);
    Person forgetful = new Person(server).speaking("en");
    assertThat(forgetful.submit(forgetful.page("/forgot-password"), "/forgot-password", "name", "WANG").text())
        .contains("a link is on its way. It works for 60 minutes.");
    String text = received(1);
    assertThat(text).contains("-> wang@example.org", "New password for ShotDeed", "Hello Wang,");
    String link = linkIn(text);
    String fresh = "quite another password";
    assertThat(forgetful.submit(forgetful.page(link), "/new-password", "password", fresh, "repeated", fresh).text())
        .contains("The new password is set.");
    assertThat(admin.get("/").status()).as("all sessions end").isEqualTo(401);
    assertThat(forgetful.get(link).status()).isEqualTo(403);
    Client.Reply in = forgetful.submit(
        forgetful.page("/sign-in"), "/sign-in/password", "name", "wang@example.org", "password", fresh);
    assertThat(in.text()).contains("<h1>Overview</h1>");
  }

  @Test
  void asking_for_somebody_unknown_gets_the_same_answer_and_no_mail() {
    Person anybody = new Person(server).speaking("en");
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang", "email", "wang@example.org");
    String page = anybody.page("/forgot-password");
    String known = anybody.submit(page, "/forgot-password", "name", "Wang").text();
    String unknown = anybody.submit(page, "/forgot-password", "name", "Nobody").text();
    assertThat(unknown).isEqualTo(known);
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    for (int i = 0; i < 2; i++) {
      anybody.submit(page, "/forgot-password", "name", "Wang");
    }
    assertThat(anybody.submit(page, "/forgot-password", "name", "Wang").status()).isEqualTo(429);
  }

  @Test
  void a_name_cannot_add_headers_to_a_mail() throws Exception {
    admin.submit(
        admin.page("/sellers"), "/sellers/invite", "name", "Elm\r\nBcc: evil@example.org", "email", "elm@example.org");
    String sent = admin.submit(
        admin.page("/sellers"), "/sellers/invite", "name", "Elm\r\nX-Evil: yes", "email", "elm@example.org").text();
    assertThat(sent).contains("Mailed to elm@example.org.");
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    MimeMessage message = mail.getReceivedMessages()[0];
    assertThat(message.getHeader("X-Evil")).isNull();
    assertThat(message.getAllRecipients()).hasSize(1);
  }
}
