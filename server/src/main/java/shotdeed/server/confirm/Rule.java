package shotdeed.server.confirm;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import shotdeed.image.LumaImage;
import shotdeed.model.Verdict;

/**
 * Which figures make a copy. All that was set by measurement stands here.
 *
 * <p>Measured on copies of 26 photographs in all 63 alterations, 2,550 pairs of a studio's other shots and 7,683
 * pairs of unrelated pictures, each compared by its nearest fingerprints, its features and whole upon whole.
 */
final class Rule {
  /** Fewer agreeing cells say nothing, whatever their share is. */
  private static final int LEAST_AGREEING = 15;

  /** Share of the marked cells that agree: between 0.22 of a studio's other shots and 0.38 of copies. */
  private static final double COPY_SHARE = 0.32;

  /** Where the middle of the original does not show, carpets alone could agree; crops have 0.53 and more. */
  private static final double UNSEEN_MIDDLE_SHARE = 0.5;

  /**
   * A fold, a seam or an edge of somebody's arm can lie alike in two shots along its length, but is narrow: up to 0.09
   * of the original's width. What was copied and still shows is wider, unless it is all that shows.
   */
  private static final double LEAST_EXTENT = 0.1;

  /** Marked cells that the middle needs to be judged. */
  private static final int LEAST_MIDDLE = 10;

  /** One carpet under two things agrees all around, and in the middle up to 0.10; copies under writing have 0.25. */
  private static final double LEAST_MIDDLE_SHARE = 0.15;

  /**
   * What was cut out and put elsewhere agrees in the middle, whatever is around it: 0.57 and more of the middle does;
   * of a studio's other shots up to 0.37.
   */
  private static final double PART_MIDDLE_SHARE = 0.46;

  private static final int PART_AGREEING = 20;
  private static final double PART_SHARE = 0.1;

  /** With fewer marked cells there is hardly anything to see: plain cloth, enlarged. Then features decide. */
  private static final int MOST_MARKED_IF_PLAIN = 25;

  /**
   * Features that lie exactly where one map says. Of plain parts of copies 27 and more do, but for one with 11; of
   * whatever else was plain 4 at most.
   */
  private static final int LEAST_EXACT_IF_PLAIN = 15;

  /**
   * What was cut out may agree in few cells, because much of the original is gone: of such copies 45 features and more
   * lie exactly where one map says, of 5,500 pairs of a studio's other shots 10 at most.
   */
  private static final int LEAST_EXACT = 30;

  /** One print on two garments is exact as well, but small: so much of the original's width and height, at least. */
  private static final double LEAST_EXACT_EXTENT = 0.2;

  /**
   * Marked cells that look alike, in their places or not. With the score below it makes 43 % of a studio's other views
   * of a garment related, 31 % of its shots of other garments, and 0.2 % of unrelated pictures.
   */
  private static final double RELATED_SHARE = 0.35;

  private static final int LEAST_ALIKE = 25;

  /** Cells that agree and hang together: 6 at most in 99.5 % of unrelated pictures. */
  private static final double RELATED_SCORE = 8;

  private Rule() {}

  static Verdict verdict(Agreement agreement) {
    if ((isCopy(agreement) || isPart(agreement)) && !isSliver(agreement)) {
      return Verdict.COPY;
    }
    boolean alike = agreement.alike >= LEAST_ALIKE && agreement.alike >= RELATED_SHARE * agreement.marked;
    return alike || score(agreement) >= RELATED_SCORE ? Verdict.RELATED : Verdict.NONE;
  }

  private static boolean isCopy(Agreement agreement) {
    boolean middleSeen = agreement.middle >= LEAST_MIDDLE;
    return agreement.agreeing >= LEAST_AGREEING
        && agreement.share() >= (middleSeen ? COPY_SHARE : UNSEEN_MIDDLE_SHARE)
        && (!middleSeen || agreement.middleShare() >= LEAST_MIDDLE_SHARE);
  }

  private static boolean isPart(Agreement agreement) {
    return agreement.agreeingMiddle >= PART_AGREEING
        && agreement.middleShare() >= PART_MIDDLE_SHARE
        && agreement.share() >= PART_SHARE;
  }

  /**
   * Whether features make a copy of a part that has hardly any texture: many agree exactly, all over it, and what
   * texture there is does not contradict.
   */
  static boolean isPlainCopy(Agreement agreement, List<AffineFit.Match> exact, LumaImage original) {
    return agreement.marked <= MOST_MARKED_IF_PLAIN
        && 2 * agreement.alike >= agreement.marked
        && exact.size() >= LEAST_EXACT_IF_PLAIN
        && spansShare(exact, original, LEAST_EXTENT);
  }

  /** Whether features make a copy of a part that was cut out: very many agree exactly, and some texture does. */
  static boolean isExactCopy(Agreement agreement, List<AffineFit.Match> exact, LumaImage original) {
    return agreement.agreeing >= LEAST_AGREEING
        && exact.size() >= LEAST_EXACT
        && spansShare(exact, original, LEAST_EXACT_EXTENT);
  }

  private static boolean spansShare(List<AffineFit.Match> exact, LumaImage original, double share) {
    return spread(exact, AffineFit.Match::originalX) >= share * original.width()
        && spread(exact, AffineFit.Match::originalY) >= share * original.height();
  }

  private static double spread(List<AffineFit.Match> exact, ToDoubleFunction<AffineFit.Match> place) {
    DoubleSummaryStatistics places = exact.stream().mapToDouble(place).summaryStatistics();
    return places.getMax() - places.getMin();
  }

  private static boolean isSliver(Agreement agreement) {
    return agreement.share() < UNSEEN_MIDDLE_SHARE && agreement.extent() < LEAST_EXTENT;
  }

  /** How much agrees: cells of the largest group, fewer if much within it does not agree. */
  static double score(Agreement agreement) {
    return agreement.agreeingInside * agreement.density();
  }
}
