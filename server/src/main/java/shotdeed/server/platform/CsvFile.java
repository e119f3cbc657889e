package shotdeed.server.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Comma-separated values (RFC 4180), UTF-8 without a mark at its start. */
public final class CsvFile {
  private CsvFile() {}

  /**
   * Writes or replaces a file; see {@link WholeFile}.
   *
   * @param rows the heading first; each as many fields as that
   */
  public static void write(Path file, Iterable<List<String>> rows) throws IOException {
    WholeFile.write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          for (List<String> row : rows) {
            writer.write(line(row));
          }
          writer.flush();
        });
  }

  /**
   * A line for people who open it in a spreadsheet: what such a program would take for a formula is taken for text.
   *
   * @return with its line break
   */
  public static String sheetLine(List<String> row) {
    return line(row.stream()
        .map(field -> !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field)
        .toList());
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
