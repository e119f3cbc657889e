package shotdeed.server.demo;

/** Text inside HTML. */
final class Html {
  private Html() {}

  /** A text as content or inside a quoted attribute. */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder(raw.length() + 16);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Both languages, the Chinese first. */
  static String both(Catalogue.Words words) {
    return both(words.zh(), words.en());
  }

  /** Both languages, the Chinese first. */
  static String both(String zh, String en) {
    return text(zh) + " <span class=\"en\" lang=\"en\">" + text(en) + "</span>";
  }
}
