package shotdeed.wire;

/**
 * The caller's own certificate, as the compare view shows it. Its picture is at {@code /api/v1/certificates/ID/picture}.
 *
 * @param title the file's name or a title given by the owner
 * @param state see {@code CertificateState}
 * @param grade see {@code Grade}
 * @param certifiedAt when the second review passed
 * @param sha256 of the untouched file, 64 hexadecimal digits
 * @param width pixels as displayed
 * @param height pixels as displayed
 */
public record CertificateSummary(
    int id, String title, String state, String grade, String certifiedAt, String sha256, int width, int height) {}
