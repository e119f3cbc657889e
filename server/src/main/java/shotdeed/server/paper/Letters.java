package shotdeed.server.paper;

import java.text.Bidi;

/** What drawing a line has to know of its letters. */
public final class Letters {
  private Letters() {}

  /** Chinese and its signs: a line may end after any of them. */
  public static boolean isHan(int c) {
    return c >= 0x2e80 && c < 0xa000 || c >= 0xf900 && c < 0xfb00 || c >= 0xff00 && c < 0xfff0 || c >= 0x20000;
  }

  /** Letters that run from right to left are drawn in the order of the eye; they keep their plain shapes. */
  public static String visual(String line) {
    char[] letters = line.toCharArray();
    if (!Bidi.requiresBidi(letters, 0, letters.length)) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    Object[] runs = new Object[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 1 ? new StringBuilder(run).reverse().toString() : run;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    StringBuilder visual = new StringBuilder(line.length());
    for (Object run : runs) {
      visual.append(run);
    }
    return visual.toString();
  }
}
