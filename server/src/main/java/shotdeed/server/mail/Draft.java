package shotdeed.server.mail;

import java.nio.charset.StandardCharsets;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/** A mail as a file that a mail program opens as a draft, to be sent by its person. */
public final class Draft {
  private Draft() {}

  /**
   * The file (RFC 5322), which has no Message-ID and no date of its own to rely on.
   *
   * @param from address of the person; empty for none
   */
  public static byte[] of(Letter letter, String from) {
    EmailPopulatingBuilder email = EmailBuilder.startingBlank()
        .to(letter.to())
        .withSubject(letter.subject())
        .withPlainText(letter.text())
        .withHeader("X-Unsent", "1"); // by this mail programs know a draft
    if (!from.isEmpty()) {
      email.from(from);
    }
    Smtp.attach(email, letter);
    return EmailConverter.emailToEML(email.buildEmail()).getBytes(StandardCharsets.UTF_8);
  }
}
