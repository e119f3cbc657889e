package shotdeed.server.confirm;

import shotdeed.model.Verdict;

/** What figures make a copy: all that was set by measurement is here. */
final class Rule {
  static final int LEAST_AGREEING = 15;
  static final double LEAST_SHARE = 0.35;
  static final double LEAST_GROUP = 30;
  static final double LEAST_DENSITY = 0.6;
  static final int RELATED_GROUP = 8;

  private Rule() {}

  static Verdict verdict(Agreement agreement) {
    boolean copy = agreement.agreeing >= LEAST_AGREEING && agreement.share() >= LEAST_SHARE || isPart(agreement);
    if (copy) {
      return Verdict.COPY;
    }
    return score(agreement) >= RELATED_GROUP ? Verdict.RELATED : Verdict.NONE;
  }

  /** Whether one part of the picture is a copy, whatever the rest is: a figure that was cut out, say. */
  private static boolean isPart(Agreement agreement) {
    return agreement.density() >= LEAST_DENSITY && score(agreement) >= LEAST_GROUP;
  }

  /** How much agrees: cells of the largest group, fewer if much within it does not agree. */
  static double score(Agreement agreement) {
    return agreement.agreeingInside * agreement.density();
  }
}
