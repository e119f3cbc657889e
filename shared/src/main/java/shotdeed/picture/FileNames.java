package shotdeed.picture;

/** Where in a file's name its size stands. */
final class FileNames {
  private static final String[] ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".bmp", ".ss2"};

  private FileNames() {}

  /** Where the first ending of a picture stops, such as behind {@code a.jpg} in {@code a.jpg_60x60.jpg}; -1 if there is none. */
  static int firstEnding(String name) {
    String lower = PictureUrl.lower(name);
    int best = -1;
    for (String ending : ENDINGS) {
      for (int at = lower.indexOf(ending); at >= 0; at = lower.indexOf(ending, at + 1)) {
        int stop = at + ending.length();
        boolean whole = stop == lower.length() || !isLetter(lower.charAt(stop));
        if (whole && at > 0 && (best < 0 || stop < best)) {
          best = stop;
        }
      }
    }
    return best;
  }

  /** A name up to its last dot; itself if it has none. */
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** The last ending with its dot; empty if there is none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot);
  }

  /**
   * Where a size begins, such as {@code _60x60} or {@code .220x220}; -1 if there is none.
   *
   * @param mark the character before it
   */
  static int size(String name, char mark) {
    for (int at = name.indexOf(mark); at >= 0; at = name.indexOf(mark, at + 1)) {
      int width = digits(name, at + 1);
      int times = at + 1 + width;
      if (at == 0 || times >= name.length() || name.charAt(times) != 'x') {
        continue;
      }
      int height = digits(name, times + 1);
      boolean wide = height == 0 && width > 1 && isEnd(name, times + 1);
      boolean high = width == 0 && height > 1 && isEnd(name, times + 1 + height);
      if (width > 0 && height > 0 || wide || high) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isEnd(String name, int at) {
    return at >= name.length() || name.charAt(at) == '.' || name.charAt(at) == '_' || name.charAt(at) == '@';
  }

  /** How many digits stand at a place. */
  static int digits(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    return to - from;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
