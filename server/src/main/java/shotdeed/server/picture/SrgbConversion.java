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

/** Turns pixels of an RGB profile into sRGB. One instance serves one picture. */
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

  /** The conversion, or {@code null} where none is needed or the profile cannot be used. */
  static SrgbConversion from(ICC_Profile profile) {
    if (profile == null || profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
      return null;
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
    byte[] samples = new byte[3 * count];
    for (int i = 0, s = 0; i < count; i++) {
      samples[s++] = (byte) (argb[i] >> 16);
      samples[s++] = (byte) (argb[i] >> 8);
      samples[s++] = (byte) argb[i];
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
      grid[i] = i % GRID * STEP << 16 | i / GRID % GRID * STEP << 8 | i / GRID / GRID * STEP;
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
