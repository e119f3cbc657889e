package shotdeed.extension.lodge;

/** A case number in a marketplace's own words. */
final class CaseNumber {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 60;

  private CaseNumber() {}

  /** The longest run of Latin letters, digits and hyphens that has three digits or more; the empty text if there is none. */
  static String in(String words) {
    String best = "";
    int from = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || !isPart(words.charAt(i))) {
        String run = trimmed(words.substring(from, i));
        if (run.length() >= SHORTEST && run.length() <= LONGEST && digits(run) >= 3 && !isDay(run)
            && run.length() > best.length()) {
          best = run;
        }
        from = i + 1;
      }
    }
    return best;
  }

  private static boolean isPart(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
  }

  private static String trimmed(String run) {
    int from = 0;
    int to = run.length();
    while (from < to && (run.charAt(from) == '-' || run.charAt(from) == '_')) {
      from++;
    }
    while (to > from && (run.charAt(to - 1) == '-' || run.charAt(to - 1) == '_')) {
      to--;
    }
    return run.substring(from, to);
  }

  /** Such as 2026-11-22: a page names the day as often as the case. */
  private static boolean isDay(String run) {
    return run.length() == 10 && run.charAt(4) == '-' && run.charAt(7) == '-' && digits(run) == 8;
  }

  private static int digits(String run) {
    int digits = 0;
    for (int i = 0; i < run.length(); i++) {
      digits += run.charAt(i) >= '0' && run.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }
}
