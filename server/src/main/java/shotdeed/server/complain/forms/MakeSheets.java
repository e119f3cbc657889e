package shotdeed.server.complain.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.certify.Derived;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Turnstile;

/** Makes comparison sheets, and keeps them by what they show: the same content is drawn once. */
public final class MakeSheets {
  private static final Logger LOG = LoggerFactory.getLogger(MakeSheets.class);

  /** Raise it when sheets are drawn in another way. */
  private static final String LAYOUT = "sheet 1";

  /** Sheets in memory at a time: a hundred megabytes each at most. */
  private static final int AT_ONCE = 2;

  private final Derived derived;
  private final PictureDecoder decoder;
  private final FileCache cache;
  private final Turnstile turnstile = new Turnstile(AT_ONCE);

  public MakeSheets(Derived derived, PictureDecoder decoder, FileCache cache) {
    this.derived = derived;
    this.decoder = decoder;
    this.cache = cache;
  }

  /** A JPEG of a sheet, between two sizes in bytes if that can be. */
  byte[] jpeg(Sheet sheet, long least, long most) throws IOException {
    String content = LAYOUT + " " + least + " " + most + " " + sheet;
    String name = Secrets.sha256(content.getBytes(StandardCharsets.UTF_8)) + ".jpg";
    byte[] kept = cache.get(name);
    if (kept != null) {
      return kept;
    }
    byte[] made = turnstile.pass(() -> FittingJpeg.of(SheetPainter.of(sheet, derived, decoder), least, most));
    try {
      cache.put(name, made);
    } catch (IOException e) {
      LOG.warn("a comparison sheet could not be kept: {}", e.toString());
    }
    return made;
  }
}
