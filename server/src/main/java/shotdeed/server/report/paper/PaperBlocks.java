package shotdeed.server.report.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperParts;
import shotdeed.server.paper.PaperParts.Part;
import shotdeed.server.paper.PaperText;
import shotdeed.server.report.ReportLine;

/** The parts that a report consists of, each set on the page below the last. */
final class PaperBlocks {
  static final int MAX_NAME = 200;
  private static final int MAX_SENTENCE = 2000;
  /** Of an address this much is shown; its link is whole. */
  private static final int MAX_SHOWN_ADDRESS = 300;

  private static final String RED = "0.75 0.1 0.1 rg";

  private static final float BODY = 8;
  private static final float SMALL = 7;
  private static final float LABEL_WIDTH = 110;
  private static final float SIDE = 60;
  private static final float GAP = 6;

  private final PaperPages pages;
  private final PaperParts parts;
  private final PaperWords words;
  private final PaperPictures pictures;

  PaperBlocks(PaperPages pages, PaperWords words, PaperPictures pictures) {
    this.pages = pages;
    this.parts = new PaperParts(pages);
    this.words = words;
    this.pictures = pictures;
  }

  void title(String text) throws IOException {
    whole("H1", parts.part(text, PaperPages.WIDTH, 18, true, PaperParts.BLACK), 8);
  }

  void heading(String text) throws IOException {
    pages.down(10);
    pages.need(60);
    whole("H2", parts.part(text, PaperPages.WIDTH, 11, true, PaperParts.BLACK), 3);
  }

  void paragraph(String text) throws IOException {
    whole("P", parts.part(PaperText.plain(text, MAX_SENTENCE), PaperPages.WIDTH, BODY, false, PaperParts.BLACK), 3);
  }

  /** A sentence that must not be missed. */
  void statement(String text) throws IOException {
    pages.down(12);
    whole("P", parts.part(text, PaperPages.WIDTH, 11, true, PaperParts.BLACK), 6);
  }

  private void whole(String type, Part part, float after) throws IOException {
    pages.need(part.height());
    COSDictionary element = pages.tags().element(pages.tags().document(), type);
    parts.draw(element, part, PaperPages.LEFT);
    pages.down(after);
  }

  /** Names and what they are, beside each other. */
  void table(List<List<String>> rows) throws IOException {
    for (List<String> row : rows) {
      float width = PaperPages.WIDTH - LABEL_WIDTH;
      Part value = parts.part(PaperText.plain(row.get(1), MAX_NAME * 2), width, BODY, false, PaperParts.BLACK);
      pages.need(value.height());
      COSDictionary element = pages.tags().element(pages.tags().document(), "P");
      float top = pages.y();
      parts.draw(element, parts.part(row.get(0), LABEL_WIDTH, BODY, false, PaperParts.GREY), PaperPages.LEFT);
      pages.up(top);
      parts.draw(element, value, PaperPages.LEFT + LABEL_WIDTH);
    }
    pages.down(6);
  }

  /** Begins a shop; returns the element that holds what is found there. */
  COSDictionary shop(ReportLine line) throws IOException {
    String name = PaperText.plain(words.shop(line), MAX_NAME);
    String market = words.market(line) + " · " + PaperText.plain(line.listing().site(), MAX_NAME)
        + (line.listing().shopId().isBlank() ? "" : " · " + PaperText.plain(line.listing().shopId(), MAX_NAME));
    Part heading = parts.part(name, PaperPages.WIDTH - 12, 11, true, PaperParts.BLACK);
    Part where = parts.part(market, PaperPages.WIDTH - 12, SMALL, false, PaperParts.GREY);
    pages.down(10);
    float height = heading.height() + where.height() + 8;
    pages.need(height + 150);
    pages.bookmark(name);
    pages.openOrnament();
    pages.content()
        .order(PaperParts.PALE)
        .numbers(PaperPages.LEFT, pages.y() - height, PaperPages.WIDTH, height)
        .order("re f");
    pages.closeMark();
    COSDictionary section = pages.tags().element(pages.tags().document(), "Sect");
    pages.down(3);
    parts.draw(pages.tags().element(section, "H2"), heading, PaperPages.LEFT + 6);
    parts.draw(pages.tags().element(section, "P"), where, PaperPages.LEFT + 6);
    pages.down(7);
    return section;
  }

  void listing(COSDictionary shop, ReportLine line) throws IOException {
    String title = PaperText.plain(line.listing().title(), MAX_NAME);
    String shown = title.isEmpty() ? words.of("paper.no-title") : title;
    Part heading = parts.part(shown, PaperPages.WIDTH, 9.5f, true, PaperParts.BLACK);
    Part address = parts.address(line.listing().pageUrl(), MAX_SHOWN_ADDRESS, PaperPages.WIDTH, SMALL);
    pages.need(heading.height() + address.height() + 110);
    parts.draw(pages.tags().element(shop, "H3"), heading, PaperPages.LEFT);
    parts.draw(pages.tags().element(shop, "P"), address, PaperPages.LEFT);
    pages.down(4);
  }

  /**
   * One picture.
   *
   * @param place 0 for the first of the document
   */
  void picture(COSDictionary shop, ReportLine line, int place) throws IOException {
    boolean shown = pictures.shownAt(place);
    PDImageXObject original = shown ? pictures.original(line) : null;
    PDImageXObject copy = shown ? pictures.copy(line) : null;
    float indent = shown ? 2 * SIDE + 3 * GAP : GAP;
    float width = PaperPages.WIDTH - indent;
    String badge = line.fresh() ? words.of("paper.new") : "";
    float badgeWidth = line.fresh() ? parts.width(badge, SMALL) + 12 : 0;
    String title = words.of("paper.certificate", line.certificate()) + " · " + PaperText.plain(line.title(), MAX_NAME);
    List<Part> said = new ArrayList<>();
    said.add(parts.part(title, width - badgeWidth, BODY, true, PaperParts.BLACK));
    said.add(parts.part(words.match(line), width, BODY, false, PaperParts.BLACK));
    said.add(parts.part(PaperText.plain(words.seen(line), MAX_SENTENCE), width, BODY, false, PaperParts.BLACK));
    said.add(parts.part(PaperText.plain(words.standing(line), MAX_SENTENCE), width, BODY, false, PaperParts.BLACK));
    said.add(parts.part("SHA-256 " + PaperText.plain(line.sha256(), 64), width, SMALL, false, PaperParts.GREY));
    said.add(parts.address(line.pictureUrl(), MAX_SHOWN_ADDRESS, width, SMALL));
    float height = 0;
    for (Part part : said) {
      height += part.height();
    }
    float captioned = SIDE + SMALL * PaperParts.LEADING;
    if (pages.need(shown ? Math.max(height, captioned) : height)) {
      goesOn(line);
    }
    float top = pages.y();
    if (shown) {
      drawPicture(shop, original, words.of("paper.original"), line, PaperPages.LEFT + GAP, top);
      drawPicture(shop, copy, words.of("paper.copy"), line, PaperPages.LEFT + 2 * GAP + SIDE, top);
    }
    COSDictionary element = pages.tags().element(shop, "P");
    float left = PaperPages.LEFT + indent;
    if (line.fresh()) {
      drawBadge(element, badge, left, badgeWidth - 5);
    }
    for (Part part : said) {
      parts.draw(element, part, part == said.get(0) ? left + badgeWidth : left);
    }
    float drawn = top - pages.y();
    pages.down((shown ? Math.max(0, captioned - drawn) : 0) + 8);
  }

  /** At the top of a page: which shop and listing its first pictures are of. */
  private void goesOn(ReportLine line) throws IOException {
    String where = PaperText.plain(words.shop(line) + " · " + line.listing().title(), MAX_NAME);
    pages.openOrnament();
    pages.content().order(PaperParts.GREY);
    String first = PaperText.lines(where, pages.fonts(), PaperPages.WIDTH, SMALL).get(0);
    pages.down(SMALL);
    pages.content().text(first, pages.fonts(), PaperPages.LEFT, pages.y(), SMALL, false);
    pages.closeMark();
    pages.down(8);
  }

  private void drawBadge(COSDictionary element, String words, float x, float width) {
    float bottom = pages.y() - BODY * PaperParts.LEADING + 1;
    pages.openOrnament();
    pages.content().order(RED).numbers(x, bottom, width, BODY * PaperParts.LEADING - 1.5f).order("re f");
    pages.closeMark();
    pages.open(element);
    pages.content().order(PaperParts.WHITE).text(words, pages.fonts(), x + 3.5, bottom + 3, SMALL, true);
    pages.closeMark();
  }

  private void drawPicture(
      COSDictionary shop, PDImageXObject picture, String caption, ReportLine line, float x, float top)
      throws IOException {
    float bottom = top - SIDE;
    COSDictionary element =
        pages.tags().picture(shop, caption + ", " + words.of("paper.certificate", line.certificate()));
    pages.open(element);
    pages.content().order(PaperParts.PALE).numbers(x, bottom, SIDE, SIDE).order("re f");
    if (picture != null) {
      pages.picture(picture, x, bottom, SIDE);
    }
    pages.closeMark();
    pages.openOrnament();
    float size = Math.min(SMALL, SMALL * SIDE / parts.width(caption, SMALL));
    pages.content().order(PaperParts.GREY).text(caption, pages.fonts(), x, bottom - SMALL, size, false);
    pages.closeMark();
  }
}
