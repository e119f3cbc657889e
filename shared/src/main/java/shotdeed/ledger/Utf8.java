package shotdeed.ledger;

/** Text as UTF-8 (RFC 3629), strictly: one text, one sequence of bytes. */
public final class Utf8 {
  private static final int SURROGATES = 0xd800;
  private static final int AFTER_SURROGATES = 0xe000;
  private static final int PLANE = 0x10000;
  private static final int LAST = 0x10ffff;

  private Utf8() {}

  /** A lone surrogate becomes a question mark. */
  public static byte[] bytes(String text) {
    byte[] out = new byte[3 * text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      if (c >= SURROGATES && c < AFTER_SURROGATES) {
        boolean pair = Character.isHighSurrogate((char) c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        c = pair ? Character.toCodePoint((char) c, text.charAt(++i)) : '?';
      }
      if (c < 0x80) {
        out[n++] = (byte) c;
      } else if (c < 0x800) {
        out[n++] = (byte) (0xc0 | c >> 6);
        out[n++] = (byte) (0x80 | c & 0x3f);
      } else if (c < PLANE) {
        out[n++] = (byte) (0xe0 | c >> 12);
        out[n++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[n++] = (byte) (0x80 | c & 0x3f);
      } else {
        out[n++] = (byte) (0xf0 | c >> 18);
        out[n++] = (byte) (0x80 | c >> 12 & 0x3f);
        out[n++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[n++] = (byte) (0x80 | c & 0x3f);
      }
    }
    byte[] exact = new byte[n];
    System.arraycopy(out, 0, exact, 0, n);
    return exact;
  }

  /** @throws Malformed if the bytes are not UTF-8 */
  public static String text(byte[] bytes) throws Malformed {
    return text(bytes, 0, bytes.length);
  }

  static String text(byte[] bytes, int from, int count) throws Malformed {
    StringBuilder text = new StringBuilder(count);
    int end = from + count;
    for (int i = from; i < end; ) {
      int first = bytes[i++] & 0xff;
      int more = first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
      if (more < 0 || end - i < more) {
        throw new Malformed("it is not UTF-8");
      }
      int point = more == 0 ? first : first & 0x3f >> more;
      for (int k = 0; k < more; k++) {
        int next = bytes[i++] & 0xff;
        if ((next & 0xc0) != 0x80) {
          throw new Malformed("it is not UTF-8");
        }
        point = point << 6 | next & 0x3f;
      }
      boolean tooLong = more == 2 && point < 0x800 || more == 3 && point < PLANE;
      if (tooLong || point > LAST || point >= SURROGATES && point < AFTER_SURROGATES) {
        throw new Malformed("it is not UTF-8");
      }
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
