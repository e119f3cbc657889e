package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.model.Verdict;

/**
 * Lays an original over a copy and looks whether they are the same photograph. The same pictures and guesses always get
 * the same answer.
 *
 * <p>Safe for use by several threads. Cost: some 3 ms of one processor for each of at most three guesses that are
 * followed, and a pass over both pictures; see {@code ConfirmBenchmark}.
 */
public final class Confirmer {
  /** Guesses that are looked at, at most. */
  private static final int MOST_GUESSES = 64;

  /** Guesses that are made exact, at most. */
  private static final int MOST_FOLLOWED = 3;

  private static final int FIELDS_ACROSS = 4;
  private static final int FIELDS_DOWN = Confirmation.MOST_POINTS / FIELDS_ACROSS;

  /** From this share of agreeing cells on everything that both pictures show is the copied part. */
  private static final double WHOLE_OVERLAP = 0.5;

  /**
   * Decides.
   *
   * @param copy of any size; what is larger than some 320 pixels a side tells nothing more
   * @param original of any size; some 640 pixels a side are enough
   * @param guesses where the original lies in the copy, roughly, from the original's pixels to the copy's; the
   *     likeliest first; those beyond the first 64 are not looked at
   */
  public Confirmation confirm(LumaImage copy, LumaImage original, List<Affine> guesses) {
    Pyramid over = new Pyramid(copy);
    Pyramid under = new Pyramid(original);
    Alignment best = null;
    Agreement most = null;
    for (Affine guess : promising(over, under, guesses)) {
      Alignment alignment = Alignment.of(over, under, guess);
      if (alignment != null) {
        Agreement agreement = new Agreement(alignment);
        if (most == null || Rule.score(agreement) > Rule.score(most)) {
          best = alignment;
          most = agreement;
        }
        if (Rule.verdict(agreement) == Verdict.COPY) {
          best = alignment;
          most = agreement;
          break;
        }
      }
    }
    Verdict verdict = most == null ? Verdict.NONE : Rule.verdict(most);
    return verdict == Verdict.NONE ? Confirmation.NONE : confirmation(verdict, best, most, copy, original);
  }

  private record Ranked(Affine guess, double score) {}

  private static List<Affine> promising(Pyramid copy, Pyramid original, List<Affine> guesses) {
    if (guesses.size() <= 1) {
      return guesses;
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Affine guess : guesses.subList(0, Math.min(MOST_GUESSES, guesses.size()))) {
      ranked.add(new Ranked(guess, Alignment.promise(copy, original, guess)));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed()); // stable: of equals the likeliest first
    return ranked.stream().limit(MOST_FOLLOWED).map(Ranked::guess).toList();
  }

  private static Confirmation confirmation(
      Verdict verdict, Alignment alignment, Agreement agreement, LumaImage copy, LumaImage original) {
    Overlay overlay = alignment.overlay();
    boolean all = agreement.share() >= WHOLE_OVERLAP;
    Polygon inCopy = all
        ? Polygon.frame(original.width(), original.height())
            .mapped(alignment.affine())
            .within(copy.width(), copy.height())
        : agreement.outline().mapped(overlay.toCopy()).within(copy.width(), copy.height());
    Polygon inOriginal = inCopy.mapped(alignment.affine().inverse()).within(original.width(), original.height());
    List<PointPair> points = new ArrayList<>();
    for (int cell : agreement.landmarks(FIELDS_ACROSS, FIELDS_DOWN)) {
      double x = (cell % overlay.columns() + 0.5) * Overlay.CELL;
      double y = (cell / overlay.columns() + 0.5) * Overlay.CELL;
      points.add(new PointPair(
          point(overlay.toCopy(), x, y, copy), point(overlay.toOriginal(), x, y, original)));
    }
    return new Confirmation(
        verdict,
        alignment.affine(),
        outline(inCopy, copy),
        outline(inOriginal, original),
        inCopy.area() / ((double) copy.width() * copy.height()),
        inOriginal.area() / ((double) original.width() * original.height()),
        all ? agreement.share() : agreement.density(),
        all ? agreement.marked : agreement.inside,
        points);
  }

  private static Outline outline(Polygon polygon, LumaImage picture) {
    List<Point> corners = new ArrayList<>();
    for (double[] corner : polygon.corners()) {
      corners.add(point(Affine.IDENTITY, corner[0], corner[1], picture));
    }
    return new Outline(corners);
  }

  private static Point point(Affine to, double x, double y, LumaImage picture) {
    return new Point(unit(to.x(x, y), picture.width()), unit(to.y(x, y), picture.height()));
  }

  private static int unit(double at, int side) {
    return (int) Math.max(0, Math.min(Region.UNIT, Math.round(at * Region.UNIT / side)));
  }
}
