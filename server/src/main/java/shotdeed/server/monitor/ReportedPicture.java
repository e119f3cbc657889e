package shotdeed.server.monitor;

import java.io.IOException;
import shotdeed.image.PictureHeader;
import shotdeed.model.Unjudged;
import shotdeed.server.certify.PictureErrors;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Content;

/**
 * A picture as a browser reports it.
 *
 * @param content as served
 * @param raster the same picture as PNG, looked at only if the server cannot decode {@code content}; {@code null} or
 *     empty if there is none
 */
record ReportedPicture(Content content, Content raster) {
  /**
   * A decoded picture.
   *
   * @param raster the PNG's bytes if they were looked at, or {@code null}
   */
  record Decoded(DecodedPicture picture, String mediaType, byte[] raster) {}

  long size() {
    return content.size() + (raster == null ? 0 : raster.size());
  }

  /** Decodes the picture, whose bytes are these. */
  Decoded decode(PictureDecoder decoder, byte[] bytes) throws IOException {
    try {
      DecodedPicture picture = decoder.decode(bytes);
      return new Decoded(picture, picture.format().mediaType(), null);
    } catch (UnreadablePicture e) {
      if (e.reason() != Unjudged.FORMAT_NOT_DECODED || raster == null || raster.size() == 0) {
        throw PictureErrors.refusal(e);
      }
    }
    PictureErrors.requireSize(raster.size());
    byte[] rasterBytes = raster.bytes();
    try {
      return new Decoded(decoder.decode(rasterBytes), PictureHeader.read(bytes).format().mediaType(), rasterBytes);
    } catch (UnreadablePicture e) {
      throw PictureErrors.refusal(e);
    }
  }
}
