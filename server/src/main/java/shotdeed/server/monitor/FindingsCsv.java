package shotdeed.server.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.platform.CsvFile;

/** Findings as a file of comma-separated values. */
final class FindingsCsv {
  private static final List<String> HEADER =
      List.of("query", "certificate", "verdict", "method", "distance", "inliers", "agreement", "covered");

  private FindingsCsv() {}

  /** One line; the figures of geometry, which this way of matching does not know, are empty. */
  record Row(String query, String certificate, Verdict verdict, Method method, int distance) {
    private List<String> fields() {
      return List.of(query, certificate, verdict.text(), method.text(), Integer.toString(distance), "", "", "");
    }
  }

  static void write(Path file, List<Row> rows) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(row.fields()));
    CsvFile.write(file, lines);
  }
}
