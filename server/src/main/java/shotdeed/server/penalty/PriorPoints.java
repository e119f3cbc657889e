package shotdeed.server.penalty;

import shotdeed.penalty.PointRange;
import shotdeed.penalty.ShopRecord;

/** Reads {@code 4}, {@code 0-12} or, without a most, {@code 4-?}. */
final class PriorPoints {
  private PriorPoints() {}

  /** Throws {@link IllegalArgumentException} with a message for the person who typed it. */
  static PointRange parse(String text) {
    int dash = text.indexOf('-');
    String least = dash < 0 ? text : text.substring(0, dash);
    String most = dash < 0 ? text : text.substring(dash + 1);
    try {
      return new PointRange(number(least), most.equals("?") ? null : Integer.valueOf(number(most)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no range such as 4, 0-12 or 0-?, of 0 to " + ShopRecord.MAX_PRIOR + " points", e);
    }
  }

  private static int number(String digits) {
    int number = Integer.parseInt(digits);
    if (number < 0 || number > ShopRecord.MAX_PRIOR) {
      throw new IllegalArgumentException("out of range: " + number);
    }
    return number;
  }
}
