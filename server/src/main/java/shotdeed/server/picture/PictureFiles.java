package shotdeed.server.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads picture files for the commands, and says in plain words why one could not be read. */
public final class PictureFiles {
  private PictureFiles() {}

  /**
   * A file's bytes; of one above {@link PictureDecoder#MAX_BYTES} the first ones up to one more than that, which the
   * decoder refuses.
   */
  public static byte[] bytes(Path file) throws IOException {
    return bytes(file, PictureDecoder.MAX_BYTES + 1);
  }

  /**
   * The first bytes of a file, at most {@code limit}. Pipes and devices are refused: they may be waited for without an
   * end.
   */
  public static byte[] bytes(Path file, int limit) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      String kind = attributes.isDirectory() ? "is a folder, not a file" : "is not a regular file";
      throw new FileSystemException(file.toString(), null, kind);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    }
  }

  /** Why reading failed, without the file's name. */
  public static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return failure.getMessage() == null ? "could not be read" : "could not be read: " + failure.getMessage();
  }
}
