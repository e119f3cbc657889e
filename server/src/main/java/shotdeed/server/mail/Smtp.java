package shotdeed.server.mail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.PeopleSettings;

/** Hands mail to the mail server of the settings. */
final class Smtp {
  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

  /** For all that one mail takes: a person may be waiting for it. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PeopleSettings.Mail settings;
  private final Mailer mailer;

  Smtp(PeopleSettings.Mail settings) {
    this.settings = settings;
    TransportStrategy how = switch (settings.tls()) {
      case STARTTLS -> TransportStrategy.SMTP_TLS;
      case TLS -> TransportStrategy.SMTPS;
      case NONE -> TransportStrategy.SMTP;
    };
    mailer = MailerBuilder
        .withSMTPServer(settings.host(), settings.port(), settings.user(), settings.password())
        .withTransportStrategy(how)
        .withSessionTimeout((int) PATIENCE.toMillis())
        .buildMailer();
  }

  /** What stands behind the {@code @} of the sender. */
  String domain() {
    return settings.from().substring(settings.from().indexOf('@') + 1);
  }

  /**
   * Sends; returns why the mail server did not take it, or {@code null} if it did. The address never goes to the log.
   *
   * @param messageId with its angle brackets (RFC 5322, 3.6.4)
   */
  MailFault send(Letter letter, String messageId) {
    try {
      mailer.sendMail(email(letter, messageId), false).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return MailFault.UNREACHABLE;
    } catch (Exception e) {
      MailFault fault = MailFault.of(e);
      LOG.warn("the mail server {}:{} did not take a mail: {}", settings.host(), settings.port(), fault);
      return fault;
    }
  }

  private Email email(Letter letter, String messageId) {
    EmailPopulatingBuilder email = EmailBuilder.startingBlank()
        .fixingMessageId(messageId)
        .from(settings.from())
        .to(letter.to())
        .withSubject(letter.subject())
        .withPlainText(letter.text());
    if (letter.replyTo() != null) {
      email.withReplyTo(letter.replyTo());
    }
    attach(email, letter);
    return email.buildEmail();
  }

  static void attach(EmailPopulatingBuilder email, Letter letter) {
    for (Attachment file : letter.attachments()) {
      // Any other encoding may change the ends of lines.
      email.withAttachment(file.name(), file.content(), file.mediaType(), null, ContentTransferEncoding.BASE_64);
    }
  }
}
