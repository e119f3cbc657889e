package shotdeed.server.mail;

import java.util.Locale;

/** What a mail is about; its words stand under {@code mail.kind.TEXT}. */
public enum MailKind {
  /** A link that sets a new password. */
  PASSWORD,
  /** A link that shows that an address is read by its person. */
  CONFIRM,
  /** Reviews that are late. */
  OVERDUE,
  /** What is due on complaints. */
  DUE,
  /** The daily report. */
  REPORT,
  /** A complaint to a marketplace. */
  COMPLAINT;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
