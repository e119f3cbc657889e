package shotdeed.server.monitor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.image.LumaImage;
import shotdeed.mark.InformedReader;
import shotdeed.mark.MarkReader;
import shotdeed.mark.MarkReading;
import shotdeed.server.confirm.Affine;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.FileStore;
import shotdeed.wire.ReadMark;

/**
 * Reads the invisible mark of a copy: with the original laid over it, where geometry says how it lies, and else blindly.
 * Never fails: a mark is evidence beside a match, not a condition for it.
 */
final class ReadMarks {
  private static final Logger LOG = LoggerFactory.getLogger(ReadMarks.class);

  private final FileStore files;
  private final PictureDecoder decoder;

  ReadMarks(FileStore files, PictureDecoder decoder) {
    this.files = files;
    this.decoder = decoder;
  }

  /** The brightness of a picture, small enough to be kept while its original is decoded. */
  static LumaImage kept(BufferedImage picture) {
    int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return LumaImage.fromRgb(picture.getWidth(), picture.getHeight(), rgb).reduced();
  }

  /**
   * Reads.
   *
   * @param copy of a strip, the part that shows the photograph
   * @param original SHA-256 of the certified file
   * @param map from the original to the copy, as if each were 1 wide and 1 high; {@code null} where it is not known
   */
  ReadMark read(LumaImage copy, String original, Affine map) {
    try {
      MarkReading reading = map == null ? null : informed(copy, original, map);
      if (reading == null) {
        reading = new MarkReader().read(copy);
      }
      return reading == null
          ? ReadMark.NONE
          : new ReadMark(
              Integer.toUnsignedString(reading.number()), (int) Math.round(100 * reading.confidence()));
    } catch (IOException | RuntimeException e) {
      LOG.warn("no mark was looked for", e);
      return null;
    }
  }

  private MarkReading informed(LumaImage copy, String original, Affine map) throws IOException {
    LumaImage certified;
    try {
      certified = decoder.decode(files.get(original)).luma().reduced();
    } catch (NoSuchFileException | UnreadablePicture e) {
      return null; // then blindly
    }
    Affine pixels = map.resized(certified.width(), certified.height(), copy.width(), copy.height());
    double[] toCopy = {pixels.xx(), pixels.xy(), pixels.x0(), pixels.yx(), pixels.yy(), pixels.y0()};
    return new InformedReader().read(certified, copy, toCopy);
  }
}
