package shotdeed.server.confirm;

import shotdeed.model.Verdict;

/**
 * Which figures make a copy. All that was set by measurement stands here.
 *
 * <p>Measured on copies of 26 photographs in all 63 alterations, 2,550 pairs of a studio's other shots and 7,683 pairs of
 * unrelated pictures, each compared by its nearest fingerprints, its features and whole upon whole.
 */
final class Rule {
  /** Fewer agreeing cells say nothing, whatever their share is. */
  private static final int LEAST_AGREEING = 15;

  /** Share of the marked cells that agree: between 0.22 of a studio's other shots and 0.38 of copies. */
  private static final double COPY_SHARE = 0.32;

  /** Where the middle of the original does not show, carpets alone could agree; crops have 0.53 and more. */
  private static final double UNSEEN_MIDDLE_SHARE = 0.5;

  /** Marked cells that the middle needs to be judged. */
  private static final int LEAST_MIDDLE = 10;

  /** One carpet under two things agrees all around, and in the middle up to 0.10; copies under writing have 0.25. */
  private static final double LEAST_MIDDLE_SHARE = 0.15;

  /**
   * What was cut out and put elsewhere agrees in the middle, whatever is around it: 0.57 and more of the middle does; of a
   * studio's other shots up to 0.37.
   */
  private static final double PART_MIDDLE_SHARE = 0.46;

  private static final int PART_AGREEING = 20;
  private static final double PART_SHARE = 0.1;

  /** Marked cells that look alike, in their places or not: half of a studio's other views, 0.5 % of unrelated pictures. */
  private static final double RELATED_SHARE = 0.35;

  private static final int LEAST_ALIKE = 25;

  /** Cells that agree and hang together: 6 at most in 99.5 % of unrelated pictures. */
  private static final double RELATED_SCORE = 8;

  private Rule() {}

  static Verdict verdict(Agreement agreement) {
    if (isCopy(agreement) || isPart(agreement)) {
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

  /** How much agrees: cells of the largest group, fewer if much within it does not agree. */
  static double score(Agreement agreement) {
    return agreement.agreeingInside * agreement.density();
  }
}
