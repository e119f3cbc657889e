package shotdeed.server.picture.vp8;

import java.io.IOException;

/** The bytes are no whole key frame of VP8. */
public final class Vp8Exception extends IOException {
  Vp8Exception(String message) {
    super(message);
  }
}
