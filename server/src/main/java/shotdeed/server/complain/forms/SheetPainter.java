package shotdeed.server.complain.forms;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.fingerprint.Region;
import shotdeed.server.certify.Derived;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/**
 * Draws a comparison sheet. The original is small, a few hundred pixels: enough to compare, of no use to whoever wants to
 * pass for its author. Memory: a sheet of {@link #MOST_ROWS} rows is at most 8 million pixels at scale 1.
 */
final class SheetPainter implements FittingJpeg.Painter {
  /** On one sheet; more of them could not be read in a browser's window. */
  static final int MOST_ROWS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(SheetPainter.class);

  private static final int WIDTH = 1600;
  private static final int MARGIN = 40;
  private static final int ORIGINAL = 380;
  private static final int COPY_LEFT = MARGIN + ORIGINAL + 30;
  private static final int COPY = 640;
  private static final int TEXT_LEFT = COPY_LEFT + COPY + 40;
  private static final int TEXT = WIDTH - MARGIN - TEXT_LEFT;
  private static final int MOST_HEIGHT = 680;
  private static final int GAP = 30;

  /** A small copy is seen better so; an original never. */
  private static final double MOST_ENLARGED = 2;

  private static final double TITLE = 38;
  private static final double PLAIN = 23;
  private static final double SMALL = 19;
  private static final double LINE = 1.35;
  private static final int MOST_LINES = 7;

  private static final Color INK = new Color(0x1c2026);
  private static final Color QUIET = new Color(0x59616c);
  private static final Color RULE = new Color(0xc9ced6);
  private static final Color MARK = new Color(0xd4141c);

  private final Sheet sheet;
  private final List<Drawn> rows = new ArrayList<>();
  private final int height;

  /** A row whose pictures are ready and whose text is broken into lines. */
  private record Drawn(
      Sheet.Row row, BufferedImage original, BufferedImage copy, List<Line> text, int height) {}

  private record Line(String text, boolean name) {
    double height() {
      return name ? SMALL * LINE + 8 : PLAIN * LINE;
    }
  }

  private SheetPainter(Sheet sheet, Derived derived, PictureDecoder decoder) {
    this.sheet = sheet;
    double down = MARGIN + TITLE * LINE + sheet.about().size() * PLAIN * LINE + GAP;
    for (Sheet.Row row : sheet.rows()) {
      Drawn drawn = drawn(row, derived, decoder);
      rows.add(drawn);
      down += drawn.height() + 2 * GAP;
    }
    height = (int) Math.ceil(down + PLAIN * LINE + MARGIN);
  }

  static SheetPainter of(Sheet sheet, Derived derived, PictureDecoder decoder) {
    return new SheetPainter(sheet, derived, decoder);
  }

  private static Drawn drawn(Sheet.Row row, Derived derived, PictureDecoder decoder) {
    BufferedImage original = fitted(picture(row.original(), Derived.Size.THUMB, derived, decoder), ORIGINAL, 1);
    BufferedImage copy = fitted(picture(row.copy(), Derived.Size.SHEET, derived, decoder), COPY, MOST_ENLARGED);
    List<Line> text = new ArrayList<>();
    for (Sheet.Fact fact : row.facts()) {
      text.add(new Line(fact.name(), true));
      for (String line : SheetText.lines(fact.value(), TEXT, PLAIN, MOST_LINES)) {
        text.add(new Line(line, false));
      }
    }
    double written = text.stream().mapToDouble(Line::height).sum();
    double shown = Math.max(height(original, ORIGINAL), height(copy, COPY)) + SMALL * LINE + 8;
    return new Drawn(row, original, copy, text, (int) Math.ceil(Math.max(written, shown)));
  }

  private static int height(BufferedImage picture, int width) {
    return picture == null ? width / 2 : picture.getHeight();
  }

  /** A picture that cannot be read any more is a box that says nothing; the figures still stand beside it. */
  private static BufferedImage picture(
      String sha256, Derived.Size size, Derived derived, PictureDecoder decoder) {
    try {
      return decoder.decode(derived.of(sha256, size)).image();
    } catch (IOException | UnreadablePicture | RuntimeException e) {
      LOG.warn("a picture could not be put on a sheet: {}", e.toString());
      return null;
    }
  }

  /** Within a column's width and the greatest height. */
  private static BufferedImage fitted(BufferedImage picture, int width, double mostEnlarged) {
    if (picture == null) {
      return null;
    }
    double scale = Math.min(
        mostEnlarged, Math.min((double) width / picture.getWidth(), (double) MOST_HEIGHT / picture.getHeight()));
    int across = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int down = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(fitted);
    graphics.drawImage(picture, 0, 0, across, down, null);
    graphics.dispose();
    return fitted;
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }

  @Override
  public BufferedImage paint(double scale) {
    BufferedImage image = new BufferedImage(
        (int) Math.ceil(WIDTH * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    double y = MARGIN + TITLE;
    graphics.setColor(INK);
    SheetText.draw(graphics, sheet.title(), MARGIN, y, TITLE);
    y += TITLE * (LINE - 1);
    graphics.setColor(QUIET);
    for (String line : sheet.about()) {
      y += PLAIN * LINE;
      SheetText.draw(graphics, first(line, WIDTH - 2 * MARGIN, PLAIN), MARGIN, y, PLAIN);
    }
    y += GAP;
    for (Drawn row : rows) {
      graphics.setColor(RULE);
      graphics.fillRect(MARGIN, (int) y, WIDTH - 2 * MARGIN, 2);
      row(graphics, row, (int) y + GAP);
      y += row.height() + 2 * GAP;
    }
    graphics.setColor(QUIET);
    SheetText.draw(graphics, first(sheet.foot(), WIDTH - 2 * MARGIN, SMALL), MARGIN, y + PLAIN, SMALL);
    graphics.dispose();
    return image;
  }

  private static String first(String text, double width, double size) {
    return SheetText.lines(text, width, size, 1).get(0);
  }

  private static void row(Graphics2D graphics, Drawn drawn, int top) {
    Sheet.Row row = drawn.row();
    List<Integer> none = List.of();
    side(graphics, drawn.original(), ORIGINAL, MARGIN, top, row.underOriginal(),
        row.geometry() == null ? none : row.geometry().originalOutline());
    side(graphics, drawn.copy(), COPY, COPY_LEFT, top, row.underCopy(),
        row.geometry() == null ? none : row.geometry().copyOutline());
    double y = top;
    for (Line line : drawn.text()) {
      y += line.height();
      graphics.setColor(line.name() ? QUIET : INK);
      SheetText.draw(graphics, line.text(), TEXT_LEFT, y - 6, line.name() ? SMALL : PLAIN);
    }
  }

  private static void side(
      Graphics2D graphics, BufferedImage picture, int width, int left, int top, String under, List<Integer> outline) {
    int down = height(picture, width);
    if (picture == null) {
      graphics.setColor(RULE);
      graphics.fillRect(left, top, width, down);
    } else {
      graphics.drawImage(picture, left, top, null);
      outlined(graphics, outline, left, top, picture.getWidth(), down);
    }
    graphics.setColor(QUIET);
    SheetText.draw(graphics, first(under, width, SMALL), left, top + down + SMALL * LINE, SMALL);
  }

  /** White under red, so that it is seen on any picture. */
  private static void outlined(Graphics2D graphics, List<Integer> corners, int left, int top, int width, int height) {
    if (corners.size() < 6) {
      return;
    }
    Path2D line = new Path2D.Double();
    for (int i = 0; i + 1 < corners.size(); i += 2) {
      double x = left + corners.get(i) * (double) width / Region.UNIT;
      double y = top + corners.get(i + 1) * (double) height / Region.UNIT;
      if (i == 0) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    line.closePath();
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(line);
    graphics.setColor(MARK);
    graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(line);
  }
}
