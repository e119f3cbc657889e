package shotdeed.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shotdeed.server.TestServer;
import shotdeed.server.account.EndAccount;
import shotdeed.server.account.TestAccounts;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PeopleSettings;

/** Mail that waits in the store, delivered to a real mail server by a real one. */
class OutboxTest {
  private TestServer server;
  private GreenMail mail;
  private int port;
  private int admin;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = TestServer.start(settings());
    admin = 1;
  }

  @AfterEach
  void stop() {
    server.close();
    if (mail != null) {
      mail.stop();
    }
  }

  private PeopleSettings settings() {
    return new PeopleSettings(
        PeopleSettings.SignUp.INVITATION,
        false,
        new PeopleSettings.Mail("deed@example.org", "127.0.0.1", port, null, null, PeopleSettings.Tls.NONE));
  }

  private void mailServerStarts() {
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  private Post post() {
    return server.server().features().people().post();
  }

  private boolean put(String subject, Duration life) {
    return server.server().features().database().write(handle ->
        post().put(
            handle,
            new Letter("li@example.org", subject, "https://deed.example.org/new-password?code=secret"),
            MailKind.PASSWORD,
            admin,
            server.now().plus(life)));
  }

  private int stored(String what) {
    return server.server().features().database().read(handle ->
        handle.createQuery("select " + what + " from mail").mapTo(int.class).one());
  }

  private List<String> received() throws Exception {
    return Arrays.stream(mail.getReceivedMessages()).map(OutboxTest::subject).toList();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void mail_that_failed_is_delivered_after_a_restart_and_leaves_the_store() throws Exception {
    put("one", Duration.ofHours(1));
    assertThat(post().deliver()).isZero();
    assertThat(post().waiting(9))
        .singleElement()
        .satisfies(mail -> assertThat(mail.kind() + " " + mail.name() + " " + mail.recipient() + " " + mail.tries()
            + " " + mail.fault() + " " + Duration.between(server.now(), mail.nextAt()))
            .isEqualTo("password Admin li@example.org 1 unreachable PT30S"));
    server.stop();
    mailServerStarts();
    server.startAgain();
    assertThat(post().deliver()).as("not due yet").isZero();
    server.pass(Duration.ofSeconds(30));
    post().deliver();
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    post().deliver();
    assertThat(received()).containsExactly("one");
    assertThat(stored("count(*)")).isZero();
  }

  @Test
  void what_is_sent_again_because_a_crash_kept_it_from_being_crossed_out_has_the_same_message_id() throws Exception {
    mailServerStarts();
    put("one", Duration.ofHours(1));
    Outbox.Waiting waiting =
        server.server().features().database().read(handle -> Outbox.due(handle, server.now()));
    // What a program does that is killed between the mail server's yes and the store's.
    assertThat(new Smtp(settings().mail()).send(waiting.letter(), waiting.messageId())).isNull();
    assertThat(post().deliver()).isEqualTo(1);
    assertThat(mail.waitForIncomingEmail(10_000, 2)).isTrue();
    assertThat(mail.getReceivedMessages()[0].getMessageID())
        .isEqualTo(mail.getReceivedMessages()[1].getMessageID())
        .matches("<[\\w-]{43}@example\\.org>");
    assertThat(stored("count(*)")).isZero();
  }

  /** The mail server is away, the program (whose clock is the real one) is killed, and another one comes when the mail server is back. */
  @Test
  @Timeout(120)
  void a_killed_program_loses_no_mail() throws Exception {
    put("one", Duration.ofDays(30));
    put("two", Duration.ofDays(30));
    server.stop();
    Process process = serve();
    try (Database database = Database.openAsIs(server.data().resolve("shotdeed.db"))) {
      while (database.read(handle ->
          handle.createQuery("select max(tries) from mail").mapTo(int.class).one()) == 0) {
        assertThat(process.isAlive()).isTrue();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    mailServerStarts();
    server.startAgain();
    post().hurry(TestAccounts.caller(server.server().features(), admin));
    assertThat(mail.waitForIncomingEmail(20_000, 2)).isTrue();
    post().deliver();
    assertThat(received()).containsExactlyInAnyOrder("one", "two");
    assertThat(stored("count(*)")).isZero();
  }

  private Process serve() throws Exception {
    Files.writeString(
        server.data().resolve("shotdeed.properties"), "mail-from=deed@example.org\nsmtp=127.0.0.1:" + port + "\n");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "shotdeed.server.Shotdeed",
            "serve",
            "--data",
            server.data().toString(),
            "--port",
            "0")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void a_link_leaves_the_store_when_it_ends_and_what_was_lost_is_on_record() {
    put("one", Duration.ofHours(1));
    post().deliver();
    assertThat(stored("count(body)")).isEqualTo(1);
    server.pass(Duration.ofHours(1));
    post().deliver();
    assertThat(stored("count(body) + count(subject)")).isZero();
    assertThat(post().waiting(9)).isEmpty();
    assertThat(post().givenUp(9)).singleElement().satisfies(given -> {
      assertThat(given.fault()).isEqualTo("unreachable");
      assertThat(given.givenUpAt()).isEqualTo(server.now());
    });
    assertThat(server.server().features().database().<Integer, RuntimeException>read(handle ->
            handle.createQuery("select count(*) from audit where action = 'mail.lost' and subject_id = 1")
                .mapTo(int.class)
                .one()))
        .isEqualTo(1);
    server.pass(Outbox.KEPT.plusSeconds(1));
    post().deliver();
    assertThat(post().givenUp(9)).isEmpty();
  }

  @Test
  void tries_grow_apart_and_end() {
    put("one", Duration.ofDays(90));
    List<Long> waits = new ArrayList<>();
    while (!post().waiting(9).isEmpty() || waits.isEmpty()) {
      post().deliver();
      if (!post().waiting(9).isEmpty()) {
        Duration wait = Duration.between(server.now(), post().waiting(9).get(0).nextAt());
        waits.add(wait.toSeconds());
        server.pass(wait);
      }
    }
    assertThat(waits).containsExactly(30L, 120L, 600L, 1800L, 3600L, 7200L, 14400L, 14400L, 14400L, 14400L, 14400L);
    assertThat(post().givenUp(9)).singleElement().satisfies(given -> assertThat(given.tries()).isEqualTo(12));
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_mail_wait() {
    server.pass(Duration.ofDays(2));
    put("one", Duration.ofDays(9));
    post().deliver();
    server.pass(Duration.ofDays(-2));
    mailServerStarts();
    assertThat(post().deliver()).isEqualTo(1);
  }

  @Test
  void a_full_queue_takes_no_more_and_says_so() {
    for (int i = 0; i < Outbox.MAX_WAITING; i++) {
      assertThat(put("one", Duration.ofHours(1))).isTrue();
    }
    assertThat(put("one too many", Duration.ofHours(1))).isFalse();
    assertThat(stored("count(*)")).isEqualTo(Outbox.MAX_WAITING);
  }

  private void putReport(Attachment... files) {
    server.server().features().database().write(handle ->
        post().put(
            handle,
            new Letter("li@example.org", "Report", "See the files.", List.of(files)),
            MailKind.REPORT,
            admin,
            server.now().plus(Duration.ofDays(3))));
  }

  @Test
  void files_arrive_with_their_mail_byte_for_byte_after_a_restart() throws Exception {
    byte[] table = "\uFEFFshop,listing\n外套,1\r\n.\n\r".getBytes(StandardCharsets.UTF_8); // line ends of all kinds
    byte[] document = new byte[300_000];
    new Random(7).nextBytes(document);
    putReport(
        new Attachment("盗图报告 2026-11-21.csv", "text/csv; charset=UTF-8", table),
        new Attachment("report.pdf", "application/pdf", document),
        new Attachment("empty.json", "application/json", new byte[0]));
    post().deliver();
    assertThat(post().waiting(9)).singleElement()
        .satisfies(waiting -> assertThat(waiting.kind()).isEqualTo("report"));
    server.stop();
    mailServerStarts();
    server.startAgain();
    server.pass(Duration.ofSeconds(30));
    post().deliver();
    assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    Multipart parts = (Multipart) mail.getReceivedMessages()[0].getContent();
    assertThat(parts.getCount()).isEqualTo(4);
    assertThat(names(parts)).containsExactly("盗图报告 2026-11-21.csv", "report.pdf", "empty.json");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/csv");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(table);
    assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(document);
    assertThat(parts.getBodyPart(3).getInputStream().readAllBytes()).isEmpty();
    post().deliver();
    assertThat(files()).isZero();
  }

  private static List<String> names(Multipart parts) throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.getCount(); i++) {
      names.add(MimeUtility.decodeText(parts.getBodyPart(i).getFileName()));
    }
    return names;
  }

  private int files() {
    return server.server().features().database().read(handle ->
        handle.createQuery("select count(*) from mail_attachment").mapTo(int.class).one());
  }

  @Test
  void files_leave_the_store_when_their_mail_is_given_up() {
    putReport(new Attachment("a.txt", "text/plain", new byte[9]));
    assertThat(files()).isEqualTo(1);
    server.pass(Duration.ofDays(3));
    post().deliver();
    assertThat(post().givenUp(9)).hasSize(1);
    assertThat(files()).isZero();
  }

  @Test
  void files_leave_the_store_with_their_person() {
    putReport(new Attachment("a.txt", "text/plain", new byte[9]));
    server.server().features().database().write(handle -> {
      EndAccount.run(handle, admin, admin, server.now());
      return null;
    });
    assertThat(files()).isZero();
  }

  @Test
  void files_that_are_too_large_or_too_many_are_the_callers_mistake() {
    byte[] half = new byte[Letter.MAX_ATTACHED / 2];
    Attachment file = new Attachment("a.pdf", "application/pdf", half);
    assertThat(new Letter("li@example.org", "x", "x", List.of(file, file)).attachments()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Letter(
            "li@example.org", "x", "x", List.of(file, file, new Attachment("b.txt", "text/plain", new byte[1]))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("../a.pdf", "application/pdf", half));
    assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("a\r\nBcc: x", "application/pdf", half));
    assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("a.pdf", "application/pdf\r\nX: y", half));
  }
}
