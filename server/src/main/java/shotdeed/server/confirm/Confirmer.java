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
    return confirm(copy, original, List.of(), guesses);
  }

  /**
   * Decides.
   *
   * @param fits what features tell, in the pixels of these pictures, the likeliest first: guesses before the others, and
   *     what decides where there is hardly any texture
   */
  public Confirmation confirm(LumaImage copy, LumaImage original, List<AffineFit> fits, List<Affine> guesses) {
    Pyramid over = new Pyramid(copy);
    Pyramid under = new Pyramid(original);
    Alignment best = null;
    Agreement most = null;
    List<Affine> all = new ArrayList<>(fits.stream().map(AffineFit::affine).toList());
    all.addAll(guesses);
    for (Affine guess : promising(over, under, all)) {
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
    Confirmation byFeatures = verdict == Verdict.COPY ? null : byFeatures(over, under, fits, copy, original);
    if (byFeatures != null) {
      return byFeatures;
    }
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

  /**
   * A copy whose texture cannot tell: hardly any of it is to be seen, or much of the original is gone. The grain of the
   * cloth and its faintest folds still make features, and in a copy they lie exactly in their places. {@code null} if
   * they do not.
   */
  private static Confirmation byFeatures(
      Pyramid over, Pyramid under, List<AffineFit> fits, LumaImage copy, LumaImage original) {
    for (AffineFit fit : fits) {
      Alignment alignment = Alignment.asItIs(over, under, fit.affine());
      Agreement agreement = alignment == null ? null : new Agreement(alignment);
      if (agreement != null && Rule.isPlainCopy(agreement, fit.exact(), original)) {
        return byFeatures(fit, overlap(fit.affine(), copy, original), copy, original);
      }
      if (agreement != null && Rule.isExactCopy(agreement, fit.exact(), original)) {
        List<double[]> places = new ArrayList<>();
        fit.exact().forEach(match -> places.add(new double[] {match.copyX(), match.copyY()}));
        return byFeatures(fit, Polygon.around(places).within(copy.width(), copy.height()), copy, original);
      }
    }
    return null;
  }

  private static Confirmation byFeatures(AffineFit fit, Polygon part, LumaImage copy, LumaImage original) {
    List<PointPair> points = new ArrayList<>();
    for (AffineFit.Match match : fit.exact().subList(0, Math.min(Confirmation.MOST_POINTS, fit.exact().size()))) {
      points.add(new PointPair(
          point(Affine.IDENTITY, match.copyX(), match.copyY(), copy),
          point(Affine.IDENTITY, match.originalX(), match.originalY(), original)));
    }
    int exact = fit.exact().size();
    double agreement = (double) exact / Math.max(fit.inliers(), exact);
    return confirmation(Verdict.COPY, fit.affine(), part, agreement, exact, points, copy, original);
  }

  private static Confirmation confirmation(
      Verdict verdict, Alignment alignment, Agreement agreement, LumaImage copy, LumaImage original) {
    Overlay overlay = alignment.overlay();
    // What only looks alike may agree nowhere.
    boolean all = agreement.share() >= WHOLE_OVERLAP || agreement.outline() == null;
    Polygon part = all
        ? overlap(alignment.affine(), copy, original)
        : agreement.outline().mapped(overlay.toCopy()).within(copy.width(), copy.height());
    List<PointPair> points = new ArrayList<>();
    for (int cell : agreement.landmarks(FIELDS_ACROSS, FIELDS_DOWN)) {
      double x = (cell % overlay.columns() + 0.5) * Overlay.CELL;
      double y = (cell / overlay.columns() + 0.5) * Overlay.CELL;
      points.add(new PointPair(
          point(overlay.toCopy(), x, y, copy), point(overlay.toOriginal(), x, y, original)));
    }
    return confirmation(
        verdict,
        alignment.affine(),
        part,
        all ? agreement.share() : agreement.density(),
        all ? agreement.marked : agreement.inside,
        points,
        copy,
        original);
  }

  /** All that both pictures show, in the copy. */
  private static Polygon overlap(Affine affine, LumaImage copy, LumaImage original) {
    return Polygon.frame(original.width(), original.height()).mapped(affine).within(copy.width(), copy.height());
  }

  private static Confirmation confirmation(
      Verdict verdict,
      Affine affine,
      Polygon inCopy,
      double agreement,
      int cells,
      List<PointPair> points,
      LumaImage copy,
      LumaImage original) {
    Polygon inOriginal = inCopy.mapped(affine.inverse()).within(original.width(), original.height());
    return new Confirmation(
        verdict,
        affine,
        outline(inCopy, copy),
        outline(inOriginal, original),
        inCopy.area() / ((double) copy.width() * copy.height()),
        inOriginal.area() / ((double) original.width() * original.height()),
        agreement,
        cells,
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
