package shotdeed.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.account.Role;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.PeopleSettings;

/** Confirmed addresses, mail about overdue reviews, and mail that fails, with a real mail server. */
class MailPagesTest {
  private int port;
  private GreenMail mail;
  private TestServer server;
  private Person admin;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server = TestServer.start(new PeopleSettings(
        PeopleSettings.SignUp.INVITATION,
        false,
        new PeopleSettings.Mail(
            "deed@example.org", "127.0.0.1", port, null, null, PeopleSettings.Tls.NONE)));
    admin = Person.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  private String mail(int number) throws Exception {
    server.server().features().people().post().deliver();
    assertThat(mail.waitForIncomingEmail(10_000, number)).isTrue();
    var message = mail.getReceivedMessages()[number - 1];
    return message.getAllRecipients()[0] + "\n" + message.getSubject() + "\n"
        + message.getContent().toString().replace("\r\n", "\n").replace(server.server().origin(), "ORIGIN");
  }

  private String confirmed() throws Exception {
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang", "email", "wang@example.org");
    assertThat(admin.submit(admin.page("/account"), "/account/confirm-address").text())
        .contains("A link is on its way. It works for a day.");
    Matcher link = Pattern.compile("ORIGIN(\\S+)").matcher(mail(1));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private void late(String... photographs) {
    Client seller = server.newSeller("Willow");
    for (String photograph : photographs) {
      Checks.ok(seller.postParts(
          "/api/v1/certificates",
          new Client.Parts().field("unpublished", "true").file("file", "a.jpg", Photos.photo(photograph))));
    }
    server.pass(Duration.ofDays(5));
  }

  private int look() {
    int told = server.server().features().reviews().watch().look();
    server.server().features().people().post().deliver();
    return told;
  }

  @Test
  void an_address_is_confirmed_by_the_button_behind_a_mailed_link_once() throws Exception {
    String link = confirmed();
    Person mailProgram = new Person(server).speaking("en");
    String page = mailProgram.page(link);
    assertThat(admin.page("/account")).as("opening the link does nothing yet").contains("Mail me a link");
    assertThat(mailProgram.submit(page, "/confirm-address").text())
        .contains("Your mail address is confirmed.", "<h1>Please sign in</h1>");
    assertThat(admin.page("/account")).contains("You read this mail address").doesNotContain("Mail me a link");
    assertThat(mailProgram.get(link).status()).isEqualTo(403);
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang", "email", "other@example.org");
    assertThat(admin.page("/account")).as("another address").contains("Mail me a link");
  }

  @Test
  void a_link_for_an_address_that_is_no_longer_the_persons_is_worthless() throws Exception {
    String link = confirmed();
    admin.submit(admin.page("/account"), "/account/name", "name", "Wang", "email", "other@example.org");
    assertThat(admin.get(link).status()).isEqualTo(403);
  }

  @Test
  void a_link_works_for_a_day() throws Exception {
    String link = confirmed();
    server.pass(Duration.ofDays(1));
    assertThat(admin.get(link).status()).isEqualTo(403);
  }

  @Test
  void admins_are_mailed_once_a_day_how_many_reviews_are_overdue_and_never_whose() throws Exception {
    admin.submit(admin.page(confirmed()), "/confirm-address");
    late("coat", "dress");
    assertThat(look()).isEqualTo(2);
    assertThat(mail(2)).isEqualTo(
        """
        wang@example.org
        Overdue second reviews: 2
        Hello Wang,

        second reviews are overdue: 2. The oldest was due at 2026-11-24 00:00 (Asia/Shanghai).

        The queue: ORIGIN/reviews

        You get at most one such mail a day.""");
    late("shirt");
    server.pass(Duration.ofDays(-5).plusHours(20));
    look();
    server.server().features().database().write(handle ->
        handle.execute("update second_review set due_at = '2026-11-24T00:00:00.000Z'"));
    assertThat(look()).isEqualTo(1);
    assertThat(mail.getReceivedMessages()).as("within a day of the last").hasSize(2);
    server.pass(Duration.ofHours(4));
    assertThat(look()).isZero();
    assertThat(mail(3)).contains("Overdue second reviews: 3");
    server.pass(Duration.ofDays(3));
    look();
    assertThat(mail.getReceivedMessages()).as("of what was told already").hasSize(3);
  }

  @Test
  void each_reads_it_in_their_own_language() throws Exception {
    admin.submit(admin.page(confirmed()), "/confirm-address");
    server.server().features().database().write(handle -> handle.execute("update account set language = 'zh-TW'"));
    late("coat");
    look();
    assertThat(mail(2)).contains("1 張圖片的複審已逾期", "複審清單：ORIGIN/reviews");
  }

  @Test
  void nobody_is_mailed_at_an_address_that_was_not_confirmed() throws Exception {
    confirmed();
    late("coat");
    assertThat(look()).isEqualTo(1);
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_mail_server_that_is_away_neither_stops_the_watch_nor_loses_the_mail() throws Exception {
    admin.submit(admin.page(confirmed()), "/confirm-address");
    mail.stop();
    late("coat");
    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();
    String page = admin.page("/mail");
    assertThat(page)
        .contains("Notice of overdue reviews", "<bdi>wang@example.org</bdi>", "The mail server could not be reached",
            "tries: 1")
        .doesNotContain("The queue:");
    mail.start();
    admin.submit(page, "/mail/again");
    server.server().features().people().post().deliver();
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(admin.page("/mail")).contains("No mail waits for another try.");
    assertThat(subjects()).containsExactly("Overdue second reviews: 1");
  }

  private List<String> subjects() {
    return Arrays.stream(mail.getReceivedMessages())
        .map(message -> {
          try {
            return message.getSubject();
          } catch (MessagingException e) {
            throw new IllegalStateException(e);
          }
        })
        .toList();
  }

  @Test
  void mail_is_the_admins_to_see() {
    Person owner = Person.signedIn(server, TestAccounts.session(
        server.server().features(), "Elm", EnumSet.of(Role.OWNER), server.now()));
    assertThat(owner.get("/mail").status()).isEqualTo(403);
    assertThat(owner.post("/mail/again", "csrf", owner.csrf()).status()).isEqualTo(403);
  }
}
