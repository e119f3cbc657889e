package shotdeed.server.lookup;

import java.io.IOException;
import shotdeed.feature.Features;
import shotdeed.image.LumaImage;

/** The certified photographs that a picture is compared with. */
public interface Photographs {
  /** A photograph's features, or {@code null} if it has none (yet). */
  Features features(int certificate);

  /** A photograph's brightness, at whatever size it is compared at; {@code null} if it can no longer be read. */
  LumaImage luma(int certificate) throws IOException;
}
