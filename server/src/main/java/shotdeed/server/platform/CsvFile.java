package shotdeed.server.platform;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Comma-separated values (RFC 4180), UTF-8 without a mark at its start. */
public final class CsvFile {
  private CsvFile() {}

  /**
   * Writes beside the file and renames, so that a reader sees the old file or the whole new one.
   *
   * @param rows the heading first; each as many fields as that
   */
  public static void write(Path file, Iterable<List<String>> rows) throws IOException {
    Path part = file.resolveSibling("shotdeed-" + UUID.randomUUID() + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
        for (List<String> row : rows) {
          out.write(line(row));
        }
      }
      rename(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(row.get(i)));
    }
    return line.append("\r\n").toString();
  }

  private static String quoted(String field) {
    boolean plain = true;
    for (int i = 0; i < field.length() && plain; i++) {
      plain = ",\"\r\n".indexOf(field.charAt(i)) < 0;
    }
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
