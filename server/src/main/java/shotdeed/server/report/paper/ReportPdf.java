package shotdeed.server.report.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperText;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.TheftReport;

/**
 * The theft report as PDF: what it is, what was looked at, then shop after shop, listing after listing, picture after
 * picture. Fonts are embedded, parts are tagged, shops are bookmarks. The same report gives the same bytes.
 */
public final class ReportPdf {
  /** Pictures that a PDF lists, at most: a reader that pages through more does not exist. */
  static final int MAX_LINES = 10_000;
  /** So that it can be mailed. */
  static final int MAX_BYTES = 8 << 20;

  /** Kept free for what stands after the last picture, and for errors of the count. */
  private static final int SPARE_BYTES = 256 << 10;

  private ReportPdf() {}

  /**
   * Writes a PDF of at most 8 MiB; what does not fit is left out, and the PDF says so.
   *
   * @param out is not closed
   * @param seller name of the seller
   * @param coverage what was looked at, in whole sentences; empty if nothing is known
   * @param lines in their order
   */
  public static void write(
      OutputStream out,
      Texts texts,
      TheftReport report,
      String seller,
      List<String> coverage,
      Iterator<ReportLine> lines,
      Thumbnails thumbnails)
      throws IOException {
    PaperWords words = new PaperWords(texts, report.zone());
    String name = PaperText.plain(seller, PaperBlocks.MAX_NAME);
    try (PaperPages pages = new PaperPages()) {
      PaperBlocks blocks = new PaperBlocks(pages, words, new PaperPictures(pages, thumbnails));
      front(blocks, words, report, name, coverage);
      int listed = lines(blocks, pages, lines);
      back(blocks, pages, words, report, listed);
      String title = words.title(report) + " " + report.day();
      String foot = title + " · " + name;
      pages.write(
          out,
          words.language(),
          (page, of) -> words.of("paper.page", page, of),
          foot,
          foot,
          report.madeAt().atZone(report.zone()));
    }
  }

  private static void front(
      PaperBlocks blocks, PaperWords words, TheftReport report, String seller, List<String> coverage)
      throws IOException {
    blocks.title(words.title(report) + " " + report.day());
    blocks.table(words.head(report, seller));
    blocks.table(words.counts(report.counts()));
    if (!coverage.isEmpty()) {
      blocks.heading(words.of("paper.coverage"));
      for (String sentence : coverage) {
        blocks.paragraph(sentence);
      }
    }
    if (report.isEmpty()) {
      blocks.statement(words.of("report.none"));
    }
  }

  /** @return how many */
  private static int lines(PaperBlocks blocks, PaperPages pages, Iterator<ReportLine> lines) throws IOException {
    String shop = null;
    String listing = null;
    COSDictionary section = null;
    int listed = 0;
    while (lines.hasNext() && listed < MAX_LINES && pages.bytes() < MAX_BYTES - SPARE_BYTES) {
      ReportLine line = lines.next();
      String itsListing = line.listing().site() + " " + line.listing().listingId();
      boolean otherShop = !line.shopKey().equals(shop);
      if (otherShop) {
        section = blocks.shop(line);
      }
      if (otherShop || !itsListing.equals(listing)) {
        blocks.listing(section, line);
      }
      blocks.picture(section, line, listed);
      shop = line.shopKey();
      listing = itsListing;
      listed++;
    }
    return listed;
  }

  private static void back(PaperBlocks blocks, PaperPages pages, PaperWords words, TheftReport report, int listed)
      throws IOException {
    pages.fonts().makeRoom();
    int all = report.counts().findings();
    if (listed < all) {
      blocks.statement(words.of("paper.cut", listed, all));
    }
    blocks.heading(words.of("paper.not"));
    blocks.paragraph(words.of("paper.not.means"));
    blocks.paragraph(words.of("paper.also"));
    if (pages.fonts().missed()) {
      blocks.paragraph(words.of("paper.missing-characters"));
    }
  }
}
