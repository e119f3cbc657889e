package shotdeed.fingerprint;

import java.util.List;
import shotdeed.image.LumaImage;
import shotdeed.model.Unjudged;

/**
 * What a picture is looked up with, or why it cannot be: exactly one of the two.
 *
 * @param queries at least one, or none if there is a reason
 * @param unjudged {@link Unjudged#TOO_SMALL} or {@link Unjudged#TOO_FLAT}; {@code null} if there are queries
 */
public record Lookup(List<Kernel.Query> queries, Unjudged unjudged) {
  /**
   * Pixels that each side of a picture needs. Measured on 200 photographs of clothing, their shorter side shrunk to so
   * many pixels: within 47 bits of the photograph's own hash lie 0 % at 10 pixels, 9 % at 12, 60 % at 14, 94 % at 16 and
   * 99 % at 20. Below this, a verdict of "no copy" would say nothing.
   */
  public static final int MIN_SIDE = 16;

  /** Looks at a picture of any size. */
  public static Lookup of(Kernel kernel, LumaImage picture) {
    LumaImage reduced = picture.reduced();
    if (isTooSmall(reduced)) {
      return new Lookup(List.of(), Unjudged.TOO_SMALL);
    }
    List<Kernel.Query> queries = kernel.query(reduced);
    return new Lookup(queries, queries.isEmpty() ? Unjudged.TOO_FLAT : null);
  }

  /** Whether a picture, as {@link LumaImage#reduced} gives it, has a side below {@link #MIN_SIDE}. */
  public static boolean isTooSmall(LumaImage reduced) {
    return Math.min(reduced.width(), reduced.height()) < MIN_SIDE;
  }
}
