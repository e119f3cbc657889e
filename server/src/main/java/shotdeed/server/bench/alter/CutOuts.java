package shotdeed.server.bench.alter;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** The thing in the picture without its background. */
final class CutOuts {
  private CutOuts() {}

  /** On white. */
  static Step onWhite() {
    return (picture, scene) ->
        blended(picture, Pictures.canvas(picture.getWidth(), picture.getHeight(), Color.WHITE), Subject.mask(picture));
  }

  /** On a foreign picture of the same size, softened as backgrounds are. */
  static Step onAnotherScene() {
    return (picture, scene) -> {
      BufferedImage behind = Resample.cover(scene.foreign(), picture.getWidth(), picture.getHeight());
      return blended(picture, Grain.blurred(3).apply(behind, scene), Subject.mask(picture));
    };
  }

  private static BufferedImage blended(BufferedImage front, BufferedImage back, BufferedImage mask) {
    int[] in = Pictures.pixels(front);
    int[] share = Pictures.pixels(mask);
    int[] out = Pictures.pixels(back);
    for (int i = 0; i < out.length; i++) {
      double a = (share[i] & 0xff) / 255.0;
      double b = 1 - a;
      out[i] =
          Pictures.rgb(
              a * (in[i] >> 16 & 0xff) + b * (out[i] >> 16 & 0xff),
              a * (in[i] >> 8 & 0xff) + b * (out[i] >> 8 & 0xff),
              a * (in[i] & 0xff) + b * (out[i] & 0xff));
    }
    return back;
  }
}
