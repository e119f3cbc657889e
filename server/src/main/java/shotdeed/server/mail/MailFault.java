package shotdeed.server.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Why a mail was not taken; its words stand under {@code mail.fault.TEXT}. What the mail server answered is not kept: it
 * may name the person.
 */
public enum MailFault {
  /** The mail server cannot be reached, or does not answer in time. */
  UNREACHABLE,
  /** No protected connection comes about. */
  TLS,
  /** The mail server does not know the user or the password. */
  SIGN_IN,
  /** The mail server refuses this sender. */
  SENDER,
  /** The mail server says for good that there is no such recipient (RFC 5321, 4.2.1: a reply 5yz). */
  ADDRESS,
  /** The mail server refuses the mail for now, or anything else. */
  REFUSED,
  /** What the mail was about ended before it could be delivered. */
  TOO_LATE;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether another try can help. */
  boolean passes() {
    return this != ADDRESS;
  }

  /** What a failure comes down to. Mail's own exceptions hold the reply, such as {@code 550 No such user here}. */
  static MailFault of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      MailFault known = switch (cause.getClass().getSimpleName()) { // classes of the library that it keeps to itself
        case "SMTPAddressFailedException" -> isPermanent(cause.getMessage()) ? ADDRESS : REFUSED;
        case "SMTPSenderFailedException" -> SENDER;
        case "SMTPSendFailedException" -> REFUSED;
        default -> cause instanceof AuthenticationFailedException ? SIGN_IN : cause instanceof SSLException ? TLS : null;
      };
      if (known != null) {
        return known;
      }
    }
    boolean unreachable = causes.stream()
        .anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
    return unreachable ? UNREACHABLE : REFUSED;
  }

  private static boolean isPermanent(String reply) {
    return reply != null && reply.startsWith("5");
  }

  /** The failure, what caused it, and what else was refused with it. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    Throwable next = failure;
    while (next != null && !causes.contains(next)) {
      causes.add(next);
      // Of what mail throws, the fault of one recipient hangs beside the cause.
      next = next instanceof MessagingException mail ? mail.getNextException() : next.getCause();
    }
    return causes;
  }
}
