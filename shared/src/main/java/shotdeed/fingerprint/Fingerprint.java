package shotdeed.fingerprint;

/**
 * The hash of one region of a certified photograph, and how near another hash must come to match it.
 *
 * @param hash the region's hash, made as PDQ makes one; see {@link Kernel}
 * @param quality 0 to 100, see {@link Pdq.Result}; or {@link #QUALITY_NOT_KEPT}
 * @param region the part of the photograph that was hashed
 * @param radius bits, 0 to 64; a hash within it matches. Negative never stands here: what may match nothing gets no
 *     fingerprint
 */
public record Fingerprint(Hash256 hash, int quality, Region region, int radius) {
  /** The largest radius a fingerprint may carry, in bits. */
  public static final int MAX_RADIUS = 64;

  /** Stands for a quality that was not carried along; matching does not ask for it. */
  public static final int QUALITY_NOT_KEPT = -1;

  public Fingerprint {
    if (radius < 0 || radius > MAX_RADIUS) {
      throw new IllegalArgumentException("a radius is 0 to 64 bits, not " + radius);
    }
  }
}
