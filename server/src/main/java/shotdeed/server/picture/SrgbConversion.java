package shotdeed.server.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.WritableRaster;

/** Turns pixels of an RGB or grey profile into sRGB. One instance serves one picture. */
final class SrgbConversion {
  /**
   * Levels by which a conversion may move a colour and still be left out. The many files that carry sRGB itself, under
   * some name, would otherwise lose a level here and there to rounding; browsers leave them alone.
   */
  private static final int ROUNDING = 2;

  private static final int STEP = 17;
  private static final int GRID = 255 / STEP + 1;

  private final ColorConvertOp convert;
  private final ComponentColorModel model;

  private SrgbConversion(ICC_Profile profile) {
    model =
        new ComponentColorModel(
            new ICC_ColorSpace(profile), false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    convert = new ColorConvertOp(null);
  }

  /**
   * The conversion, or {@code null} where none is needed or the profile cannot be used.
   *
   * @param grey whether the picture is; a grey profile on any other is a mistake that browsers pass over
   */
  static SrgbConversion from(ICC_Profile profile, boolean grey) {
    int type = profile == null ? ColorSpace.TYPE_CMYK : profile.getColorSpaceType();
    if (type != ColorSpace.TYPE_RGB && !(grey && type == ColorSpace.TYPE_GRAY)) {
      return null; // ink is turned into light by the JPEG reader
    }
    try {
      SrgbConversion conversion = new SrgbConversion(profile);
      return conversion.movesColours() ? conversion : null;
    } catch (CMMException | IllegalArgumentException unusable) {
      return null; // browsers show a picture with an unusable profile as if it had none
    }
  }

  /** Converts {@code count} pixels 0xAARRGGBB in place; alpha stays. */
  void apply(int[] argb, int count) {
    WritableRaster raster = model.createCompatibleWritableRaster(count, 1);
    int bands = model.getNumComponents();
    byte[] samples = new byte[bands * count];
    for (int i = 0, s = 0; i < count; i++) {
      for (int band = 0; band < bands; band++) {
        samples[s++] = (byte) (argb[i] >> 16 - 8 * band);
      }
    }
    raster.setDataElements(0, 0, count, 1, samples);
    BufferedImage converted = new BufferedImage(count, 1, BufferedImage.TYPE_INT_RGB);
    convert.filter(new BufferedImage(model, raster, false, null), converted);
    int[] rgb = ((DataBufferInt) converted.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < count; i++) {
      argb[i] = argb[i] & 0xff000000 | rgb[i] & 0xffffff;
    }
  }

  private boolean movesColours() {
    int[] grid = new int[GRID * GRID * GRID];
    for (int i = 0; i < grid.length; i++) {
      int red = i % GRID * STEP;
      boolean grey = model.getNumComponents() == 1;
      grid[i] = grey ? red * 0x010101 : red << 16 | i / GRID % GRID * STEP << 8 | i / GRID / GRID * STEP;
    }
    int[] moved = grid.clone();
    apply(moved, moved.length);
    for (int i = 0; i < grid.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        if (Math.abs((grid[i] >> shift & 0xff) - (moved[i] >> shift & 0xff)) > ROUNDING) {
          return true;
        }
      }
    }
    return false;
  }
}
