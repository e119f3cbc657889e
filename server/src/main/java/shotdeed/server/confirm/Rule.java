package shotdeed.server.confirm;

import shotdeed.model.Verdict;

/**
 * Which figures make a copy. All that was set by measurement stands here; the figures are of photographs that were used
 * to set it.
 */
final class Rule {
  /** Fewer agreeing cells say nothing, whatever their share is. */
  private static final int LEAST_AGREEING = 15;

  private static final double COPY_SHARE = 0.32;

  private static final double UNSEEN_MIDDLE_SHARE = 0.5;
  private static final int LEAST_MIDDLE = 10;
  private static final double LEAST_MIDDLE_SHARE = 0.15;

  private static final double PART_SHARE = 0.15;
  private static final double PART_MIDDLE_SHARE = 0.42;
  private static final double PART_DENSITY = 0.55;
  private static final double PART_SCORE = 18;

  private Rule() {}

  static Verdict verdict(Agreement agreement) {
    if (isCopy(agreement) || isPart(agreement)) {
      return Verdict.COPY;
    }
    return score(agreement) >= 8 ? Verdict.RELATED : Verdict.NONE;
  }

  private static boolean isCopy(Agreement agreement) {
    boolean middleSeen = agreement.middle >= LEAST_MIDDLE;
    return agreement.agreeing >= LEAST_AGREEING
        && agreement.share() >= (middleSeen ? COPY_SHARE : UNSEEN_MIDDLE_SHARE)
        && (!middleSeen || agreement.middleShare() >= LEAST_MIDDLE_SHARE);
  }

  private static boolean isPart(Agreement agreement) {
    return agreement.middle >= LEAST_MIDDLE
        && agreement.middleShare() >= PART_MIDDLE_SHARE
        && agreement.share() >= PART_SHARE
        && agreement.density() >= PART_DENSITY
        && score(agreement) >= PART_SCORE;
  }

  /** How much agrees: cells of the largest group, fewer if much within it does not agree. */
  static double score(Agreement agreement) {
    return agreement.agreeingInside * agreement.density();
  }
}
