package shotdeed.server.platform;

import java.io.IOException;
import java.util.function.Consumer;

/** Somebody whose records refer to files of the {@link FileStore}. */
public interface FileUser {
  /**
   * Names every file that is referred to, by its SHA-256; the same one may be named repeatedly.
   *
   * @throws IOException if it cannot be sure to have named all
   */
  void name(Consumer<String> files) throws IOException;
}
