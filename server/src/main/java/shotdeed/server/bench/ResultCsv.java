package shotdeed.server.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.platform.CsvFile;

/** The figures as files: every alteration of every contender, and the wrong pairs one by one. */
final class ResultCsv {
  private ResultCsv() {}

  /** One line a contender and alteration that it was asked about, the unaltered picture first. */
  static void write(Path file, List<Standing> standings, List<Alteration> alterations) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("matcher", "radius", "group", "alteration", "originals", "found", "recall"));
    for (Kinship kinship : Kinship.values()) {
      head.add(kinship.text() + " matched");
      head.add(kinship.text() + " pairs");
    }
    rows.add(head);
    for (Standing standing : standings) {
      for (int a = 0; a <= alterations.size(); a++) {
        if (standing.isAsked(a)) {
          rows.add(row(standing, a, a == 0 ? null : alterations.get(a - 1)));
        }
      }
    }
    CsvFile.write(file, rows);
  }

  private static List<String> row(Standing standing, int place, Alteration alteration) {
    List<String> row = new ArrayList<>();
    row.add(standing.name());
    row.add(standing.radius());
    row.add(alteration == null ? "unaltered" : alteration.group().text());
    row.add(alteration == null ? "unaltered" : alteration.name());
    row.add("" + standing.originals(place));
    row.add("" + standing.found(place));
    row.add(String.format(Locale.ROOT, "%.4f", standing.recall(place)));
    for (Kinship kinship : Kinship.values()) {
      row.add("" + standing.matched(place, kinship));
      row.add("" + standing.pairs(place, kinship));
    }
    return row;
  }

  /** The nearest wrong pairs of each contender. */
  static void writePairs(Path file, List<Standing> standings) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "matcher", "kinship", "query", "alteration", "picture", "region", "form", "certificate", "original",
            "distance", "radius"));
    for (Standing standing : standings) {
      for (Tally.Pair pair : standing.wrongPairs()) {
        Contender.Detail detail = pair.detail();
        rows.add(
            List.of(
                standing.name(),
                pair.kinship().text(),
                pair.query(),
                pair.alteration(),
                detail.pictures(),
                detail.region(),
                detail.form(),
                pair.certificate(),
                detail.original(),
                "" + pair.distance(),
                detail.radius() == Contender.Detail.SAME ? standing.radius() : "" + detail.radius()));
      }
    }
    CsvFile.write(file, rows);
  }
}
