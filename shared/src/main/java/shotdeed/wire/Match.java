package shotdeed.wire;

import shotdeed.fingerprint.Region;

/**
 * A certificate that a picture matches.
 *
 * @param certificate number of the certificate
 * @param verdict {@code copy} or {@code related}
 * @param method {@code exact}, {@code fingerprint} or {@code feature}
 * @param distance differing bits of the clearest fingerprint, 0 to 256
 * @param radius bits within which that fingerprint matches
 * @param region the part of the picture that matches; of a strip, the part of its slices joined
 * @param original the part of the certified photograph that it matches
 */
public record Match(
    int certificate, String verdict, String method, int distance, int radius, Region region, Region original) {}
