package shotdeed.server.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A note in the data folder: under which address its server was last reached. Read by other commands. */
public final class RunningAddress {
  private final Path file;

  public RunningAddress(Path data) {
    this.file = data.resolve("server.address");
  }

  /** Leaves the note. */
  public void write(String origin) throws IOException {
    Files.writeString(file, origin + "\n", StandardCharsets.UTF_8);
  }

  /** The address, or {@code fallback} if none was noted. */
  public String read(String fallback) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).trim() : fallback;
  }
}
