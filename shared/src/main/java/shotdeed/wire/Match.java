package shotdeed.wire;

/**
 * A certificate that a picture matches.
 *
 * @param certificate number of the certificate
 * @param verdict {@code copy} or {@code related}
 * @param method {@code exact}, {@code fingerprint} or {@code feature}
 * @param distance differing bits of the nearest fingerprint, 0 to 256
 * @param radius bits within which that fingerprint matches
 */
public record Match(int certificate, String verdict, String method, int distance, int radius) {}
