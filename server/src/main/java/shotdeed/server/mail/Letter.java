package shotdeed.server.mail;

import java.util.List;

/**
 * A mail to one person, as plain text.
 *
 * @param replyTo address that answers go to, or {@code null} for the sender's
 * @param attachments at most {@link #MAX_ATTACHMENTS}, of {@link #MAX_ATTACHED} bytes altogether
 */
public record Letter(String to, String replyTo, String subject, String text, List<Attachment> attachments) {
  /** Files with one mail. */
  public static final int MAX_ATTACHMENTS = 10;

  /** Bytes of all files with one mail. */
  public static final int MAX_ATTACHED = 8 << 20;

  public Letter {
    attachments = List.copyOf(attachments);
    long bytes = bytes(attachments);
    if (attachments.size() > MAX_ATTACHMENTS || bytes > MAX_ATTACHED) {
      throw new IllegalArgumentException("a mail with " + attachments.size() + " files of " + bytes + " bytes");
    }
  }

  /** Answered to the sender. */
  public Letter(String to, String subject, String text, List<Attachment> attachments) {
    this(to, null, subject, text, attachments);
  }

  /** Without files. */
  public Letter(String to, String subject, String text) {
    this(to, subject, text, List.of());
  }

  /** Bytes of files altogether. */
  public static long bytes(List<Attachment> attachments) {
    return attachments.stream().mapToLong(each -> each.content().length).sum();
  }
}
