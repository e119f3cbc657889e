package shotdeed.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import shotdeed.digest.Sha256;

/** Texts of lines, each of which ends with a line feed, and the numbers and bytes in them. */
final class Lines {
  private static final int MAX_DIGITS = 10;

  private Lines() {}

  /**
   * Splits a text into its lines, without the line feeds.
   *
   * @param max lines at most, so that a text of empty lines does not fill the memory
   */
  static List<String> of(String text, int max) throws Malformed {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (lines.size() == max) {
        throw new Malformed("it has too many lines");
      }
      lines.add(text.substring(from, end));
      from = end + 1;
    }
    if (from < text.length()) {
      throw new Malformed("the last line does not end");
    }
    return lines;
  }

  /** No control character but the line feed. */
  static void requirePlain(String text) throws Malformed {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
        throw new Malformed("it holds a control character");
      }
    }
  }

  /** A number from 0 to 2,147,483,647 without leading zeroes. */
  static int number(String text) throws Malformed {
    long number = 0;
    boolean whole = !text.isEmpty() && text.length() <= MAX_DIGITS && (text.length() == 1 || text.charAt(0) != '0');
    for (int i = 0; whole && i < text.length(); i++) {
      whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      number = 10 * number + text.charAt(i) - '0';
    }
    if (!whole || number > Integer.MAX_VALUE) {
      throw new Malformed("a number was expected");
    }
    return (int) number;
  }

  /** Standard base 64 with padding, in its one form (RFC 4648, 4). */
  static byte[] base64(String text) throws Malformed {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (RuntimeException e) {
      // Not only IllegalArgumentException: the browser's library fails in another way.
      throw new Malformed("it is not base 64");
    }
    if (!base64(bytes).equals(text)) {
      throw new Malformed("it is not base 64 in its one form");
    }
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** {@link #base64(String)} of a hash. */
  static byte[] hash(String text) throws Malformed {
    byte[] hash = base64(text);
    if (hash.length != Sha256.BYTES) {
      throw new Malformed("a hash was expected");
    }
    return hash;
  }

  static boolean same(byte[] one, byte[] other) {
    return Arrays.equals(one, other);
  }
}
