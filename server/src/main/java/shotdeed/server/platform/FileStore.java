package shotdeed.server.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files named by the SHA-256 of their content, {@code files/ab/cd/abcd…}: the same content is kept once and never
 * changes. A file appears whole or not at all: it is written under a temporary name, forced to the disk, then renamed.
 */
public final class FileStore {
  private final Path root;
  private final Path temporary;

  /** Both folders must lie in one file system. */
  public FileStore(Path root, Path temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  /** Keeps the bytes; when this returns they survive a power cut. Returns their SHA-256, 64 hexadecimal digits. */
  public String put(byte[] bytes) throws IOException {
    String sha256 = Secrets.sha256(bytes);
    Path target = path(sha256);
    if (Files.exists(target)) {
      return sha256;
    }
    Files.createDirectories(target.getParent());
    Files.createDirectories(temporary);
    Path part = temporary.resolve(sha256 + "-" + Secrets.random());
    try {
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.getParent());
    } catch (FileAlreadyExistsException e) {
      return sha256; // somebody else stored the same content meanwhile
    } finally {
      Files.deleteIfExists(part);
    }
    return sha256;
  }

  /**
   * A folder's entry for a new file must reach the disk too; where folders cannot be forced (Windows) it does by
   * itself.
   */
  private static void force(Path folder) throws IOException {
    if (java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The content behind a hash. */
  public byte[] get(String sha256) throws IOException {
    return Files.readAllBytes(path(sha256));
  }

  /** Where the content behind a hash lies, whether or not it is there. */
  public Path path(String sha256) {
    if (sha256.length() != 64 || !sha256.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }
}
