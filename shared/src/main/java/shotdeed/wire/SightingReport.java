package shotdeed.wire;

import java.util.List;

/**
 * Asks the server to confirm a hit. Sent as the part {@code report} of a multipart body, with the picture's bytes as
 * served in the part {@code picture} and, for formats that the server cannot decode (AVIF), the same picture as PNG in
 * the part {@code raster}.
 *
 * <p>A copy that only several pictures show together is reported with all slices of the strip in which it was found: one
 * part {@code picture} a slice, in order, and, if any of them needs a raster, one part {@code raster} a slice, empty
 * where none is needed.
 *
 * @param clientKey a UUID made by the extension: the same report sent twice is one sighting
 * @param seenAt when the browser saw it
 * @param certificate the certificate that the browser's own match named; the server decides for itself
 * @param picture the picture; of a strip, the slice with most of the copy, which the server looks for itself
 * @param slices the slices of the strip, the uppermost first; empty or {@code null} for a picture alone
 */
public record SightingReport(
    String clientKey,
    String seenAt,
    int certificate,
    SeenListing listing,
    SeenPicture picture,
    List<SeenPicture> slices,
    CaptureClient client) {}
