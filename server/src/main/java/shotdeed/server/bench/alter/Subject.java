package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.stream.IntStream;

/**
 * What somebody would cut out of a photograph: the thing in the middle. Colours vote: those of the middle for the
 * subject, those of the border against it, and the vote is repeated with what came out, in the manner of GrabCut
 * (Rother and others, 2004) but with histograms for mixtures and smoothing for cuts. A plain backdrop is taken away from
 * the border inwards instead. Rough, as cut-outs made in a hurry are; on a cluttered scene a part of it comes along.
 */
final class Subject {
  private static final int SIDE = 160;
  private static final int ROUNDS = 5;
  private static final int LEVELS = 12;

  /** Where less or more than this share remains, colours tell nothing, and a plain oval is cut. */
  private static final double LEAST = 0.08;
  private static final double MOST = 0.8;

  /** A backdrop is plain when this share of the border is this near to the border's middle colour, in each channel. */
  private static final double PLAIN = 0.7;
  private static final int NEAR = 22;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final int[] colours;
  private double[] belief;

  private Subject(BufferedImage picture) {
    double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    BufferedImage small = Resample.by(picture, scale);
    width = small.getWidth();
    height = small.getHeight();
    pixels = Pictures.pixels(small);
    colours = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int p = pixels[i];
      colours[i] = (level(p >> 16) * LEVELS + level(p >> 8)) * LEVELS + level(p);
    }
  }

  private static int level(int channel) {
    return (channel & 0xff) * LEVELS / 256;
  }

  /**
   * How much each pixel belongs to the subject, 0 to 255 in all three channels, with a soft edge; of the picture's size.
   */
  static BufferedImage mask(BufferedImage picture) {
    Subject subject = new Subject(picture);
    boolean[] inside = subject.decide();
    BufferedImage small = new BufferedImage(subject.width, subject.height, BufferedImage.TYPE_INT_RGB);
    int[] out = Pictures.pixels(small);
    double[] soft = new double[inside.length];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = inside[i] ? 1 : 0;
    }
    soft = subject.smooth(soft, 1);
    for (int i = 0; i < out.length; i++) {
      double value = 255 * soft[i];
      out[i] = Pictures.rgb(value, value, value);
    }
    return Resample.to(small, picture.getWidth(), picture.getHeight());
  }

  private boolean[] decide() {
    boolean[] inside = againstPlainBackdrop();
    inside = largest(inside == null ? byVote() : inside);
    fillHoles(inside);
    int count = 0;
    for (boolean in : inside) {
      count += in ? 1 : 0;
    }
    if (count < LEAST * inside.length || count > MOST * inside.length) {
      for (int i = 0; i < inside.length; i++) {
        inside[i] = far(i) < 0.85;
      }
    }
    return inside;
  }

  /** Everything unlike the border's middle colour; {@code null} if the border has no such colour. */
  private boolean[] againstPlainBackdrop() {
    int[] border = IntStream.range(0, pixels.length).filter(this::atBorder).toArray();
    int[] middle = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      int shift = 8 * channel;
      int[] values = IntStream.of(border).map(i -> pixels[i] >> shift & 0xff).sorted().toArray();
      middle[channel] = values[values.length / 2];
    }
    if (IntStream.of(border).filter(i -> near(pixels[i], middle)).count() < PLAIN * border.length) {
      return null;
    }
    boolean[] inside = new boolean[pixels.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = !near(pixels[i], middle);
    }
    return inside;
  }

  private boolean atBorder(int i) {
    return i % width == 0 || i % width == width - 1 || i < width || i >= pixels.length - width;
  }

  private static boolean near(int pixel, int[] colour) {
    return Math.abs((pixel & 0xff) - colour[0]) <= NEAR
        && Math.abs((pixel >> 8 & 0xff) - colour[1]) <= NEAR
        && Math.abs((pixel >> 16 & 0xff) - colour[2]) <= NEAR;
  }

  private boolean[] byVote() {
    belief = new double[colours.length];
    for (int i = 0; i < belief.length; i++) {
      belief[i] = prior(i);
    }
    for (int round = 0; round < ROUNDS; round++) {
      vote();
    }
    boolean[] inside = new boolean[belief.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = belief[i] > 0.5;
    }
    return inside;
  }

  /** 0 in the middle, 1 where the oval that fills the picture ends. */
  private double far(int pixel) {
    double x = 2.0 * (pixel % width + 0.5) / width - 1;
    double y = 2.0 * (pixel / width + 0.5) / height - 1;
    return Math.sqrt(x * x + y * y);
  }

  private double prior(int pixel) {
    return Math.min(0.9, Math.max(0.02, 1.25 - far(pixel) * 1.1));
  }

  private void vote() {
    double[] inside = new double[LEVELS * LEVELS * LEVELS];
    double[] outside = new double[inside.length];
    double all = 0;
    for (int i = 0; i < colours.length; i++) {
      inside[colours[i]] += belief[i];
      outside[colours[i]] += 1 - belief[i];
      all += belief[i];
    }
    double[] next = new double[belief.length];
    for (int i = 0; i < next.length; i++) {
      double in = (inside[colours[i]] + 0.5) / (all + 1);
      double out = (outside[colours[i]] + 0.5) / (colours.length - all + 1);
      double prior = prior(i);
      next[i] = prior * in / (prior * in + (1 - prior) * out);
    }
    belief = smooth(next, 2);
  }

  /** Means over squares of that reach. */
  private double[] smooth(double[] values, int reach) {
    double[] result = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
          for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++, count++) {
            sum += values[v * width + u];
          }
        }
        result[y * width + x] = sum / count;
      }
    }
    return result;
  }

  private boolean[] largest(boolean[] inside) {
    boolean[] seen = new boolean[inside.length];
    boolean[] best = new boolean[inside.length];
    int bestSize = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] && !seen[i]) {
        boolean[] part = new boolean[inside.length];
        int size = flood(i, inside, true, part);
        for (int j = 0; j < seen.length; j++) {
          seen[j] |= part[j];
        }
        if (size > bestSize) {
          bestSize = size;
          best = part;
        }
      }
    }
    return best;
  }

  /** What the border cannot reach without crossing the subject belongs to it. */
  private void fillHoles(boolean[] inside) {
    boolean[] open = new boolean[inside.length];
    for (int i = 0; i < inside.length; i++) {
      if (atBorder(i) && !inside[i] && !open[i]) {
        flood(i, inside, false, open);
      }
    }
    for (int i = 0; i < inside.length; i++) {
      inside[i] = !open[i];
    }
  }

  private int flood(int from, boolean[] values, boolean wanted, boolean[] reached) {
    ArrayDeque<Integer> left = new ArrayDeque<>();
    left.add(from);
    reached[from] = true;
    int size = 0;
    while (!left.isEmpty()) {
      int i = left.poll();
      size++;
      int[] neighbours = {i % width > 0 ? i - 1 : i, i % width < width - 1 ? i + 1 : i, i - width, i + width};
      for (int n : neighbours) {
        if (n >= 0 && n < values.length && values[n] == wanted && !reached[n]) {
          reached[n] = true;
          left.add(n);
        }
      }
    }
    return size;
  }
}
