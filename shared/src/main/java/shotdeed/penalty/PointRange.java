package shotdeed.penalty;

/**
 * Points of which only bounds are known.
 *
 * @param min 0 or more
 * @param max {@code min} or more; {@code null} if nothing bounds it
 */
public record PointRange(int min, Integer max) {
  public static final PointRange NONE = new PointRange(0, 0);

  public PointRange {
    if (min < 0 || max != null && max < min) {
      throw new IllegalArgumentException("points must be a range from 0 or more upwards, not " + min + " to " + max);
    }
  }
}
