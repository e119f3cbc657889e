package shotdeed.wire;

/**
 * A certificate that a {@link Look} shows, confirmed by geometry.
 *
 * @param certificate number of the certificate
 * @param verdict {@code copy} or {@code related}
 * @param method what named the certificate: {@code fingerprint} or {@code feature}
 * @param geometry how the copy lies on the original; of a related picture, what both have in common
 * @param summary the certificate
 */
public record LookMatch(
    int certificate, String verdict, String method, Geometry geometry, CertificateSummary summary) {}
