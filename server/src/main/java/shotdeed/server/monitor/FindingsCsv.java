package shotdeed.server.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.lookup.Judge;
import shotdeed.server.platform.CsvFile;

/** Findings as a file of comma-separated values. */
final class FindingsCsv {
  private static final List<String> HEADER =
      List.of("query", "certificate", "verdict", "method", "distance", "inliers", "agreement", "covered");

  private FindingsCsv() {}

  /** One line; figures that do not apply are empty. */
  record Row(List<String> fields) {
    static Row exact(String query, String certificate) {
      return new Row(List.of(query, certificate, Verdict.COPY.text(), Method.EXACT.text(), "0", "", "", ""));
    }

    static Row of(String query, String certificate, Judge.Judged judged) {
      return new Row(List.of(
          query,
          certificate,
          judged.confirmation().verdict().text(),
          judged.method().text(),
          judged.finding() == null ? "" : Integer.toString(judged.finding().distance()),
          Integer.toString(judged.inliers()),
          share(judged.confirmation().agreement()),
          share(judged.confirmation().originalShare())));
    }

    private static String share(double share) {
      return String.format(Locale.ROOT, "%.3f", share);
    }
  }

  static void write(Path file, List<Row> rows) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(row.fields()));
    CsvFile.write(file, lines);
  }
}
