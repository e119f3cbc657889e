package shotdeed.server.platform;

import java.util.Locale;

/** A language that people can choose. */
public enum Language {
  ENGLISH("en"),
  SIMPLIFIED_CHINESE("zh-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47, as in HTML's {@code lang}. */
  public String tag() {
    return tag;
  }

  /** The language of a tag such as {@code zh-Hans-CN}; {@code null} if it is none of ours. */
  public static Language of(String tag) {
    if (tag == null) {
      return null;
    }
    String lower = tag.trim().toLowerCase(Locale.ROOT);
    if (lower.equals("zh") || lower.startsWith("zh-")) {
      return SIMPLIFIED_CHINESE;
    }
    return lower.equals("en") || lower.startsWith("en-") ? ENGLISH : null;
  }

  /**
   * The language to answer in.
   *
   * @param chosen tag that the person chose, or {@code null}
   * @param acceptLanguage the browser's header, or {@code null}
   */
  public static Language pick(String chosen, String acceptLanguage) {
    Language language = of(chosen);
    if (language != null) {
      return language;
    }
    Language best = ENGLISH;
    double bestWeight = 0;
    for (String choice : acceptLanguage == null ? new String[0] : acceptLanguage.split(",", 20)) {
      String[] parts = choice.split(";", 3);
      Language offered = of(parts[0]);
      double weight = offered == null ? 0 : weight(parts);
      if (weight > bestWeight) {
        best = offered;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(String[] parts) {
    if (parts.length < 2 || !parts[1].trim().startsWith("q=")) {
      return 1;
    }
    try {
      return Double.parseDouble(parts[1].trim().substring(2));
    } catch (NumberFormatException e) {
      return 0; // a header we cannot read asks for nothing
    }
  }
}
