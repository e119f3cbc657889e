package shotdeed.digest;

/** Bytes as lower-case hexadecimal digits. */
public final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  public static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder(2 * bytes.length);
    for (byte one : bytes) {
      text.append(DIGITS.charAt(one >> 4 & 15)).append(DIGITS.charAt(one & 15));
    }
    return text.toString();
  }

  /** Whether a text is a SHA-256 hash. */
  public static boolean isHash(String text) {
    if (text.length() != 2 * Sha256.BYTES) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (DIGITS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
