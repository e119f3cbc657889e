package shotdeed.server.complain.bundle;

import java.io.IOException;

/** Something that a bundle holds; asked for again when it is written, so that one part at a time is in memory. */
interface Stored {
  byte[] bytes() throws IOException;
}
