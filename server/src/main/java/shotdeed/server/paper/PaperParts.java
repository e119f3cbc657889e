package shotdeed.server.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;

/** Pieces of text of one look each, set on pages from above to below. */
public final class PaperParts {
  public static final String BLACK = "0 g 0 G";
  public static final String GREY = "0.35 g 0.35 G";
  public static final String WHITE = "1 g 1 G";
  /** Behind what belongs together. */
  public static final String PALE = "0.93 g";
  private static final String BLUE = "0.05 0.25 0.6 rg 0.05 0.25 0.6 RG";

  /** Lines stand this many times their letters' size apart. */
  public static final float LEADING = 1.4f;

  private final PaperPages pages;

  /**
   * Lines of one look.
   *
   * @param size of the letters, in points
   * @param colour one of the orders above
   * @param address where a click leads, or {@code null}
   */
  public record Part(List<String> lines, float size, boolean bold, String colour, String address) {
    /** In points. */
    public float height() {
      return lines.size() * size * LEADING;
    }
  }

  public PaperParts(PaperPages pages) {
    this.pages = pages;
  }

  /**
   * Text broken into lines.
   *
   * @param text made plain by {@link PaperText#plain} if it is not ours
   * @param width of the column, in points
   */
  public Part part(String text, float width, float size, boolean bold, String colour) throws IOException {
    return part(text, width, size, bold, colour, null);
  }

  /** An address that came from a page: a link if a browser may follow it, else only text, cut after {@code shown}. */
  public Part address(String address, int shown, float width, float size) throws IOException {
    String target = PaperAddress.link(address);
    return part(PaperText.plain(address, shown), width, size, false, target == null ? GREY : BLUE, target);
  }

  private Part part(String text, float width, float size, boolean bold, String colour, String address)
      throws IOException {
    // A bold letter is drawn with an outline, which takes room too.
    float room = bold ? width * 0.97f : width;
    return new Part(PaperText.lines(text, pages.fonts(), room, size), size, bold, colour, address);
  }

  /** How wide a line is, in points. */
  public float width(String text, float size) throws IOException {
    float width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += pages.fonts().width(c) * size / 1000;
      i += Character.charCount(c);
    }
    return width;
  }

  /** Sets a part from the page's height on; the height goes down with it. */
  public void draw(COSDictionary of, Part part, float x) throws IOException {
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
