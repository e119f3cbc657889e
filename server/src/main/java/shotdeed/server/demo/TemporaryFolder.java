package shotdeed.server.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that is gone when this is closed. Only its owner may enter it. */
final class TemporaryFolder implements AutoCloseable {
  private static final int TRIES = 20;
  private static final int PAUSE_MILLIS = 100;

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** Makes one in the system's place for temporary files. */
  static TemporaryFolder create() throws IOException {
    try {
      return new TemporaryFolder(Files.createTempDirectory("shotdeed-demo-"));
    } catch (IOException e) {
      throw new IOException(
          "cannot make a folder in " + System.getProperty("java.io.tmpdir")
              + ": name another place with java -Djava.io.tmpdir=DIR", e);
    }
  }

  Path path() {
    return path;
  }

  /** A browser that is just ending may still write, so this tries for two seconds. */
  @Override
  public void close() throws IOException {
    for (int left = TRIES; ; left--) {
      try {
        delete();
        return;
      } catch (IOException e) {
        if (left == 0) {
          throw new IOException("could not remove " + path + ": please remove it", e);
        }
        pause();
      }
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(path, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
