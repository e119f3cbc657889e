package shotdeed.wire;

import shotdeed.fingerprint.Region;

/**
 * One region's hash of a page's picture, in one form.
 *
 * @param hash 64 hexadecimal digits
 * @param quality 0 to 100
 * @param region the part of the picture; {@code null} for the whole picture
 */
public record QueryFingerprint(String hash, int quality, Region region) {}
