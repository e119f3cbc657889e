package shotdeed.server.certify;

import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Certifier;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.picture.BackgroundResource;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** The machine's review of one file: decodable, big enough, not too plain. */
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
   * @param features for what fingerprints cannot find
   * @param queries for finding the same photograph, as a whole, among those certified already
   */
  record Passed(
      String mediaType,
      int width,
      int height,
      List<Fingerprint> prints,
      Features features,
      List<Kernel.Query> queries) {}

  /**
   * Looks at a file.
   *
   * @throws Refused with the reason
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
    List<Fingerprint> prints = new Certifier(BackgroundResource.bank()).certificate(luma);
    if (prints.isEmpty()) {
      throw new Refused(Errors.PICTURE_FLAT);
    }
    return new Passed(
        picture.format().mediaType(),
        picture.width(),
        picture.height(),
        prints,
        new FeatureKernel().certificate(luma),
        SamePhotograph.queries(kernel.query(luma)));
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
