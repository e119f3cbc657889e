package shotdeed.server.complain.paper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shotdeed.image.Strip;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.Scaled;
import shotdeed.server.picture.UnreadablePicture;

/**
 * A copy and its original made ready for a page: both small, the matched part outlined, and the two laid over each
 * other in fields that alternate like those of a chessboard, so that lines that go on from field to field are seen.
 */
final class PairPictures {
  /**
   * Pixels of the longer side, at most. What the other side gets is too small to be passed off as an original: it could
   * answer the complaint with it.
   */
  static final int MOST = 600;

  private static final int FIELDS = 6;
  /** A picture longer than this many times its width is cut to what surrounds the matched part. */
  private static final double LONG = 2.5;
  private static final double MARGIN = 0.3;

  private final PictureDecoder decoder;

  /**
   * A small JPEG and what is outlined in it.
   *
   * @param corners x and y in turn, as shares of what is shown
   */
  record Small(byte[] jpeg, double[] corners) {}

  /** Each {@code null} if it cannot be shown. */
  record Pair(Small copy, Small original, Small overlay) {}

  PairPictures(PictureDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Makes the pictures of one sighting.
   *
   * @param side pixels of the longer side
   * @param bytes of each JPEG, at most
   */
  Pair of(Sealed sighting, EvidenceCase.Pictures pictures, int side, int bytes) throws IOException {
    Outlines outlines = Outlines.of(sighting);
    BufferedImage copy = copy(sighting, pictures);
    BufferedImage original = decoded(pictures.original(sighting.number("certificate")));
    return new Pair(
        copy == null ? null : small(copy, outlines.copy(), side, bytes),
        original == null ? null : small(original, outlines.original(), Math.min(side, MOST), bytes),
        copy == null || original == null ? null : overlay(copy, original, outlines, side, bytes));
  }

  /** The picture as served, or its raster, or the slices joined as they were judged. */
  private BufferedImage copy(Sealed sighting, EvidenceCase.Pictures pictures) throws IOException {
    List<Sealed> slices = sighting.rows("slices");
    if (slices.isEmpty()) {
      return decoded(bytes(pictures, sighting));
    }
    List<BufferedImage> small = new ArrayList<>();
    int height = 0;
    for (Sealed slice : slices.subList(0, Math.min(slices.size(), Strip.MAX_SLICES))) {
      BufferedImage image = decoded(bytes(pictures, slice));
      if (image == null) {
        return null;
      }
      int width = Math.min(Strip.WIDTH, image.getWidth());
      int rows = (int) Math.max(1, Math.floor((double) image.getHeight() * width / image.getWidth() + 0.5));
      small.add(Scaled.exactly(image, width, rows));
      height += rows;
    }
    BufferedImage joined = new BufferedImage(small.get(0).getWidth(), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = joined.createGraphics();
    int y = 0;
    for (BufferedImage slice : small) {
      graphics.drawImage(slice, 0, y, null);
      y += slice.getHeight();
    }
    graphics.dispose();
    return joined;
  }

  /** Formats that the server cannot decode came with a PNG that the browser made, on which the server judged. */
  private static byte[] bytes(EvidenceCase.Pictures pictures, Sealed of) throws IOException {
    String path = of.text("picture");
    int dot = path.lastIndexOf('.');
    byte[] raster = dot < 0 ? null : pictures.part(path.substring(0, dot).replace("/picture", "/raster") + ".png");
    return raster == null ? pictures.part(path) : raster;
  }

  private BufferedImage decoded(byte[] bytes) {
    try {
      return bytes == null ? null : decoder.decode(bytes).image();
    } catch (UnreadablePicture e) {
      return null; // the page says that it cannot be shown
    }
  }

  private static Small small(BufferedImage image, double[] corners, int side, int bytes) throws IOException {
    Rectangle2D.Double part = shown(image, corners);
    int x = (int) (part.x * image.getWidth());
    int y = (int) (part.y * image.getHeight());
    int width = Math.max(1, Math.min(image.getWidth() - x, (int) Math.round(part.width * image.getWidth())));
    int height = Math.max(1, Math.min(image.getHeight() - y, (int) Math.round(part.height * image.getHeight())));
    double[] within = corners.clone();
    for (int i = 0; i < within.length; i += 2) {
      within[i] = Math.max(0, Math.min(1, (corners[i] * image.getWidth() - x) / width));
      within[i + 1] = Math.max(0, Math.min(1, (corners[i + 1] * image.getHeight() - y) / height));
    }
    return new Small(SmallPicture.jpeg(image.getSubimage(x, y, width, height), side, bytes), within);
  }

  /** All of a picture of usual shape; of a long one what surrounds the matched part. */
  private static Rectangle2D.Double shown(BufferedImage image, double[] corners) {
    double ratio = (double) Math.max(image.getWidth(), image.getHeight())
        / Math.min(image.getWidth(), image.getHeight());
    if (ratio <= LONG) {
      return new Rectangle2D.Double(0, 0, 1, 1);
    }
    Rectangle2D.Double part = Outlines.around(corners);
    double dx = part.width * MARGIN;
    double dy = part.height * MARGIN;
    double left = Math.max(0, part.x - dx);
    double top = Math.max(0, part.y - dy);
    return new Rectangle2D.Double(
        left, top, Math.min(1, part.x + part.width + dx) - left, Math.min(1, part.y + part.height + dy) - top);
  }

  private static Small overlay(BufferedImage copy, BufferedImage original, Outlines outlines, int side, int bytes)
      throws IOException {
    AffineTransform map =
        outlines.toCopy(original.getWidth(), original.getHeight(), copy.getWidth(), copy.getHeight());
    if (map == null) {
      return null;
    }
    Rectangle2D.Double part = Outlines.around(outlines.copy());
    double across = Math.max(1, part.width * copy.getWidth());
    double down = Math.max(1, part.height * copy.getHeight());
    double scale = Math.min(1, Math.min(side, MOST) / Math.max(across, down));
    int width = Math.max(1, (int) Math.round(across * scale));
    int height = Math.max(1, (int) Math.round(down * scale));
    AffineTransform toShown = AffineTransform.getScaleInstance(width / across, height / down);
    toShown.translate(-part.x * copy.getWidth(), -part.y * copy.getHeight());
    BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    draw(shown, copy, toShown);
    AffineTransform laid = new AffineTransform(toShown);
    laid.concatenate(map);
    BufferedImage over = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    draw(over, original, laid);
    Shape covered = toShown.createTransformedShape(
        Outlines.path(outlines.copy(), copy.getWidth(), copy.getHeight()));
    Graphics2D graphics = shown.createGraphics();
    graphics.setClip(covered);
    double field = Math.max(1, Math.max(width, height) / (double) FIELDS);
    for (int row = 0; row * field < height; row++) {
      for (int column = row % 2; column * field < width; column += 2) {
        int x = (int) (column * field);
        int y = (int) (row * field);
        int right = Math.min(width, (int) ((column + 1) * field));
        int bottom = Math.min(height, (int) ((row + 1) * field));
        graphics.drawImage(over, x, y, right, bottom, x, y, right, bottom, null);
      }
    }
    graphics.dispose();
    return new Small(SmallPicture.jpeg(shown, side, bytes), new double[0]);
  }

  /** Halved first where it becomes less than half as large: bilinear sampling alone would skip pixels. */
  private static void draw(BufferedImage on, BufferedImage picture, AffineTransform map) {
    BufferedImage from = picture;
    AffineTransform to = new AffineTransform(map);
    while (Math.sqrt(Math.abs(to.getDeterminant())) < 0.5 && Math.min(from.getWidth(), from.getHeight()) > 1) {
      int width = Math.max(1, from.getWidth() / 2);
      int height = Math.max(1, from.getHeight() / 2);
      to.scale((double) from.getWidth() / width, (double) from.getHeight() / height);
      from = Scaled.exactly(from, width, height);
    }
    Graphics2D graphics = on.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, to, null);
    graphics.dispose();
  }
}
