package shotdeed.server.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page that checks bundles without a server; it goes into each bundle. */
public final class OfflinePage {
  /** What it is called. */
  public static final String NAME = "verify.html";

  private OfflinePage() {}

  /** Its bytes, as the build made them. */
  public static byte[] bytes() {
    try (InputStream in = OfflinePage.class.getResourceAsStream("/shotdeed/server/verify/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + NAME);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NAME, e);
    }
  }
}
