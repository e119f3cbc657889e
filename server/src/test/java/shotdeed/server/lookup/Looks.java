package shotdeed.server.lookup;

import java.util.List;
import shotdeed.feature.FeatureKernel;
import shotdeed.feature.Features;
import shotdeed.fingerprint.Kernel;
import shotdeed.image.LumaImage;
import shotdeed.server.Client;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.wire.GreyRaster;
import shotdeed.wire.Look;
import shotdeed.wire.LookCodec;

/** Looks as a browser takes them. */
public final class Looks {
  private Looks() {}

  /** A picture's features, and the raster that was asked for. */
  public static byte[] thorough(byte[] picture, int rasterSide) {
    LumaImage luma = luma(picture);
    return look(List.of(), new FeatureKernel().query(luma), rasterSide == 0 ? null : GreyRaster.of(luma, rasterSide));
  }

  /** What fingerprints found, without features, and the raster that was asked for. */
  public static byte[] ofFingerprints(byte[] picture, Look.Candidate candidate, int rasterSide) {
    LumaImage luma = luma(picture);
    return look(
        List.of(candidate),
        none(luma.width(), luma.height()),
        rasterSide == 0 ? null : GreyRaster.of(luma, rasterSide));
  }

  public static byte[] look(List<Look.Candidate> candidates, Features features, GreyRaster raster) {
    return LookCodec.encode(new Look(Kernel.VERSION, FeatureKernel.VERSION, candidates, features, raster));
  }

  public static Features none(int width, int height) {
    return new Features(width, height, new short[0], new short[0], new byte[0], new int[0]);
  }

  public static Client.Reply send(Client client, byte[] look) {
    return client.postBody("/api/v1/look", LookCodec.MEDIA_TYPE, look);
  }

  /** The features of a page's picture. */
  static Features query(byte[] picture) {
    return new FeatureKernel().query(luma(picture));
  }

  /** The features of a certificate's photograph. */
  static Features certificate(byte[] photograph) {
    return new FeatureKernel().certificate(luma(photograph));
  }

  private static LumaImage luma(byte[] picture) {
    try {
      return new PictureDecoder().decode(picture).luma();
    } catch (UnreadablePicture e) {
      throw new IllegalArgumentException(e);
    }
  }
}
