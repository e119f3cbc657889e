package shotdeed.server.complain.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import shotdeed.server.paper.PageContent;
import shotdeed.server.paper.PaperPages;
import shotdeed.server.paper.PaperParts;
import shotdeed.server.paper.PaperParts.Part;
import shotdeed.server.paper.PaperText;

/** What evidence on paper consists of, each set below the last. */
final class EvidenceBlocks {
  /** Characters of a value that came from a page or a person. */
  static final int MAX_VALUE = 600;

  private static final float BODY = 8.5f;
  private static final float SMALL = 7;
  private static final float LABEL_WIDTH = 98;
  private static final float SOURCE_WIDTH = 100;
  private static final float GAP = 8;
  private static final float BULLET = 10;
  private static final String RULE = "0.8 G 0.5 w";
  private static final String HALO = "1 1 1 RG 2.4 w";
  private static final String OUTLINE = "0.85 0.1 0.1 RG 1.1 w";

  private final PaperPages pages;
  private final PaperParts parts;

  /**
   * A name, what it is and who says so.
   *
   * @param address whether the value is an address that may be followed
   */
  record Row(String label, String value, String source, boolean address) {}

  /** A picture that the document holds, and what is outlined in it; the picture {@code null} if it cannot be shown. */
  record Picture(PDImageXObject image, double[] corners, String caption, String instead) {}

  EvidenceBlocks(PaperPages pages) {
    this.pages = pages;
    parts = new PaperParts(pages);
  }

  /** Points that are left on this page. */
  float room() {
    return pages.room();
  }

  void title(String text) throws IOException {
    whole("H1", parts.part(plain(text), PaperPages.WIDTH, 17, true, PaperParts.BLACK), 2);
  }

  void under(String text) throws IOException {
    whole("P", parts.part(plain(text), PaperPages.WIDTH, SMALL, false, PaperParts.GREY), 4);
  }

  /** @param room points that must follow on the same page */
  void heading(String text, float room) throws IOException {
    pages.need(room + 30);
    pages.down(9);
    pages.bookmark(plain(text));
    whole("H2", parts.part(plain(text), PaperPages.WIDTH, 11.5f, true, PaperParts.BLACK), 3);
  }

  void subheading(String text) throws IOException {
    pages.need(60);
    pages.down(4);
    whole("H3", parts.part(plain(text), PaperPages.WIDTH, 9, true, PaperParts.BLACK), 1);
  }

  void paragraph(String text) throws IOException {
    whole("P", parts.part(plain(text), PaperPages.WIDTH, BODY, false, PaperParts.BLACK), 3);
  }

  void bullets(List<String> sentences) throws IOException {
    COSDictionary list = pages.tags().element(pages.tags().document(), "L");
    for (String sentence : sentences) {
      Part part = parts.part(plain(sentence), PaperPages.WIDTH - BULLET, BODY, false, PaperParts.BLACK);
      pages.need(part.height());
      float top = pages.y();
      COSDictionary item = pages.tags().element(list, "LI");
      parts.draw(item, parts.part("•", BULLET, BODY, false, PaperParts.GREY), PaperPages.LEFT);
      pages.up(top);
      parts.draw(item, part, PaperPages.LEFT + BULLET);
      pages.down(1);
    }
    pages.down(2);
  }

  /** Names, what they are and who says so, beside each other. */
  void rows(List<Row> rows) throws IOException {
    for (Row row : rows) {
      float width = PaperPages.WIDTH - LABEL_WIDTH - SOURCE_WIDTH - GAP;
      Part label = parts.part(plain(row.label()), LABEL_WIDTH - GAP, SMALL + 0.5f, false, PaperParts.GREY);
      Part value = row.address()
          ? parts.address(row.value(), MAX_VALUE, width, BODY)
          : parts.part(plain(row.value()), width, BODY, false, PaperParts.BLACK);
      Part source = parts.part(row.source(), SOURCE_WIDTH, SMALL - 0.5f, false, PaperParts.GREY);
      float height = Math.max(label.height(), Math.max(value.height(), source.height()));
      pages.need(height + 3);
      COSDictionary element = pages.tags().element(pages.tags().document(), "P");
      float top = pages.y();
      parts.draw(element, label, PaperPages.LEFT);
      pages.up(top);
      parts.draw(element, value, PaperPages.LEFT + LABEL_WIDTH);
      if (!row.source().isEmpty()) {
        pages.up(top);
        parts.draw(element, source, PaperPages.LEFT + PaperPages.WIDTH - SOURCE_WIDTH);
      }
      pages.up(top - height);
      pages.down(1.5f);
      line();
      pages.down(1);
    }
    pages.down(3);
  }

  private void line() {
    pages.openOrnament();
    pages.content()
        .order(RULE)
        .numbers(PaperPages.LEFT, pages.y())
        .order("m")
        .numbers(PaperPages.LEFT + PaperPages.WIDTH, pages.y())
        .order("l S");
    pages.closeMark();
  }

  /** Text in which every character counts, such as a hash or a command. */
  void code(String text) throws IOException {
    Part part = parts.part(PaperText.plain(text, 1000), PaperPages.WIDTH - 12, SMALL + 0.5f, false, PaperParts.BLACK);
    pages.need(part.height() + 4);
    pages.openOrnament();
    pages.content()
        .order(PaperParts.PALE)
        .numbers(PaperPages.LEFT, pages.y() - part.height() - 3, PaperPages.WIDTH, part.height() + 3)
        .order("re f");
    pages.closeMark();
    parts.draw(pages.tags().element(pages.tags().document(), "P"), part, PaperPages.LEFT + 6);
    pages.down(6);
  }

  /** Small lines, close together. */
  void small(String text) throws IOException {
    whole("P", parts.part(plain(text), PaperPages.WIDTH, SMALL, false, PaperParts.BLACK), 1);
  }

  /** Pictures beside each other in boxes of one size, each with its words below. */
  void pictures(List<Picture> pictures, float height) throws IOException {
    float width = (PaperPages.WIDTH - GAP * (pictures.size() - 1)) / pictures.size();
    float below = 0;
    for (Picture picture : pictures) {
      below = Math.max(below, caption(picture, width).height());
    }
    pages.need(height + below + 8);
    float top = pages.y();
    for (int i = 0; i < pictures.size(); i++) {
      float x = PaperPages.LEFT + i * (width + GAP);
      pages.up(top);
      picture(pictures.get(i), x, width, height);
      pages.up(top - height - 2);
      parts.draw(
          pages.tags().element(pages.tags().document(), "P"), caption(pictures.get(i), width), x);
    }
    pages.up(top - height - below - 2);
    pages.down(6);
  }

  private Part caption(Picture picture, float width) throws IOException {
    return parts.part(plain(picture.caption()), width, SMALL, false, PaperParts.GREY);
  }

  private void picture(Picture picture, float x, float width, float height) throws IOException {
    float bottom = pages.y() - height;
    COSDictionary element = pages.tags().picture(pages.tags().document(), picture.caption());
    pages.open(element);
    pages.content().order(PaperParts.PALE).numbers(x, bottom, width, height).order("re f");
    if (picture.image() != null) {
      float scale = Math.min(width / picture.image().getWidth(), height / picture.image().getHeight());
      float across = picture.image().getWidth() * scale;
      float down = picture.image().getHeight() * scale;
      float left = x + (width - across) / 2;
      float low = bottom + (height - down) / 2;
      pages.picture(picture.image(), left, low, across, down);
      outline(picture.corners(), left, low, across, down);
    }
    pages.closeMark();
    if (picture.image() == null) {
      pages.up(bottom + height / 2 + SMALL);
      parts.draw(element, parts.part(plain(picture.instead()), width - 8, SMALL, false, PaperParts.GREY), x + 4);
    }
  }

  private void outline(double[] corners, float left, float low, float across, float down) {
    if (corners.length < 6) {
      return;
    }
    for (String pen : List.of(HALO, OUTLINE)) {
      PageContent content = pages.content().order("q").order(pen);
      for (int i = 0; i < corners.length; i += 2) {
        content
            .numbers(left + corners[i] * across, low + (1 - corners[i + 1]) * down)
            .order(i == 0 ? "m" : "l");
      }
      content.order("h S Q");
    }
  }

  /** Has the document hold a JPEG; {@code null} stays {@code null}. */
  PDImageXObject image(byte[] jpeg) throws IOException {
    if (jpeg == null) {
      return null;
    }
    pages.count(jpeg.length);
    return JPEGFactory.createFromByteArray(pages.document(), jpeg);
  }

  private void whole(String type, Part part, float after) throws IOException {
    pages.need(part.height());
    parts.draw(pages.tags().element(pages.tags().document(), type), part, PaperPages.LEFT);
    pages.down(after);
  }

  private static String plain(String text) {
    return PaperText.plain(text, MAX_VALUE);
  }
}
