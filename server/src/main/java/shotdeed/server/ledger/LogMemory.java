package shotdeed.server.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SignedNote;

/**
 * The newest checkpoint, kept in a file outside the data folder, so that a data folder that came back from a backup is
 * known to be older than what was signed. Written before a checkpoint is given to anybody.
 */
public final class LogMemory {
  private static final Logger LOG = LoggerFactory.getLogger(LogMemory.class);
  private static final int MAX_FILE = 1 << 20;

  /** {@code null} if nothing is remembered. */
  private final Path file;

  private boolean warned;

  /** @param file {@code null} to remember nothing */
  public LogMemory(Path file) {
    this.file = file;
  }

  /**
   * What was remembered; {@code null} if nothing was, or it cannot be read.
   *
   * @throws Malformed if the file holds something else
   */
  synchronized Checkpoint read() throws Malformed {
    if (file == null) {
      return null;
    }
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new Malformed("the file is too long");
      }
      return Checkpoint.parse(SignedNote.parse(Files.readString(file, StandardCharsets.UTF_8)).text());
    } catch (NoSuchFileException e) {
      return null;
    } catch (CharacterCodingException e) {
      throw new Malformed("the file is not UTF-8");
    } catch (IOException e) {
      LOG.warn("the log's newest checkpoint outside the data folder cannot be read: {}", e.toString());
      return null;
    }
  }

  /** Remembers a checkpoint, on the disk when it returns; a place that cannot be written to is only warned of. */
  synchronized void remember(SignedNote checkpoint) {
    if (file == null) {
      return;
    }
    try {
      write(checkpoint.format().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (!warned) {
        LOG.warn(
            "the log's newest checkpoint cannot be kept outside the data folder; a restored backup may go unnoticed"
                + " (setting log-memory): {}",
            e.toString());
      }
      warned = true;
    }
  }

  private void write(byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out = FileChannel.open(
        part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
