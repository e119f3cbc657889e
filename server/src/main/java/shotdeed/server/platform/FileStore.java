package shotdeed.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Files named by the SHA-256 of their content, {@code files/ab/cd/abcd…}: the same content is kept once and never
 * changes. A file appears whole or not at all: it is written under a temporary name, forced to the disk, then renamed.
 */
public final class FileStore {
  private static final int CHUNK = 64 << 10;

  private final Path root;
  private final Path temporary;
  private final Object deleting = new Object();

  /** Both folders must lie in one file system. */
  public FileStore(Path root, Path temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  /** Keeps the bytes; when this returns they survive a power cut. Returns their SHA-256, 64 hexadecimal digits. */
  public String put(byte[] bytes) throws IOException {
    String sha256 = Secrets.sha256(bytes);
    Path target = path(sha256);
    if (madeYoung(target)) {
      return sha256;
    }
    makeFolder(target.getParent());
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

  /** Puts a content somewhere; returns its SHA-256. */
  public interface Keep {
    String put(byte[] bytes) throws IOException;
  }

  /** Files that are put one by one and brought to the disk together. */
  public Together together() {
    return new Together();
  }

  /**
   * Contents that are kept by {@link #force}, several at a time: the disk then writes them in one go. Until it returns,
   * nothing may be answered, or committed, that names one of them. For one thread.
   */
  public final class Together implements Keep {
    private static final int AT_ONCE = 8;

    private final Map<String, byte[]> waiting = new LinkedHashMap<>();

    private Together() {}

    @Override
    public String put(byte[] bytes) {
      String sha256 = Secrets.sha256(bytes);
      waiting.put(sha256, bytes);
      return sha256;
    }

    /** Keeps what was put so far; when this returns all of it survives a power cut. */
    public void force() throws IOException {
      ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
      try {
        List<Future<String>> kept = new ArrayList<>();
        for (byte[] bytes : waiting.values()) {
          kept.add(writers.submit(() -> FileStore.this.put(bytes)));
        }
        for (Future<String> each : kept) {
          each.get();
        }
        waiting.clear();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the server stops");
      } finally {
        writers.shutdownNow();
      }
    }
  }

  /** Keeps what is too large to be held, as {@link #put(byte[])} does. Returns its SHA-256. */
  public String put(Content content) throws IOException {
    Files.createDirectories(temporary);
    Path part = temporary.resolve("stream-" + Secrets.random());
    try {
      String sha256 = written(content, part);
      Path target = path(sha256);
      if (!madeYoung(target)) {
        makeFolder(target.getParent());
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
      }
      return sha256;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String written(Content content, Path part) throws IOException {
    MessageDigest digest = Secrets.digest();
    try (InputStream in = content.open();
        FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] scratch = new byte[CHUNK];
      for (int n = in.read(scratch); n >= 0; n = in.read(scratch)) {
        digest.update(scratch, 0, n);
        ByteBuffer buffer = ByteBuffer.wrap(scratch, 0, n);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Makes a folder and those above it; each new one's entry is forced to the disk as a file's is. */
  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    makeFolder(folder.toAbsolutePath().getParent());
    Files.createDirectories(folder); // somebody else may have made it meanwhile
    force(folder.toAbsolutePath().getParent());
  }

  /** What is put again counts as new: its record may come now, so that {@link #deleteIfOlder} must leave it. */
  private boolean madeYoung(Path target) throws IOException {
    synchronized (deleting) {
      boolean known = Files.exists(target);
      if (known) {
        Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
      }
      return known;
    }
  }

  /** Visits the SHA-256 of every stored file; what else lies in the folders is passed over. */
  void each(Consumer<String> visitor) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        if (isHash(name) && attributes.isRegularFile() && file.equals(path(name))) {
          visitor.accept(name);
        }
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Deletes a file that was last put before a time; returns its size in bytes, or -1 if it stays. */
  long deleteIfOlder(String sha256, Instant before) throws IOException {
    Path file = path(sha256);
    synchronized (deleting) {
      if (!Files.exists(file) || !Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        return -1;
      }
      long size = Files.size(file);
      Files.delete(file);
      return size;
    }
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
    if (!isHash(sha256)) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private static boolean isHash(String text) {
    return text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
