package shotdeed.server.monitor;

import java.time.Instant;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.Match;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * A sighting as its seller's programs get it; see {@link Sighting}.
 *
 * @param decodedFrom {@code picture}, or {@code raster} if the server judged a PNG that the browser had made
 */
record SightingView(
    int id,
    String state,
    Match match,
    String form,
    SeenListing listing,
    SeenPicture picture,
    String pictureSha256,
    String pictureMediaType,
    int pictureBytes,
    int width,
    int height,
    String decodedFrom,
    Instant seenAt,
    Instant receivedAt,
    String day,
    CaptureClient client,
    String seenBy,
    int reports,
    int complaint) {
  static SightingView of(Sighting s) {
    return new SightingView(
        s.id(),
        s.state().text(),
        s.found().match(),
        s.form(),
        s.listing(),
        s.picture(),
        s.file().sha256(),
        s.file().mediaType(),
        s.file().bytes(),
        s.file().width(),
        s.file().height(),
        s.file().raster() == null ? "picture" : "raster",
        s.seenAt(),
        s.receivedAt(),
        s.day(),
        s.client(),
        s.seenBy(),
        s.reports(),
        s.complaint());
  }
}
