package shotdeed.wire;

/**
 * Asks the server to confirm a hit. Sent as the part {@code report} of a multipart body, with the picture's bytes as
 * served in the part {@code picture} and, for formats that the server cannot decode (AVIF), the same picture as PNG in
 * the part {@code raster}.
 *
 * @param clientKey a UUID made by the extension: the same report sent twice is one sighting
 * @param seenAt when the browser saw it
 * @param certificate the certificate that the browser's own match named; the server decides for itself
 */
public record SightingReport(
    String clientKey,
    String seenAt,
    int certificate,
    SeenListing listing,
    SeenPicture picture,
    CaptureClient client) {}
