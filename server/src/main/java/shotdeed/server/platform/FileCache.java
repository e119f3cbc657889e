package shotdeed.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that can be made again, of bounded size: when it is full, what was not asked for the longest goes.
 * A file's time of change is when it was last used, so that the order outlives the program.
 */
public final class FileCache {
  private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);
  private static final String PART = ".part";

  private final Path folder;
  private final long maxBytes;

  /** Size of each file in bytes, the one not used for the longest first; {@code null} until the folder is read. */
  private LinkedHashMap<String, Long> sizes;

  private long total;

  /**
   * @param folder made when the first file is kept; nobody else writes to it
   * @param maxBytes of all files together
   */
  public FileCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** A file's content, or {@code null} if it is not kept. */
  public byte[] get(String name) throws IOException {
    if (!use(name)) {
      return null;
    }
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException e) {
      forget(name); // somebody emptied the folder, or room was needed just now
      return null;
    }
  }

  private synchronized boolean use(String name) throws IOException {
    readFolder();
    if (sizes.get(name) == null) {
      return false;
    }
    try {
      Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("a cached file's last use was not noted", e);
    }
    return true;
  }

  /** Keeps a file, in place of one of the same name; one that is larger than the whole cache is not kept. */
  public void put(String name, byte[] content) throws IOException {
    if (content.length > maxBytes) {
      return;
    }
    readFolder(); // before there is a part of ours, which it would take for a leftover
    Files.createDirectories(folder);
    Path part = folder.resolve(Secrets.random() + PART);
    try {
      Files.write(part, content);
      take(name, part, content.length);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private synchronized void take(String name, Path part, long size) throws IOException {
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forget(name);
    sizes.put(name, size);
    total += size;
    makeRoom();
  }

  private synchronized void forget(String name) {
    Long size = sizes.remove(name);
    total -= size == null ? 0 : size;
  }

  private void makeRoom() {
    Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
    while (total > maxBytes && oldest.hasNext()) {
      Map.Entry<String, Long> entry = oldest.next();
      oldest.remove();
      total -= entry.getValue();
      delete(folder.resolve(entry.getKey()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("a cached file stays until the next start: {}", e.toString());
    }
  }

  private record Entry(Path file, long size, FileTime used) {}

  /** Reads the folder when it is first needed; what a program that died left half-written goes. */
  private synchronized void readFolder() throws IOException {
    if (sizes != null) {
      return;
    }
    LinkedHashMap<String, Long> read = new LinkedHashMap<>(16, 0.75f, true);
    for (Entry entry : entries()) {
      read.put(entry.file().getFileName().toString(), entry.size());
      total += entry.size();
    }
    sizes = read;
    makeRoom();
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return entries;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile() && (attributes.size() == 0 || file.toString().endsWith(PART))) {
          delete(file);
        } else if (attributes.isRegularFile()) {
          entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::used));
    return entries;
  }
}
