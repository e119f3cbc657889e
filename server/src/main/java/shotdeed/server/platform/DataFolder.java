package shotdeed.server.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one folder that holds everything: database, files, cache. Only its owner may enter it, and only one server may
 * work in it at a time. A folder that was there before and holds other things keeps the permissions it has.
 */
public final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and takes it for one server.
   *
   * @throws IOException saying why it cannot be used, or that another server works in it
   */
  public static DataFolder open(Path root) throws IOException {
    try {
      return take(root);
    } catch (FileSystemException e) {
      throw new IOException("cannot use the data folder " + PathText.shown(root) + ": " + reason(root, e), e);
    }
  }

  private static String reason(Path root, FileSystemException e) {
    String culprit = root.toString().equals(e.getFile()) ? "it" : PathText.shown(e.getFile());
    if (e instanceof FileAlreadyExistsException) {
      return culprit + " is a file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e.getReason() == null) {
      return culprit + " cannot be made there";
    }
    return e.getReason().substring(0, 1).toLowerCase(Locale.ROOT) + e.getReason().substring(1);
  }

  private static DataFolder take(Path root) throws IOException {
    createPrivate(root);
    FileChannel lockFile =
        FileChannel.open(root.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      lockFile.close();
      throw taken(root, e);
    }
    if (lock == null) {
      lockFile.close();
      throw taken(root, null);
    }
    DataFolder folder = new DataFolder(root, lockFile, lock);
    folder.emptyTemporary();
    return folder;
  }

  private static IOException taken(Path root, Throwable cause) {
    return new IOException("another server is already running on the data folder " + root, cause);
  }

  private static void createPrivate(Path folder) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (Files.isDirectory(folder)) {
      if (posix && isOurs(folder)) {
        Files.setPosixFilePermissions(folder, PRIVATE);
      }
      return;
    }
    if (folder.getParent() != null) {
      Files.createDirectories(folder.getParent());
    }
    if (posix) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Whether a folder is empty or was a data folder before; of any other the permissions are not ours to change. */
  private static boolean isOurs(Path folder) throws IOException {
    if (Files.exists(databaseIn(folder))) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** What a server that died left behind half-written is worth nothing. */
  private void emptyTemporary() throws IOException {
    Files.createDirectories(temporary());
    try (Stream<Path> leftovers = Files.list(temporary())) {
      for (Path leftover : leftovers.toList()) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** The database's file. */
  public Path database() {
    return databaseIn(root);
  }

  /** The database's file in a data folder that somebody else may hold. */
  public static Path databaseIn(Path root) {
    return root.resolve("shotdeed.db");
  }

  /** Originals and captured pictures. */
  public Path files() {
    return root.resolve("files");
  }

  /** What can be made again. */
  public Path cache() {
    return root.resolve("cache");
  }

  /** Uploads that are not whole yet; kept when the server stops. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** The keys that sign for the log. */
  public Path keys() {
    return keysIn(root);
  }

  /** The keys in a data folder that somebody else may hold. */
  public static Path keysIn(Path root) {
    return root.resolve("keys");
  }

  /** Half-written files; emptied at every start. */
  public Path temporary() {
    return root.resolve("tmp");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
