package shotdeed.server.report.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import shotdeed.server.paper.PaperAddress;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperText;
import shotdeed.server.report.ReportLine;

/** The parts that a report consists of, each set on the page below the last. */
final class PaperBlocks {
  static final int MAX_NAME = 200;
  private static final int MAX_SENTENCE = 2000;
  /** Of an address this much is shown; its link is whole. */
  private static final int MAX_SHOWN_ADDRESS = 300;

  private static final String BLACK = "0 g 0 G";
  private static final String GREY = "0.35 g 0.35 G";
  private static final String BLUE = "0.05 0.25 0.6 rg 0.05 0.25 0.6 RG";
  private static final String PALE = "0.93 g";
  private static final String RED = "0.75 0.1 0.1 rg";
  private static final String WHITE = "1 g 1 G";

  private static final float BODY = 8;
  private static final float SMALL = 7;
  private static final float LABEL_WIDTH = 110;
  private static final float SIDE = 60;
  private static final float GAP = 6;
  /** Lines stand this many times their letters' size apart. */
  private static final float LEADING = 1.4f;

  private final PaperPages pages;
  private final PaperWords words;
  private final PaperPictures pictures;

  /** Lines of one look. */
  private record Part(List<String> lines, float size, boolean bold, String colour, String address) {
    float height() {
      return lines.size() * size * LEADING;
    }
  }

  PaperBlocks(PaperPages pages, PaperWords words, PaperPictures pictures) {
    this.pages = pages;
    this.words = words;
    this.pictures = pictures;
  }

  void title(String text) throws IOException {
    whole("H1", part(text, PaperPages.WIDTH, 18, true, BLACK), 8);
  }

  void heading(String text) throws IOException {
    pages.down(10);
    pages.need(60);
    whole("H2", part(text, PaperPages.WIDTH, 11, true, BLACK), 3);
  }

  void paragraph(String text) throws IOException {
    whole("P", part(PaperText.plain(text, MAX_SENTENCE), PaperPages.WIDTH, BODY, false, BLACK), 3);
  }

  /** A sentence that must not be missed. */
  void statement(String text) throws IOException {
    pages.down(12);
    whole("P", part(text, PaperPages.WIDTH, 11, true, BLACK), 6);
  }

  private void whole(String type, Part part, float after) throws IOException {
    pages.need(part.height());
    COSDictionary element = pages.tags().element(pages.tags().document(), type);
    draw(element, part, PaperPages.LEFT);
    pages.down(after);
  }

  /** Names and what they are, beside each other. */
  void table(List<List<String>> rows) throws IOException {
    for (List<String> row : rows) {
      float width = PaperPages.WIDTH - LABEL_WIDTH;
      Part value = part(PaperText.plain(row.get(1), MAX_NAME * 2), width, BODY, false, BLACK);
      pages.need(value.height());
      COSDictionary element = pages.tags().element(pages.tags().document(), "P");
      float top = pages.y();
      draw(element, part(row.get(0), LABEL_WIDTH, BODY, false, GREY), PaperPages.LEFT);
      pages.up(top);
      draw(element, value, PaperPages.LEFT + LABEL_WIDTH);
    }
    pages.down(6);
  }

  /** Begins a shop; returns the element that holds what is found there. */
  COSDictionary shop(ReportLine line) throws IOException {
    String name = PaperText.plain(words.shop(line), MAX_NAME);
    String market = words.market(line) + " · " + PaperText.plain(line.listing().site(), MAX_NAME)
        + (line.listing().shopId().isBlank() ? "" : " · " + PaperText.plain(line.listing().shopId(), MAX_NAME));
    Part heading = part(name, PaperPages.WIDTH - 12, 11, true, BLACK);
    Part where = part(market, PaperPages.WIDTH - 12, SMALL, false, GREY);
    pages.down(10);
    float height = heading.height() + where.height() + 8;
    pages.need(height + 150);
    pages.bookmark(name);
    pages.openOrnament();
    pages.content().order(PALE).numbers(PaperPages.LEFT, pages.y() - height, PaperPages.WIDTH, height).order("re f");
    pages.closeMark();
    COSDictionary section = pages.tags().element(pages.tags().document(), "Sect");
    pages.down(3);
    draw(pages.tags().element(section, "H2"), heading, PaperPages.LEFT + 6);
    draw(pages.tags().element(section, "P"), where, PaperPages.LEFT + 6);
    pages.down(7);
    return section;
  }

  void listing(COSDictionary shop, ReportLine line) throws IOException {
    String title = PaperText.plain(line.listing().title(), MAX_NAME);
    Part heading = part(title.isEmpty() ? words.of("paper.no-title") : title, PaperPages.WIDTH, 9.5f, true, BLACK);
    Part address = address(line.listing().pageUrl(), PaperPages.WIDTH);
    pages.need(heading.height() + address.height() + 110);
    draw(pages.tags().element(shop, "H3"), heading, PaperPages.LEFT);
    draw(pages.tags().element(shop, "P"), address, PaperPages.LEFT);
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
    float badgeWidth = line.fresh() ? width(badge, SMALL) + 12 : 0;
    String title = words.of("paper.certificate", line.certificate()) + " · " + PaperText.plain(line.title(), MAX_NAME);
    List<Part> parts = new ArrayList<>();
    parts.add(part(title, width - badgeWidth, BODY, true, BLACK));
    parts.add(part(words.match(line), width, BODY, false, BLACK));
    parts.add(part(PaperText.plain(words.seen(line), MAX_SENTENCE), width, BODY, false, BLACK));
    parts.add(part(PaperText.plain(words.standing(line), MAX_SENTENCE), width, BODY, false, BLACK));
    parts.add(part("SHA-256 " + PaperText.plain(line.sha256(), 64), width, SMALL, false, GREY));
    parts.add(address(line.pictureUrl(), width));
    float height = 0;
    for (Part part : parts) {
      height += part.height();
    }
    float captioned = SIDE + SMALL * LEADING;
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
    for (Part part : parts) {
      draw(element, part, part == parts.get(0) ? left + badgeWidth : left);
    }
    float drawn = top - pages.y();
    pages.down((shown ? Math.max(0, captioned - drawn) : 0) + 8);
  }

  /** At the top of a page: which shop and listing its first pictures are of. */
  private void goesOn(ReportLine line) throws IOException {
    String where = PaperText.plain(words.shop(line) + " · " + line.listing().title(), MAX_NAME);
    pages.openOrnament();
    pages.content().order(GREY);
    String first = PaperText.lines(where, pages.fonts(), PaperPages.WIDTH, SMALL).get(0);
    pages.down(SMALL);
    pages.content().text(first, pages.fonts(), PaperPages.LEFT, pages.y(), SMALL, false);
    pages.closeMark();
    pages.down(8);
  }

  private void drawBadge(COSDictionary element, String words, float x, float width) {
    float bottom = pages.y() - BODY * LEADING + 1;
    pages.openOrnament();
    pages.content().order(RED).numbers(x, bottom, width, BODY * LEADING - 1.5f).order("re f");
    pages.closeMark();
    pages.open(element);
    pages.content().order(WHITE).text(words, pages.fonts(), x + 3.5, bottom + 3, SMALL, true);
    pages.closeMark();
  }

  private void drawPicture(
      COSDictionary shop, PDImageXObject picture, String caption, ReportLine line, float x, float top)
      throws IOException {
    float bottom = top - SIDE;
    COSDictionary element =
        pages.tags().picture(shop, caption + ", " + words.of("paper.certificate", line.certificate()));
    pages.open(element);
    pages.content().order(PALE).numbers(x, bottom, SIDE, SIDE).order("re f");
    if (picture != null) {
      pages.picture(picture, x, bottom, SIDE);
    }
    pages.closeMark();
    pages.openOrnament();
    float size = Math.min(SMALL, SMALL * SIDE / width(caption, SMALL));
    pages.content().order(GREY).text(caption, pages.fonts(), x, bottom - SMALL, size, false);
    pages.closeMark();
  }

  /** An address: a link if a browser may follow it, else only text. */
  private Part address(String address, float width) throws IOException {
    String shown = PaperText.plain(address, MAX_SHOWN_ADDRESS);
    String target = PaperAddress.link(address);
    return part(shown, width, SMALL, false, target == null ? GREY : BLUE, target);
  }

  private Part part(String text, float width, float size, boolean bold, String colour) throws IOException {
    return part(text, width, size, bold, colour, null);
  }

  private Part part(String text, float width, float size, boolean bold, String colour, String address)
      throws IOException {
    // A bold letter is drawn with an outline, which takes room too.
    float room = bold ? width * 0.97f : width;
    return new Part(PaperText.lines(text, pages.fonts(), room, size), size, bold, colour, address);
  }

  private float width(String text, float size) throws IOException {
    float width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += pages.fonts().width(c) * size / 1000;
      i += Character.charCount(c);
    }
    return width;
  }

  private void draw(COSDictionary of, Part part, float x) throws IOException {
    COSDictionary element = part.address() == null ? of : pages.tags().element(of, "Link");
    float widest = 0;
    float top = pages.y();
    pages.open(element);
    pages.content().order(part.colour());
    for (String line : part.lines()) {
      pages.down(part.size() * LEADING);
      pages.content().text(line, pages.fonts(), x, pages.y() + part.size() * 0.3, part.size(), part.bold());
      widest = Math.max(widest, part.address() == null ? 0 : width(line, part.size()));
    }
    pages.closeMark();
    if (part.address() != null) {
      pages.link(element, part.address(), part.address(), x, pages.y(), widest, top - pages.y());
    }
  }
}
