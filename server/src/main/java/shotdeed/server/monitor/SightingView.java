package shotdeed.server.monitor;

import java.time.Instant;
import java.util.List;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.Match;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * A sighting as its seller's programs get it; see {@link Sighting}.
 *
 * @param decodedFrom {@code picture}, or {@code raster} if the server judged a PNG that the browser had made
 * @param secondOpinion one figure an algorithm
 * @param slices of the strip that showed the copy, the uppermost first; empty for a picture alone
 * @param mark what was read of an invisible mark; {@code null} if nobody looked
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
    int complaint,
    List<Figure> secondOpinion,
    List<StripSlice> slices,
    ReadMark mark) {
  /**
   * What an independent algorithm says; see {@link SecondOpinion.Figure}.
   *
   * @param distance {@code differing / bits}
   * @param unavailable why the three figures are {@code null}, or {@code null}
   */
  record Figure(String algorithm, Integer bits, Integer differing, Double distance, String unavailable) {
    static Figure of(SecondOpinion.Figure f) {
      return f.missing() == null
          ? new Figure(f.algorithm(), f.bits(), f.differing(), f.distance(), null)
          : new Figure(f.algorithm(), null, null, null, f.missing().text());
    }
  }

  /** A slice; see {@link Slice}. */
  record StripSlice(
      boolean shows, SeenPicture picture, String sha256, String mediaType, int bytes, int width, int height) {
    static StripSlice of(Slice s) {
      return new StripSlice(
          s.shows(),
          s.picture(),
          s.file().sha256(),
          s.file().mediaType(),
          s.file().bytes(),
          s.file().width(),
          s.file().height());
    }
  }

  static SightingView of(Sighting s, SecondOpinion opinion, List<Slice> slices, ReadMark mark) {
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
        s.complaint(),
        opinion.figures().stream().map(Figure::of).toList(),
        slices.stream().map(StripSlice::of).toList(),
        mark);
  }
}
