package shotdeed.server.mail;

/**
 * A file that goes with a mail.
 *
 * @param name such as {@code report.pdf}; at most {@link #MAX_NAME} characters, no path
 * @param mediaType such as {@code application/pdf}
 * @param content its bytes, which arrive as they are
 */
public record Attachment(String name, String mediaType, byte[] content) {
  /** Characters of a name. */
  public static final int MAX_NAME = 150;

  public Attachment {
    if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\')) {
      throw new IllegalArgumentException("no name of a file for a mail: " + name);
    }
    if (!mediaType.matches("[a-z]+/[a-z0-9.+-]+(; charset=[A-Za-z0-9-]+)?")) {
      throw new IllegalArgumentException("no media type: " + mediaType);
    }
  }
}
