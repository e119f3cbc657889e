package shotdeed.server.certify.first;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Finds lines of large signs that a program wrote over a picture: their ink has one brightness to the last pixel, their
 * edges are sharp all around, and they stand in a row, about equally high. Print on cloth is shaded by its folds and light.
 */
final class Words {
  /** A pixel whose neighbours are all within so many levels is of an even surface. */
  private static final int EVEN = 10;

  /** Levels about the ink's own. */
  private static final int INK = 10;

  /** Inks that are looked at, the commonest first. */
  private static final int MOST_INKS = 16;

  /** Share of the picture's pixels that an ink has at least, and at most. */
  private static final double LEAST_INK = 0.001;

  /** Pixels of a sign's height, and the share of the picture's. */
  private static final int LEAST_HEIGHT = 7;

  private static final double MOST_HEIGHT = 0.3;

  /** Levels between ink and what is around it, and the share of the edge that has them. */
  private static final double CONTRAST = 40;

  private static final double SHARP = 0.8;

  /** Pieces of signs that make a line, and how long it is by its height. */
  private static final int LEAST_PIECES = 5;

  private static final double LEAST_LENGTH = 2.5;

  private final LumaImage picture;
  private final int width;
  private final int height;
  private final boolean[] even;
  private final int[] labels;
  private final int[] stack;
  private final int[] starts = new int[257];
  private int[] sorted;

  /** Pieces numbered so far, of all inks: a pixel may be of two. */
  private int numbers;

  /** A piece of a sign: its box, ends excluded. */
  private record Piece(int left, int top, int right, int bottom, int inner, double sum, double squares) {
    int high() {
      return bottom - top;
    }
  }

  /** A line of signs: its box, ends excluded. */
  record Line(int left, int top, int right, int bottom, int pieces, double shading) {
    int area() {
      return (right - left) * (bottom - top);
    }
  }

  private Words(LumaImage picture) {
    this.picture = picture;
    width = picture.width();
    height = picture.height();
    even = new boolean[width * height];
    labels = new int[width * height];
    stack = new int[width * height];
  }

  /** The lines of a picture. */
  static List<Line> of(LumaImage picture) {
    Words words = new Words(picture);
    List<Line> lines = new ArrayList<>();
    int[] histogram = words.evenLevels();
    words.sort(histogram);
    for (int ink = 0; ink < MOST_INKS; ink++) {
      int level = peak(histogram);
      if (near(histogram, level) < LEAST_INK * words.width * words.height) {
        break;
      }
      lines.addAll(lines(words.pieces(level)));
      for (int k = Math.max(0, level - INK / 2); k <= Math.min(255, level + INK / 2); k++) {
        histogram[k] = 0;
      }
    }
    return lines;
  }

  private int[] evenLevels() {
    float[] v = picture.values();
    int[] histogram = new int[256];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1, at = y * width + 1; x < width - 1; x++, at++) {
        float most = Math.max(Math.max(v[at - 1], v[at + 1]), Math.max(v[at - width], v[at + width]));
        float least = Math.min(Math.min(v[at - 1], v[at + 1]), Math.min(v[at - width], v[at + width]));
        if (Math.max(most, v[at]) - Math.min(least, v[at]) <= EVEN) {
          even[at] = true;
          histogram[(int) v[at]]++;
        }
      }
    }
    return histogram;
  }

  private static int peak(int[] histogram) {
    int peak = 0;
    for (int level = 0; level < 256; level++) {
      if (near(histogram, level) > near(histogram, peak)) {
        peak = level;
      }
    }
    return peak;
  }

  private static int near(int[] histogram, int level) {
    int sum = 0;
    for (int k = Math.max(0, level - 3); k <= Math.min(255, level + 3); k++) {
      sum += histogram[k];
    }
    return sum;
  }

  /** The even pixels, the darkest first: where the pixels of each level begin stands in {@link #starts}. */
  private void sort(int[] histogram) {
    for (int level = 0; level < 256; level++) {
      starts[level + 1] = starts[level] + histogram[level];
    }
    sorted = new int[starts[256]];
    int[] next = starts.clone();
    for (int at = 0; at < even.length; at++) {
      if (even[at]) {
        sorted[next[(int) picture.values()[at]]++] = at;
      }
    }
  }

  private List<Piece> pieces(int level) {
    List<Piece> pieces = new ArrayList<>();
    int earlier = numbers;
    int end = starts[Math.min(256, level + INK + 1)];
    for (int i = starts[Math.max(0, level - INK)]; i < end; i++) {
      if (labels[sorted[i]] <= earlier) {
        Piece piece = piece(sorted[i], level, earlier);
        if (piece != null) {
          pieces.add(piece);
        }
      }
    }
    return pieces;
  }

  private boolean isInk(int at, int level) {
    return Math.abs(picture.values()[at] - level) <= INK;
  }

  private Piece piece(int from, int level, int earlier) {
    int number = ++numbers;
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    int inner = 0;
    double sum = 0;
    double squares = 0;
    int depth = 0;
    stack[depth++] = from;
    labels[from] = number;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % width;
      int y = at / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      if (even[at]) {
        inner++;
        sum += picture.values()[at];
        squares += (double) picture.values()[at] * picture.values()[at];
      }
      if (x > 0) depth = push(at - 1, level, number, earlier, depth);
      if (x < width - 1) depth = push(at + 1, level, number, earlier, depth);
      if (y > 0) depth = push(at - width, level, number, earlier, depth);
      if (y < height - 1) depth = push(at + width, level, number, earlier, depth);
    }
    if (bottom - top < LEAST_HEIGHT && right - left < LEAST_HEIGHT
        || bottom - top > MOST_HEIGHT * height
        || right - left > 0.5 * width
        || left == 0 || top == 0 || right == width || bottom == height) {
      return null;
    }
    return isSharp(left, top, right, bottom, level, number) ? new Piece(left, top, right, bottom, inner, sum, squares) : null;
  }

  private int push(int at, int level, int number, int earlier, int depth) {
    if (labels[at] <= earlier && isInk(at, level)) {
      labels[at] = number;
      stack[depth++] = at;
    }
    return depth;
  }

  /** Looks three pixels beyond each end of each run of ink, across and down. */
  private boolean isSharp(int left, int top, int right, int bottom, int level, int number) {
    int ends = 0;
    int sharp = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * width + x;
        if (labels[at] == number) {
          for (int way = 0; way < 4; way++) {
            int dx = way == 0 ? -1 : way == 1 ? 1 : 0;
            int dy = way == 2 ? -1 : way == 3 ? 1 : 0;
            if (labels[at + dy * width + dx] != number) {
              int farX = x + 3 * dx;
              int farY = y + 3 * dy;
              if (farX >= 0 && farX < width && farY >= 0 && farY < height) {
                float most = 0;
                for (int k = 1; k <= 3; k++) {
                  most = Math.max(most, Math.abs(picture.values()[at + k * (dy * width + dx)] - level));
                }
                ends++;
                sharp += most >= CONTRAST ? 1 : 0;
              }
            }
          }
        }
      }
    }
    return ends > 0 && sharp >= SHARP * ends;
  }

  /** Pieces whose middles are about as high make a line as long as none is far from the next. */
  private static List<Line> lines(List<Piece> pieces) {
    List<Line> lines = new ArrayList<>();
    List<Piece> left = new ArrayList<>(pieces);
    left.sort(Comparator.comparingInt(Piece::high).reversed());
    while (left.size() >= LEAST_PIECES) {
      Piece tallest = left.remove(0);
      List<Piece> row = new ArrayList<>(List.of(tallest));
      for (Piece piece : left) {
        double middle = (piece.top() + piece.bottom()) / 2.0;
        if (middle > tallest.top() - 0.3 * tallest.high() && middle < tallest.bottom() + 0.3 * tallest.high()) {
          row.add(piece);
        }
      }
      row.sort(Comparator.comparingInt(Piece::left));
      int at = row.indexOf(tallest);
      int from = at;
      int to = at;
      int reach = tallest.left();
      while (from > 0 && row.get(from - 1).right() > reach - 1.2 * tallest.high()) {
        from--;
        reach = Math.min(reach, row.get(from).left());
      }
      reach = tallest.right();
      while (to < row.size() - 1 && row.get(to + 1).left() < reach + 1.2 * tallest.high()) {
        to++;
        reach = Math.max(reach, row.get(to).right());
      }
      List<Piece> run = row.subList(from, to + 1);
      Line line = line(run);
      if (line.pieces() >= LEAST_PIECES && line.right() - line.left() >= LEAST_LENGTH * (line.bottom() - line.top())) {
        lines.add(line);
        left.removeAll(run);
      }
    }
    return lines;
  }

  private static Line line(List<Piece> run) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    int inner = 0;
    double sum = 0;
    double squares = 0;
    for (Piece piece : run) {
      left = Math.min(left, piece.left());
      top = Math.min(top, piece.top());
      right = Math.max(right, piece.right());
      bottom = Math.max(bottom, piece.bottom());
      inner += piece.inner();
      sum += piece.sum();
      squares += piece.squares();
    }
    return new Line(left, top, right, bottom, run.size(), Math.sqrt(Math.max(0, squares / inner - sum / inner * sum / inner)));
  }
}
