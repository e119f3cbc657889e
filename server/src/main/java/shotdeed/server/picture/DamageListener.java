package shotdeed.server.picture;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Listens for the warnings of a decoder that filled missing data with grey and went on. */
final class DamageListener implements IIOReadWarningListener {
  private boolean found;

  /** Whether a part of the picture was missing. */
  boolean found() {
    return found;
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    // libjpeg's "Premature end of JPEG file" and "Corrupt JPEG data: premature end of data segment". Its other
    // warnings (extraneous bytes, odd versions) leave the pixels whole, and browsers show such files without a word.
    found |= warning.toLowerCase(Locale.ROOT).contains("premature end");
  }
}
