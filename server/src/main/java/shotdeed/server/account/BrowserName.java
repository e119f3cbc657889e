package shotdeed.server.account;

import java.util.List;

/** What a browser says that it is, in two words: enough for a person to know their own, and nothing to be tracked by. */
final class BrowserName {
  /** In this order: most browsers also claim to be others. */
  private static final List<String[]> BROWSERS = List.of(
      new String[] {"MicroMessenger", "WeChat"},
      new String[] {"QQBrowser", "QQ Browser"},
      new String[] {"Edg", "Edge"},
      new String[] {"OPR", "Opera"},
      new String[] {"Firefox", "Firefox"},
      new String[] {"Chrome", "Chrome"},
      new String[] {"Safari", "Safari"});

  private static final List<String[]> SYSTEMS = List.of(
      new String[] {"Android", "Android"},
      new String[] {"iPhone", "iPhone"},
      new String[] {"iPad", "iPad"},
      new String[] {"Windows", "Windows"},
      new String[] {"Mac OS", "macOS"},
      new String[] {"CrOS", "ChromeOS"},
      new String[] {"Linux", "Linux"});

  private BrowserName() {}

  /** Such as {@code Firefox, Windows}; empty for {@code null} and whatever is unknown. */
  static String of(String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(List<String[]> names, String userAgent) {
    for (String[] name : names) {
      if (userAgent != null && userAgent.contains(name[0])) {
        return name[1];
      }
    }
    return "";
  }
}
