package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An affine map that many correspondences of local features agree on.
 *
 * <p>Features are upright and have a size, so that one correspondence alone tells where the whole picture lies, but
 * for a slight turn or stretch. Each is tried as the guess that the others are counted for, which is RANSAC (Fischler
 * and Bolles, 1981) without chance: the same correspondences give the same maps.
 *
 * @param affine from the original's pixels to the copy's
 * @param inliers correspondences that it fits, counted at different places
 * @param exact those that it fits to a tenth of the tolerance, one for each place
 */
public record AffineFit(Affine affine, int inliers, List<AffineFit.Match> exact) {
  /** Correspondences that a map needs: three places fix one, whatever they are. */
  private static final int LEAST_INLIERS = 4;

  private static final int MOST_FITS = 3;
  private static final int MOST_TRIED = 12;

  /** How far a feature may lie from where a single other one tells, as a share of the way between the two. */
  private static final double[] SLACKS = {0.3, 0.2, 0.1, 0.05, 0.02, 0};

  /** By what the sizes of two features may contradict each other. */
  private static final double SIZES = 1.8;

  private static final double MOST_STRETCHED = 1.8;

  /** Share of the tolerance that is exact: half a pixel or so of what the features were found in. */
  private static final double EXACT = 0.1;

  /** What a map that was found puts within so many tolerances of its place leads to no other map. */
  private static final double EXPLAINED = 2;

  /**
   * Two features that look alike.
   *
   * @param originalX in the original's pixels
   * @param originalY in the original's pixels
   * @param copyX in the copy's pixels
   * @param copyY in the copy's pixels
   * @param scale the feature's side in the copy by that in the original
   * @param mirrored whether they look alike once one of them is mirrored left to right
   */
  public record Match(
      double originalX, double originalY, double copyX, double copyY, double scale, boolean mirrored) {
    private Match resized(double original, double copy) {
      return new Match(
          originalX * original, originalY * original, copyX * copy, copyY * copy, scale * copy / original, mirrored);
    }
  }

  public AffineFit {
    exact = List.copyOf(exact);
  }

  /** The same for pictures of another size: so many times the original's pixels, so many times the copy's. */
  public AffineFit resized(double original, double copy) {
    return new AffineFit(
        affine.resized(original, original, copy, copy),
        inliers,
        exact.stream().map(match -> match.resized(original, copy)).toList());
  }

  /**
   * The maps that fit best, the best first, none of them like another.
   *
   * @param tolerance how far from its place a feature may lie, in the copy's pixels
   */
  public static List<AffineFit> of(List<Match> matches, double tolerance) {
    List<Candidate> candidates = new ArrayList<>();
    for (int seed = 0; seed < matches.size(); seed++) {
      List<Match> support = near(matches, matches.get(seed), guess(matches.get(seed)), SLACKS[0], tolerance);
      int places = places(support, tolerance);
      if (places >= LEAST_INLIERS) {
        candidates.add(new Candidate(seed, places));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::places).reversed().thenComparingInt(Candidate::seed));
    List<AffineFit> fits = new ArrayList<>();
    int tried = 0;
    for (Candidate candidate : candidates) {
      Match seed = matches.get(candidate.seed());
      if (tried < MOST_TRIED && fits.stream().noneMatch(known -> known.explains(seed, EXPLAINED * tolerance))) {
        tried++;
        AffineFit fit = refined(matches, seed, tolerance);
        if (fit != null && fits.stream().noneMatch(known -> alike(known.affine, fit.affine, matches, tolerance))) {
          fits.add(fit);
        }
      }
    }
    fits.sort(Comparator.comparingInt(AffineFit::inliers).reversed());
    return List.copyOf(fits.subList(0, Math.min(MOST_FITS, fits.size())));
  }

  private boolean explains(Match match, double tolerance) {
    double off = square(affine.x(match.originalX(), match.originalY()) - match.copyX())
        + square(affine.y(match.originalX(), match.originalY()) - match.copyY());
    return off < square(tolerance) && match.mirrored() == affine.determinant() < 0;
  }

  private record Candidate(int seed, int places) {}

  /** Where one correspondence alone says that the original lies: neither turned nor stretched. */
  private static Affine guess(Match match) {
    double across = match.mirrored() ? -match.scale() : match.scale();
    return new Affine(
        across,
        0,
        match.copyX() - across * match.originalX(),
        0,
        match.scale(),
        match.copyY() - match.scale() * match.originalY());
  }

  private static AffineFit refined(List<Match> matches, Match seed, double tolerance) {
    Affine affine = guess(seed);
    for (double slack : SLACKS) {
      for (int round = 0; round < (slack == 0 ? 3 : 1); round++) {
        List<Match> support = near(matches, seed, affine, slack, tolerance);
        if (support.size() < LEAST_INLIERS) {
          return null;
        }
        affine = fitted(support, affine, tolerance);
      }
    }
    int places = places(near(matches, seed, affine, 0, tolerance), tolerance);
    boolean plausible = affine.determinant() < 0 == seed.mirrored() && Overlay.stretch(affine) < MOST_STRETCHED;
    return plausible && places >= LEAST_INLIERS
        ? new AffineFit(affine, places, exact(near(matches, seed, affine, 0, tolerance), affine, tolerance))
        : null;
  }

  /**
   * The correspondences that lie where a map says, or so near that its slack, growing away from the seed, allows it.
   */
  private static List<Match> near(List<Match> matches, Match seed, Affine affine, double slack, double tolerance) {
    List<Match> near = new ArrayList<>();
    for (Match match : matches) {
      double ratio = match.scale() / seed.scale();
      if (match.mirrored() == seed.mirrored() && ratio < SIZES && ratio > 1 / SIZES) {
        double away = Math.sqrt(
            square(match.copyX() - seed.copyX()) + square(match.copyY() - seed.copyY()));
        double off = square(affine.x(match.originalX(), match.originalY()) - match.copyX())
            + square(affine.y(match.originalX(), match.originalY()) - match.copyY());
        if (off < square(tolerance + slack * away)) {
          near.add(match);
        }
      }
    }
    return near;
  }

  /**
   * Least squares about the middle of the correspondences, held back towards the last map by as much as a few pixels
   * are worth.
   */
  private static Affine fitted(List<Match> support, Affine last, double tolerance) {
    double middleX = 0;
    double middleY = 0;
    for (Match match : support) {
      middleX += match.originalX() / support.size();
      middleY += match.originalY() / support.size();
    }
    double inertia = square(2 * tolerance / last.scale());
    double[][] forX = new double[3][4];
    double[][] forY = new double[3][4];
    for (int i = 0; i < 3; i++) {
      double hold = i == 0 ? 0.01 : inertia;
      forX[i][i] = hold;
      forY[i][i] = hold;
    }
    forX[0][3] = forX[0][0] * last.x(middleX, middleY);
    forX[1][3] = inertia * last.xx();
    forX[2][3] = inertia * last.xy();
    forY[0][3] = forY[0][0] * last.y(middleX, middleY);
    forY[1][3] = inertia * last.yx();
    forY[2][3] = inertia * last.yy();
    for (Match match : support) {
      double[] basis = {1, match.originalX() - middleX, match.originalY() - middleY};
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          forX[r][c] += basis[r] * basis[c];
          forY[r][c] += basis[r] * basis[c];
        }
        forX[r][3] += basis[r] * match.copyX();
        forY[r][3] += basis[r] * match.copyY();
      }
    }
    double[] x = Equations.solved(forX);
    double[] y = Equations.solved(forY);
    return new Affine(
        x[1], x[2], x[0] - x[1] * middleX - x[2] * middleY, y[1], y[2], y[0] - y[1] * middleX - y[2] * middleY);
  }

  /** An enlarged copy shows a pixel of the original over several of its own. */
  private static List<Match> exact(List<Match> support, Affine affine, double tolerance) {
    double most = EXACT * tolerance * Math.max(1, affine.scale());
    Set<Long> inCopy = new HashSet<>();
    Set<Long> inOriginal = new HashSet<>();
    List<Match> exact = new ArrayList<>();
    for (Match match : support) {
      double off = square(affine.x(match.originalX(), match.originalY()) - match.copyX())
          + square(affine.y(match.originalX(), match.originalY()) - match.copyY());
      if (off < square(most)
          && inCopy.add(place(match.copyX(), match.copyY(), tolerance))
          && inOriginal.add(place(match.originalX(), match.originalY(), tolerance / match.scale()))) {
        exact.add(match);
      }
    }
    return exact;
  }

  /** Different places, the fewer of the two pictures: features stacked at one place say no more than one of them. */
  private static int places(List<Match> support, double tolerance) {
    Set<Long> inCopy = new HashSet<>();
    Set<Long> inOriginal = new HashSet<>();
    for (Match match : support) {
      inCopy.add(place(match.copyX(), match.copyY(), tolerance));
      inOriginal.add(place(match.originalX(), match.originalY(), tolerance / match.scale()));
    }
    return Math.min(inCopy.size(), inOriginal.size());
  }

  private static long place(double x, double y, double side) {
    return (long) Math.floor(x / side) << 32 ^ (long) Math.floor(y / side) & 0xffffffffL;
  }

  /** Whether two maps put the matched places where one might take them for one. */
  private static boolean alike(Affine a, Affine b, List<Match> matches, double tolerance) {
    int near = 0;
    for (Match match : matches) {
      double offX = a.x(match.originalX(), match.originalY()) - b.x(match.originalX(), match.originalY());
      double offY = a.y(match.originalX(), match.originalY()) - b.y(match.originalX(), match.originalY());
      near += square(offX) + square(offY) < square(4 * tolerance) ? 1 : 0;
    }
    return 2 * near > matches.size();
  }

  private static double square(double value) {
    return value * value;
  }
}
