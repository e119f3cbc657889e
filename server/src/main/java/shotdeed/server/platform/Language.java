package shotdeed.server.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A language that people can choose. */
public enum Language {
  ENGLISH("en", "English"),
  SIMPLIFIED_CHINESE("zh-CN", "简体中文"),
  TRADITIONAL_CHINESE("zh-TW", "繁體中文");

  private static final Set<String> TRADITIONAL_REGIONS = Set.of("tw", "hk", "mo");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** BCP 47, as in HTML's {@code lang}. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The language of a tag such as {@code zh-Hans-CN} or {@code zh-TW}; {@code null} if it is none of ours. */
  public static Language of(String tag) {
    if (tag == null) {
      return null;
    }
    List<String> parts = List.of(tag.trim().toLowerCase(Locale.ROOT).split("-", 9));
    return switch (parts.get(0)) {
      case "en" -> ENGLISH;
      case "zh" -> isTraditional(parts) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
      default -> null;
    };
  }

  /** By the script where the tag names one, else by what the region writes. */
  private static boolean isTraditional(List<String> parts) {
    return parts.contains("hant")
        || !parts.contains("hans") && parts.stream().anyMatch(TRADITIONAL_REGIONS::contains);
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
