package shotdeed.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of the log's keys, each named by its fingerprint. */
final class LogKeys {
  private static final int SHORT = 16;

  private final Path folder;
  private final Map<String, SigningKey> read = new HashMap<>();

  LogKeys(Path folder) {
    this.folder = folder;
  }

  /** A key of which the file is there; {@code null} if it is not, or no longer that key. */
  synchronized SigningKey of(String fingerprint) {
    SigningKey known = read.get(fingerprint);
    if (known != null) {
      return known;
    }
    Path file = file(fingerprint);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      SigningKey key = SigningKey.read(file);
      if (!key.fingerprint().equals(fingerprint)) {
        return null;
      }
      read.put(fingerprint, key);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the log's key", e);
    }
  }

  /** Puts a key, which stays what it is if it is there already. */
  synchronized void put(SigningKey key) {
    try {
      Files.createDirectories(folder);
      Path file = file(key.fingerprint());
      if (of(key.fingerprint()) == null) {
        Files.deleteIfExists(file); // one of that name which is not that key
        key.write(file);
      }
      read.put(key.fingerprint(), key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the log's key", e);
    }
  }

  /** Where a key is kept. */
  Path file(String fingerprint) {
    return folder.resolve("log-" + fingerprint.substring(0, SHORT) + ".pem");
  }
}
