package shotdeed.extension.probe;

import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.image.Strip;

/** What scaling and joining make of pixels, in a line that must be the same on the JVM and in the browser. */
public final class StripNumbers {
  private StripNumbers() {}

  /** A checksum over the bits of the picture at another size, one over the joined picture, and that picture's hash. */
  public static String of(int width, int height, int[] abgr) {
    LumaImage picture = LumaImage.fromAbgr(width, height, abgr);
    Strip.Slice slice = Strip.slice(picture);
    LumaImage joined = Strip.join(List.of(slice, slice));
    return checksum(picture.scaledTo(97, 211))
        + " "
        + joined.height()
        + " "
        + checksum(joined)
        + " "
        + new Pdq().hash(joined).hash(Dihedral.ROTATE0);
  }

  private static int checksum(LumaImage picture) {
    int sum = 1;
    for (float value : picture.values()) {
      sum = 31 * sum + Float.floatToIntBits(value);
    }
    return sum;
  }
}
