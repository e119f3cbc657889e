package shotdeed.server.certify;

import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.certify.first.ContentReview;
import shotdeed.server.certify.first.Overlay;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.ColourRaster;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** The machine's review of one file: decodable, big enough, not too plain, one photograph and nothing else. */
final class FirstReview {
  /** Pixels; a longer picture is judged as if it were scaled down to this. */
  static final int LONG_SIDE = 2000;

  /** Pixels that each side needs. */
  static final int MIN_SIDE = 400;

  private final PictureDecoder decoder;

  FirstReview(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * What passed.
   *
   * @param prints for the monitor library
   * @param photograph reduced
   * @param features for what fingerprints cannot find
   * @param queries for finding the same photograph, or parts of it, among those certified already
   * @param content what it shows beside one photograph
   */
  record Passed(
      String mediaType,
      int width,
      int height,
      Overlay.Photograph photograph,
      List<Fingerprint> prints,
      Features features,
      List<Kernel.Query> queries,
      ContentReview content) {}

  /**
   * Looks at a file.
   *
   * @throws Refused with the reason; whether its content refuses it is answered, because that it is certified already
   *     would be the better reason
   */
  Passed examine(byte[] file) {
    DecodedPicture picture;
    try {
      picture = decoder.decode(file);
    } catch (UnreadablePicture e) {
      throw PictureErrors.refusal(e);
    }
    requireSize(picture.width(), picture.height());
    Kernel kernel = new Kernel();
    LumaImage luma = picture.luma();
    LumaImage reduced = luma.reduced();
    ContentReview content = ContentReview.of(reduced);
    List<Fingerprint> prints = new Certifier(BackgroundResource.bank()).certificate(luma);
    if (prints.isEmpty()) {
      throw content.refused() == null ? new Refused(Errors.PICTURE_FLAT) : content.refused();
    }
    return new Passed(
        picture.format().mediaType(),
        picture.width(),
        picture.height(),
        new Overlay.Photograph(reduced, ColourRaster.of(picture.image())),
        prints,
        new FeatureKernel().certificate(luma),
        kernel.query(luma),
        content);
  }

  static void requireSize(int width, int height) {
    int longer = Math.max(width, height);
    long shorter = Math.min(width, height);
    long scaled = longer > LONG_SIDE ? shorter * LONG_SIDE / longer : shorter;
    if (scaled < MIN_SIDE) {
      throw new Refused(Errors.PICTURE_TOO_SMALL, width, height, MIN_SIDE, LONG_SIDE);
    }
  }
}
