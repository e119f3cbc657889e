package shotdeed.server.complain.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;

/**
 * A screenshot in which only what the complaint is about can be read: the picture in question, the item's title, the
 * accused shop's name. All else becomes blocks of one colour each, so that names of accounts and of other shops are gone
 * wherever a page puts them.
 *
 * <p>A block does not get the mean of its pixels: means of small blocks can be searched for the text that gives them,
 * letter by letter, and even a mean over a large block moves a little with every letter. It gets the colour that most
 * of its pixels have, of 64 colours. Letters cover far less than half of the ground that they stand on, so text smaller
 * than about a block leaves no trace at all: pages that differ in a name only give the very same picture. Letters that
 * are larger than a block, as in a poster, fill some blocks, and are too coarse to read up to three times its size.
 *
 * <p>Deterministic. What it is made of stays as it is.
 */
final class MaskedScreenshot {
  /** Side of a block in the page's own pixels: larger than a line of any usual text and than three of its letters. */
  static final int BLOCK = 64;

  /** Boxes that are looked at; real captures have about three. */
  static final int MAX_BOXES = 20;

  /** What may stay readable of the whole, in per cent: boxes that say "all of it" are a mistake or a lie. */
  private static final int MOST_KEPT = 85;

  /** A device has one to four pixels for each of the page's. */
  private static final double MOST_SCALE = 4;

  /** How far the two scales may differ: a screenshot is rounded to whole pixels. */
  private static final double SLACK = 0.02;

  private static final int LEVELS = 4;
  private static final int LEVEL = 256 / LEVELS;

  private MaskedScreenshot() {}

  /**
   * The masked picture, or why there is none.
   *
   * @param png {@code null} if there is none
   * @param whyNot {@code boxes}, {@code fit} or {@code unreadable} as in {@link
   *     shotdeed.server.complain.paper.EvidenceCase.Screenshot}; {@code null} if there is one
   */
  record Result(byte[] png, String whyNot) {}

  /** What is to be kept of a screenshot that can be masked, or why it cannot be. */
  private record Plan(BufferedImage image, double scale, List<Rectangle> kept, String whyNot) {
    static Plan none(String whyNot) {
      return new Plan(null, 0, List.of(), whyNot);
    }
  }

  /**
   * Makes one.
   *
   * @param screenshot PNG or JPEG as sealed
   * @param width of the view in the page's pixels, as the browser states it
   * @param boxes {@code left}, {@code top}, {@code right} and {@code bottom} each; hostile, any node
   */
  static Result of(byte[] screenshot, int width, int height, JsonNode boxes, PictureDecoder decoder)
      throws IOException {
    return of(plan(screenshot, width, height, boxes, decoder));
  }

  /**
   * Makes one as the click was sealed.
   *
   * @param manifest hostile in all that the browser stated
   */
  static Result of(byte[] screenshot, JsonNode manifest, PictureDecoder decoder) throws IOException {
    return of(plan(screenshot, manifest, decoder));
  }

  private static Result of(Plan plan) throws IOException {
    if (plan.whyNot() != null) {
      return new Result(null, plan.whyNot());
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    // Zoomed out, a page's text is smaller than its pixels say; never let the blocks become so too.
    int block = (int) Math.ceil(BLOCK * Math.max(1, plan.scale()));
    ImageIO.write(masked(plan.image(), block, plan.kept()), "png", png);
    return new Result(png.toByteArray(), null);
  }

  /** Why {@link #of} would make none of the same; empty if it would make one. */
  static String whyNot(byte[] screenshot, JsonNode manifest, PictureDecoder decoder) {
    String whyNot = plan(screenshot, manifest, decoder).whyNot();
    return whyNot == null ? "" : whyNot;
  }

  private static Plan plan(byte[] screenshot, JsonNode manifest, PictureDecoder decoder) {
    JsonNode click = manifest.path("click");
    return plan(
        screenshot,
        click.path("viewWidth").path("value").asInt(),
        click.path("viewHeight").path("value").asInt(),
        click.path("readableBoxesOfTheView").path("value"),
        decoder);
  }

  private static Plan plan(byte[] screenshot, int width, int height, JsonNode boxes, PictureDecoder decoder) {
    if (!boxes.isArray() || boxes.isEmpty()) {
      return Plan.none("boxes");
    }
    BufferedImage image;
    try {
      image = decoder.decode(screenshot).image();
    } catch (UnreadablePicture e) {
      return Plan.none("unreadable");
    }
    double across = (double) image.getWidth() / width;
    double down = (double) image.getHeight() / height;
    boolean fits = Double.isFinite(across) && Double.isFinite(down) && across > 0
        && Math.abs(down / across - 1) <= SLACK && across >= 1 / MOST_SCALE && across <= MOST_SCALE;
    if (!fits) {
      return Plan.none("fit");
    }
    List<Rectangle> kept = kept(boxes, across, image);
    if (kept.isEmpty() || share(kept, image) > MOST_KEPT) {
      return Plan.none("boxes");
    }
    return new Plan(image, across, kept, null);
  }

  /** The boxes in the screenshot's pixels, inside it; what is empty, inside out or beyond the limit is not kept. */
  private static List<Rectangle> kept(JsonNode boxes, double scale, BufferedImage image) {
    Rectangle all = new Rectangle(0, 0, image.getWidth(), image.getHeight());
    List<Rectangle> kept = new ArrayList<>();
    for (int i = 0; i < Math.min(boxes.size(), MAX_BOXES); i++) {
      JsonNode box = boxes.get(i);
      int left = pixel(box.path("left"), scale, all.width);
      int top = pixel(box.path("top"), scale, all.height);
      Rectangle part = new Rectangle(
          left, top, pixel(box.path("right"), scale, all.width) - left,
          pixel(box.path("bottom"), scale, all.height) - top);
      if (part.width > 0 && part.height > 0) {
        kept.add(part);
      }
    }
    return kept;
  }

  private static int pixel(JsonNode place, double scale, int side) {
    return place.isNumber() ? (int) Math.max(0, Math.min(side, Math.round(place.asDouble() * scale))) : 0;
  }

  /** Per cent of the whole that is kept; what two boxes share counts once. */
  private static int share(List<Rectangle> kept, BufferedImage image) {
    long pixels = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      boolean[] row = new boolean[image.getWidth()];
      for (Rectangle part : kept) {
        if (y >= part.y && y < part.y + part.height) {
          Arrays.fill(row, part.x, part.x + part.width, true);
        }
      }
      for (boolean pixel : row) {
        pixels += pixel ? 1 : 0;
      }
    }
    return (int) (pixels * 100 / ((long) image.getWidth() * image.getHeight()));
  }

  private static BufferedImage masked(BufferedImage image, int block, List<Rectangle> kept) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    BufferedImage masked = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] to = ((DataBufferInt) masked.getRaster().getDataBuffer()).getData();
    for (int top = 0; top < height; top += block) {
      for (int left = 0; left < width; left += block) {
        int right = Math.min(width, left + block);
        int bottom = Math.min(height, top + block);
        int colour = most(from, width, left, top, right, bottom);
        for (int y = top; y < bottom; y++) {
          Arrays.fill(to, y * width + left, y * width + right, colour);
        }
      }
    }
    for (Rectangle part : kept) {
      for (int y = part.y; y < part.y + part.height; y++) {
        System.arraycopy(from, y * width + part.x, to, y * width + part.x, part.width);
      }
    }
    return masked;
  }

  /** Of the 64 colours the one that most pixels are nearest to; of equals the darkest. */
  private static int most(int[] pixels, int width, int left, int top, int right, int bottom) {
    int[] counts = new int[LEVELS * LEVELS * LEVELS];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int p = pixels[y * width + x];
        counts[((p >> 16 & 0xff) / LEVEL * LEVELS + (p >> 8 & 0xff) / LEVEL) * LEVELS + (p & 0xff) / LEVEL]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[most]) {
        most = i;
      }
    }
    return shade(most / LEVELS / LEVELS) << 16 | shade(most / LEVELS % LEVELS) << 8 | shade(most % LEVELS);
  }

  /** 0, 85, 170 or 255. */
  private static int shade(int level) {
    return level * 255 / (LEVELS - 1);
  }
}
