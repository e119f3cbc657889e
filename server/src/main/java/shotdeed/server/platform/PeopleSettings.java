package shotdeed.server.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who comes in, and how the server reaches them.
 *
 * @param signUp who may make new sellers
 * @param examRequired whether a person certifies only once they have passed the exam
 * @param mail how mail is sent, or {@code null} if it is not
 */
public record PeopleSettings(SignUp signUp, boolean examRequired, Mail mail) {
  /** Unless set: by invitation, the exam required, no mail. */
  public static final PeopleSettings USUAL = new PeopleSettings(SignUp.INVITATION, true, null);

  static final Set<String> NAMES =
      Set.of("sign-up", "exam", "mail-from", "smtp", "smtp-user", "smtp-password", "smtp-tls");

  private static final int SUBMISSION_PORT = 587;

  /** Who may make new sellers. */
  public enum SignUp {
    /** Anybody, on the sign-up page. */
    OPEN,
    /** Whoever got an admin's invitation; owners invite their own members. */
    INVITATION,
    /** The admin alone makes sellers and their people, and hands over the first sign-in link. */
    ADMIN
  }

  /** How the connection to the mail server is protected. */
  public enum Tls {
    /** Begins in the clear and must change to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Not at all: for a mail server on this computer. */
    NONE
  }

  /**
   * How mail is sent.
   *
   * @param from address of the sender
   * @param user name at the mail server, or {@code null} to send without one
   * @param password of that user, or {@code null}
   */
  public record Mail(String from, String host, int port, String user, String password, Tls tls) {
    @Override
    public String toString() {
      return from + " by " + host + ":" + port; // never the password
    }
  }

  /**
   * Reads them.
   *
   * @param value the setting of a name, or {@code null}
   * @throws IllegalArgumentException if one cannot be used, naming it
   */
  static PeopleSettings read(UnaryOperator<String> value) {
    SignUp signUp = one("sign-up", value.apply("sign-up"), SignUp.class, SignUp.INVITATION);
    String exam = value.apply("exam");
    if (exam != null && !exam.equals("required") && !exam.equals("offered")) {
      throw new IllegalArgumentException("exam must be required or offered, not " + exam);
    }
    return new PeopleSettings(signUp, !"offered".equals(exam), mail(value));
  }

  private static Mail mail(UnaryOperator<String> value) {
    String from = value.apply("mail-from");
    String smtp = value.apply("smtp");
    if (from == null && smtp == null) {
      for (String name : List.of("smtp-user", "smtp-password", "smtp-tls")) {
        if (value.apply(name) != null) {
          throw new IllegalArgumentException(name + " is set, but not smtp: say which mail server to use");
        }
      }
      return null;
    }
    if (from == null || smtp == null) {
      throw new IllegalArgumentException("to send mail, mail-from and smtp must both be set");
    }
    if (from.indexOf('@') < 1 || from.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("mail-from must be a mail address, not " + from);
    }
    String user = value.apply("smtp-user");
    String password = value.apply("smtp-password");
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("smtp-user and smtp-password belong together: set both or neither");
    }
    // [::1]:25 and mail.example.org:587; a bare IPv6 address has no port.
    int colon = smtp.lastIndexOf(':');
    boolean stated = colon > 0 && smtp.indexOf(':') == colon || smtp.startsWith("[") && colon > smtp.indexOf(']');
    String host = (stated ? smtp.substring(0, colon) : smtp).replaceAll("[\\[\\]]", "");
    int port = stated ? port(smtp.substring(colon + 1)) : SUBMISSION_PORT;
    Tls usual = Settings.isLoopback(host) ? Tls.NONE : Tls.STARTTLS;
    return new Mail(from, host, port, user, password, one("smtp-tls", value.apply("smtp-tls"), Tls.class, usual));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("smtp must be host:port, such as mail.example.org:587", e);
    }
    throw new IllegalArgumentException("smtp must be host:port, such as mail.example.org:587");
  }

  private static <E extends Enum<E>> E one(String name, String text, Class<E> type, E usual) {
    if (text == null) {
      return usual;
    }
    StringBuilder all = new StringBuilder();
    for (E each : type.getEnumConstants()) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(text)) {
        return each;
      }
      all.append(all.length() == 0 ? "" : ", ").append(word);
    }
    throw new IllegalArgumentException(name + " must be one of " + all + ", not " + text);
  }
}
