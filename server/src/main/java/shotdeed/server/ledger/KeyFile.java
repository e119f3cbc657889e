package shotdeed.server.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** Copies of the log's key. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * Copies a key to a file that only its owner may read.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  public static void copy(Path from, Path to) throws IOException {
    SigningKey.read(from).write(to);
  }
}
