package shotdeed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;

/** A store with all tables and nothing in them, made once: making its tables is most of what a server's start takes. */
final class EmptyStore {
  private static byte[] bytes;

  private EmptyStore() {}

  /** Puts it into a data folder that has none. */
  static synchronized void putInto(Path data) {
    Path file = DataFolder.databaseIn(data);
    if (Files.exists(file)) {
      return;
    }
    try {
      if (bytes == null) {
        bytes = made();
      }
      Files.createDirectories(data);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] made() throws IOException {
    Path folder = Files.createTempDirectory("shotdeed-empty");
    Path file = DataFolder.databaseIn(folder);
    Database.open(file).close();
    byte[] made = Files.readAllBytes(file);
    Files.delete(file);
    Files.delete(folder);
    return made;
  }
}
