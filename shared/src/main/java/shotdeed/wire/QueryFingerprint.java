package shotdeed.wire;

/**
 * One region's hash of a page's picture.
 *
 * @param hash 64 hexadecimal digits
 * @param quality 0 to 100
 */
public record QueryFingerprint(String hash, int quality) {}
