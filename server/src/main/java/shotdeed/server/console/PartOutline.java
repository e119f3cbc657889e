package shotdeed.server.console;

import java.math.BigDecimal;
import shotdeed.fingerprint.Region;

/** Places of a part's outline over a picture, for a drawing that has the picture's size. */
public final class PartOutline {
  private PartOutline() {}

  /**
   * A place in pixels, exactly and in digits that every language of a page shares.
   *
   * @param place in {@link Region#UNIT}s
   * @param side pixels of the picture's side
   */
  public static String of(int place, int side) {
    return BigDecimal.valueOf((long) place * side, 4).stripTrailingZeros().toPlainString();
  }
}
