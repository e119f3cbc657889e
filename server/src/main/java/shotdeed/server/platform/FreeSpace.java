package shotdeed.server.platform;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Keeps the disk from filling up: below a floor nothing large is taken in, so that signing in, reading and deleting,
 * which need a little room for the database, go on.
 */
public final class FreeSpace {
  private final Path folder;
  private final long floor;

  /**
   * @param floor bytes that stay free
   */
  public FreeSpace(Path folder, long floor) {
    this.folder = folder;
    this.floor = floor;
  }

  /**
   * Call before {@code bytes} are taken in.
   *
   * @throws Refused with {@link Errors#STORAGE_FULL} if they would leave less than the floor
   */
  public void require(long bytes) throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() - Math.max(0, bytes) < floor) {
      throw new Refused(Errors.STORAGE_FULL);
    }
  }

  /** Work that keeps something. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does the work.
   *
   * @throws Refused with {@link Errors#STORAGE_FULL} if the disk ran full in the middle
   */
  public static <T> T orRefused(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      if (isUsedUp(e)) {
        throw new Refused(Errors.STORAGE_FULL);
      }
      throw e;
    }
  }

  /** Whether a failure means that the disk, or the owner's share of it, is full. */
  public static boolean isUsedUp(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
        return true;
      }
      // Java has no type for it: the system's own words, in the system's C locale form, are all there is.
      String words = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
      if (cause instanceof IOException && words != null
          && (words.contains("No space left on device") || words.contains("Disk quota exceeded")
              || words.contains("There is not enough space on the disk"))) {
        return true;
      }
    }
    return false;
  }
}
