package shotdeed.server.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.PeopleSettings;

/**
 * Sends mail as plain text. Nothing waits on the disk: mail holds links that are stored as hashes only, so what could not
 * be sent when the server stops is asked for again.
 */
public final class Post implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);

  /** For all that one mail takes: a person may be waiting for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int CONNECT_MILLIS = (int) PATIENCE.toMillis();

  /** How long after a failure mail that nobody waits for is tried again. */
  private static final long[] AGAIN_SECONDS = {30, 120, 600};

  private final PeopleSettings.Mail settings;
  private final Mailer mailer;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "mail");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * @param settings {@code null} for no mail
   */
  public Post(PeopleSettings.Mail settings) {
    this.settings = settings;
    this.mailer = settings == null ? null : mailer(settings);
  }

  private static Mailer mailer(PeopleSettings.Mail settings) {
    TransportStrategy how = switch (settings.tls()) {
      case STARTTLS -> TransportStrategy.SMTP_TLS;
      case TLS -> TransportStrategy.SMTPS;
      case NONE -> TransportStrategy.SMTP;
    };
    return MailerBuilder
        .withSMTPServer(settings.host(), settings.port(), settings.user(), settings.password())
        .withTransportStrategy(how)
        .withSessionTimeout(CONNECT_MILLIS)
        .buildMailer();
  }

  /** A mail to one person. */
  public record Letter(String to, String subject, String text) {}

  /** Whether mail can be sent at all. */
  public boolean works() {
    return mailer != null;
  }

  /** Sends now; returns whether the mail server took it. The reason for a failure goes to the log, the address does not. */
  public boolean send(Letter letter) {
    if (mailer == null) {
      return false;
    }
    try {
      Email email = EmailBuilder.startingBlank()
          .from(settings.from())
          .to(letter.to())
          .withSubject(letter.subject())
          .withPlainText(letter.text())
          .buildEmail();
      mailer.sendMail(email, false).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      LOG.warn("the mail server {}:{} did not take a mail: {}", settings.host(), settings.port(), reason(e));
      return false;
    }
  }

  /** What went wrong at the bottom, without what a mail server says about the person's address. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }

  /** Does what goes before a mail that nobody waits for. */
  public void soon(Runnable work) {
    try {
      later.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException e) {
          LOG.warn("a mail could not be prepared", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.warn("a mail was not prepared, because the server stops");
    }
  }

  /**
   * Sends while nobody waits, and tries again three times.
   *
   * @param lost told when it was given up
   */
  public void sendLater(Letter letter, Consumer<Letter> lost) {
    schedule(letter, lost, 0, 0);
  }

  private void schedule(Letter letter, Consumer<Letter> lost, int attempt, long seconds) {
    try {
      later.schedule(
          () -> {
            if (send(letter)) {
              return;
            }
            if (attempt < AGAIN_SECONDS.length && mailer != null) {
              schedule(letter, lost, attempt + 1, AGAIN_SECONDS[attempt]);
            } else {
              lost.accept(letter);
            }
          },
          seconds,
          TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      LOG.warn("a mail was not sent, because the server stops");
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
