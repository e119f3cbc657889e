package shotdeed.server.confirm;

import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Lays an original over a copy and looks whether they are the same photograph.
 *
 * <p>Safe for use by several threads.
 */
public final class Confirmer {
  /**
   * Decides.
   *
   * @param copy of any size
   * @param original of any size
   * @param guesses where the original lies in the copy, roughly, from the original's pixels to the copy's; the likeliest
   *     first
   */
  public Confirmation confirm(LumaImage copy, LumaImage original, List<Affine> guesses) {
    return Confirmation.NONE;
  }
}
