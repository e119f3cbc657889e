package shotdeed.server.monitor;

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
import shotdeed.model.Method;
import shotdeed.model.Verdict;

/** Findings as comma-separated values (RFC 4180), UTF-8 without a mark at its start. */
final class FindingsCsv {
  private static final String HEADER = "query,certificate,verdict,method,distance,inliers,agreement,covered\r\n";

  private FindingsCsv() {}

  /** One line; the figures of geometry, which this way of matching does not know, are empty. */
  record Row(String query, String certificate, Verdict verdict, Method method, int distance) {
    private String line() {
      return quoted(query) + ',' + quoted(certificate) + ',' + verdict.text() + ',' + method.text() + ',' + distance
          + ",,,\r\n";
    }
  }

  /** Writes beside the file and renames, so that a reader sees the old file or the whole new one. */
  static void write(Path file, List<Row> rows) throws IOException {
    Path part = file.resolveSibling("shotdeed-" + UUID.randomUUID() + ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
        out.write(HEADER);
        for (Row row : rows) {
          out.write(row.line());
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

  private static String quoted(String field) {
    boolean plain = true;
    for (int i = 0; i < field.length() && plain; i++) {
      plain = ",\"\r\n".indexOf(field.charAt(i)) < 0;
    }
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
