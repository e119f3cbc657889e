package shotdeed.match;

/**
 * A {@link Matcher} as it can be stored, so that it need not be made anew of its fingerprints. The arrays are the matcher's
 * own, see {@link FrozenIndex}.
 *
 * @param index of all fingerprints, those of one certificate one after the other
 * @param numbers of the certificates, in the order of their fingerprints
 * @param counts how many fingerprints each has
 * @param corners of each fingerprint, two numbers: left and top, right and bottom of its part, 14 bits each
 */
public record FrozenMatcher(FrozenIndex index, int[] numbers, int[] counts, int[] corners) {
  /** @throws IllegalArgumentException if the sizes cannot be those of a matcher */
  public FrozenMatcher {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    if (numbers.length != counts.length || sum != index.used() || corners.length < 2 * sum) {
      throw new IllegalArgumentException("these arrays are no matcher of " + numbers.length + " certificates");
    }
  }
}
