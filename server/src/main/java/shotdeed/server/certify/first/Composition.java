package shotdeed.server.certify.first;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Lettering;
import shotdeed.image.LumaImage;

/**
 * The parts that a picture was put together from, found by cutting it at drawn lines, then each part again.
 *
 * <p>Cost: some passes over the picture for each cut; a photograph of one piece takes two.
 */
final class Composition {
  /** Pixels a side; a smaller part is not cut. */
  private static final int LEAST_SIDE = 60;

  /** Cuts at most: what has more is a pattern. */
  private static final int MOST_CUTS = 24;

  /** A part smaller than this share of the picture is none that anybody looks at. */
  private static final double LEAST_AREA = 0.06;

  /** A part that is so many times as long as it is wide is a band with words, or a bar of a screen. */
  private static final double BAND = 3.2;

  /** A plain part: all but so much of it is near one brightness. */
  private static final double PLAIN = 0.97;

  private static final int NEAR = 14;

  /** A part this much softer than the sharpest is its blurred background. */
  private static final double SOFT = 0.22;

  private final LumaImage picture;
  private final List<Part> parts = new ArrayList<>();
  private int cuts;

  /** What a part shows. */
  enum Content {
    PLAIN,
    LETTERING,
    BAND,
    SOFT,
    PHOTOGRAPH
  }

  /** A part, in pixels, ends excluded. */
  record Part(int left, int top, int right, int bottom, Content content, double detail) {
    int area() {
      return (right - left) * (bottom - top);
    }

    private Part as(Content other) {
      return new Part(left, top, right, bottom, other, detail);
    }
  }

  private Composition(LumaImage picture) {
    this.picture = picture;
  }

  /**
   * Takes a picture apart.
   *
   * @param words that were found in it
   */
  static Composition of(LumaImage picture, List<Words.Line> words) {
    Composition composition = new Composition(picture);
    composition.cut(new DrawnLines(picture, words));
    composition.soften();
    return composition;
  }

  private void cut(DrawnLines lines) {
    ArrayDeque<int[]> todo = new ArrayDeque<>();
    todo.add(new int[] {0, 0, picture.width(), picture.height()});
    while (!todo.isEmpty()) {
      int[] box = todo.poll();
      boolean small = Math.min(box[2] - box[0], box[3] - box[1]) < LEAST_SIDE;
      DrawnLines.Line line =
          small || cuts == MOST_CUTS ? null : lines.strongest(box[0], box[1], box[2], box[3]);
      if (line == null) {
        parts.add(part(box));
      } else {
        cuts++;
        todo.add(new int[] {box[0], box[1], line.row() ? box[2] : line.at(), line.row() ? line.at() : box[3]});
        todo.add(new int[] {line.row() ? box[0] : line.at(), line.row() ? line.at() : box[1], box[2], box[3]});
      }
    }
  }

  private Part part(int[] box) {
    Content content = isPlain(box) ? Content.PLAIN : Content.PHOTOGRAPH;
    if (content == Content.PHOTOGRAPH && Lettering.fills(picture, box[0], box[1], box[2], box[3])) {
      content = Content.LETTERING;
    }
    if (content == Content.PHOTOGRAPH && cuts > 0 && isBand(box[2] - box[0], box[3] - box[1])) {
      content = Content.BAND;
    }
    return new Part(box[0], box[1], box[2], box[3], content, detail(box));
  }

  private static boolean isBand(double width, double height) {
    return Math.max(width, height) > BAND * Math.min(width, height);
  }

  private boolean isPlain(int[] box) {
    int[] histogram = new int[256];
    for (int y = box[1]; y < box[3]; y++) {
      for (int x = box[0], at = y * picture.width() + x; x < box[2]; x++, at++) {
        histogram[(int) picture.values()[at]]++;
      }
    }
    int pixels = (box[2] - box[0]) * (box[3] - box[1]);
    int median = 0;
    for (int count = histogram[0]; 2 * count < pixels; count += histogram[median]) {
      median++;
    }
    int near = 0;
    for (int level = Math.max(0, median - NEAR); level <= Math.min(255, median + NEAR); level++) {
      near += histogram[level];
    }
    return near >= PLAIN * pixels;
  }

  /** How sharp a part is: the mean of the strongest tenth of the differences of neighbours, in levels. */
  private double detail(int[] box) {
    int[] histogram = new int[256];
    int count = 0;
    for (int y = box[1]; y < box[3]; y++) {
      for (int x = box[0] + 2, at = y * picture.width() + x; x < box[2] - 2; x++, at++) {
        histogram[(int) Math.abs(picture.values()[at + 1] - picture.values()[at])]++;
        count++;
      }
    }
    int wanted = count / 10;
    int left = wanted;
    double sum = 0;
    for (int level = 255; level >= 0 && left > 0; level--) {
      int taken = Math.min(left, histogram[level]);
      sum += (double) taken * level;
      left -= taken;
    }
    return wanted == 0 ? 0 : sum / wanted;
  }

  private void soften() {
    double sharpest = 0;
    for (Part part : parts) {
      if (part.content() == Content.PHOTOGRAPH && isLarge(part)) {
        sharpest = Math.max(sharpest, part.detail());
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.content() == Content.PHOTOGRAPH && part.detail() < SOFT * sharpest) {
        parts.set(i, part.as(Content.SOFT));
      }
    }
  }

  private boolean isLarge(Part part) {
    return part.area() >= LEAST_AREA * picture.width() * picture.height();
  }

  /** How many photographs stand in it. */
  int photographs() {
    return (int) parts.stream().filter(part -> part.content() == Content.PHOTOGRAPH && isLarge(part)).count();
  }

  /** Lines that somebody drew. */
  int cuts() {
    return cuts;
  }

  /** Share of the picture that is of a content, 0 to 1. */
  double share(Content content) {
    double area = parts.stream().filter(part -> part.content() == content).mapToInt(Part::area).sum();
    return area / ((double) picture.width() * picture.height());
  }

  /** The parts. */
  List<Part> parts() {
    return parts;
  }
}
