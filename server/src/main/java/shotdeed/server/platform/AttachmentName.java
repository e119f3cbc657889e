package shotdeed.server.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names a download in any script (RFC 6266): plain for old clients, in UTF-8 for all others. */
public final class AttachmentName {
  private static final int MAX = 150;

  private AttachmentName() {}

  /** The value of {@code Content-Disposition} that has a browser save a file, never show it. */
  public static String header(String name) {
    String line = PageText.line(name, MAX).replaceAll("[/\\\\:*?\"<>|]", "_");
    String shown = line.isBlank() || line.startsWith(".") ? "file" + line : line;
    String plain = shown.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
