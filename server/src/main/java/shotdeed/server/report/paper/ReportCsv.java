package shotdeed.server.report.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;

/**
 * The theft report as a table: comma-separated values (RFC 4180) in UTF-8 with the mark at its start that Excel wants,
 * a heading in the reader's language, then one line a picture, then what was looked at:
 * lines whose first cell begins with {@code #} and whose other cells are empty. Without a picture the first of them says
 * that no copy was found on the pages looked at. Times are by the seller's clock, which the heading names.
 *
 * <p>Shops choose their names, so no cell may be taken for a formula: where one would begin, an apostrophe is put
 * first.
 */
public final class ReportCsv {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * Where a program may see a formula begin: a cell, or what it takes for one because it separates by semicolons. Such a
   * program takes quotes at its beginning away, so they hide nothing.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(^|;)(?=[\\s\\p{Z}\\p{Cf}\"'\u2018-\u201f\uff02\uff07]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private ReportCsv() {}

  /**
   * @param out is flushed, not closed
   * @param coverage what was looked at, in whole sentences; empty if nothing is known
   * @param lines in their order
   */
  public static void write(
      OutputStream out, Texts texts, TheftReport report, List<String> coverage, Iterator<ReportLine> lines)
      throws IOException {
    PaperWords words = new PaperWords(texts, report.zone());
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    List<String> header = header(words, report.zone().getId());
    row(writer, header);
    while (lines.hasNext()) {
      row(writer, cells(words, lines.next()));
    }
    if (report.isEmpty()) {
      note(writer, words.of("report.none"), header.size());
    }
    for (String sentence : coverage) {
      note(writer, sentence, header.size());
    }
    writer.flush();
  }

  private static List<String> header(PaperWords words, String zone) {
    return List.of(
        words.of("paper.column.place"),
        words.of("paper.column.new"),
        words.of("paper.column.market"),
        words.of("paper.column.site"),
        words.of("paper.column.shop-name"),
        words.of("paper.column.shop"),
        words.of("paper.column.listing-title"),
        words.of("paper.column.listing"),
        words.of("paper.address"),
        words.of("paper.column.places"),
        words.of("paper.column.picture"),
        "SHA-256",
        words.of("paper.column.certificate"),
        words.of("paper.column.certificate-title"),
        words.of("sighting.verdict"),
        words.of("sighting.method"),
        words.of("paper.column.bits"),
        words.of("paper.column.radius"),
        words.of("paper.column.share"),
        words.of("paper.column.mark"),
        words.of("paper.column.mark-clear"),
        words.of("paper.column.times"),
        words.of("paper.column.first", zone),
        words.of("paper.column.last", zone),
        words.of("paper.column.seen-by"),
        words.of("paper.column.state"),
        words.of("paper.column.state-now"),
        words.of("paper.column.complaint"),
        words.of("paper.column.finding"),
        words.of("paper.column.sighting"),
        words.of("paper.column.returned"));
  }

  private static List<String> cells(PaperWords words, ReportLine line) {
    boolean distance = PaperWords.hasDistance(line);
    boolean mark = line.mark() != null && line.mark().found();
    return List.of(
        Integer.toString(line.place() + 1),
        line.fresh() ? words.of("paper.yes") : "",
        words.market(line),
        line.listing().site(),
        line.listing().shopName(),
        line.listing().shopId(),
        line.listing().title(),
        line.listing().listingId(),
        line.listing().pageUrl(),
        words.places(line),
        line.pictureUrl(),
        line.sha256(),
        Integer.toString(line.certificate()),
        line.title(),
        words.verdict(line),
        words.method(line),
        distance ? Integer.toString(line.distance()) : "",
        distance ? Integer.toString(line.radius()) : "",
        line.copyShare() > 0 ? Integer.toString(PaperWords.percent(line)) : "",
        line.mark() == null ? "" : mark ? line.mark().number() : words.of("paper.mark.none"),
        mark ? Integer.toString(line.mark().confidence()) : "",
        Integer.toString(line.times()),
        words.second(line.firstSeenAt()),
        words.second(line.seenAt()),
        line.seenBy(),
        words.state(line.state()),
        words.state(line.now()),
        line.complaint() == 0 ? "" : Integer.toString(line.complaint()),
        Integer.toString(line.finding()),
        Integer.toString(line.sighting()),
        line.returnedAfter() == 0 ? "" : Integer.toString(line.returnedAfter()));
  }

  private static void note(Writer writer, String sentence, int columns) throws IOException {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
    cells.set(0, "# " + sentence);
    row(writer, cells);
  }

  private static void row(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(quoted(harmless(cells.get(i))));
    }
    writer.write("\r\n");
  }

  /** On one line, and nothing that a program would compute. */
  static String harmless(String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length() && plain; i++) {
      char c = cell.charAt(i);
      plain = Character.isLetterOrDigit(c) && c < 0xff00;
    }
    return plain ? cell : FORMULA.matcher(CONTROL.matcher(cell).replaceAll(" ")).replaceAll("$1'");
  }

  private static String quoted(String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length() && plain; i++) {
      plain = ",;\"".indexOf(cell.charAt(i)) < 0;
    }
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
