package shotdeed.penalty;

import java.util.List;
import java.util.Map;

/**
 * What the next complaint is expected to cost a shop if it is upheld. It is a forecast, no evidence, and no number in
 * it is the marketplace's.
 *
 * @param policy the rules it was made under
 * @param next the complaint that was asked about
 * @param cumulative points by ledger with that complaint, of the calendar year in which it is made
 * @param measures the heaviest node per ledger that it newly passes, counted from the least points the shop can have
 * @param clears when each ledger goes back to zero, counted from the least points; {@code null} for never
 * @param sources of every number used
 * @param wording the answer in sentences
 * @param listing what happens to the listing itself, as codes
 * @param terms more about each of {@code measures} and {@code possible}
 * @param possible further nodes, that it passes only if the shop has more points than the least
 * @param clearsAtMost as {@code clears}, counted from the most points
 * @param alternatives what it would cost if one thing were otherwise
 * @param disagreements of the sources, where they touch this answer
 */
public record Forecast(
    PolicyVersion policy,
    Next next,
    Map<String, PointRange> cumulative,
    List<Measures> measures,
    Map<String, String> clears,
    List<UsedSource> sources,
    Text wording,
    List<String> listing,
    List<NodeTerms> terms,
    List<Measures> possible,
    Map<String, String> clearsAtMost,
    List<Alternative> alternatives,
    List<Disagreement> disagreements) {

  /** A policy and its version. */
  public record PolicyVersion(String id, String version) {}

  /**
   * The complaint asked about.
   *
   * @param date a day, or a time with the marketplace's offset from UTC, as it was given
   * @param rule the id of the point rule, or of the merging rule
   * @param mergedWith date of the first complaint of the group that it joins, or {@code null}
   */
  public record Next(String date, String ledger, int points, String rule, String mergedWith) {}

  /** What runs from a node on; {@code days} is {@code null} if permanent or not stated, see {@link NodeTerms}. */
  public record Measures(String ledger, int threshold, List<String> measures, Integer days) {}

  /**
   * The rest of what is known about a node.
   *
   * @param inferred whether the threshold lies beyond what a source states
   * @param note in English, or {@code null}
   */
  public record NodeTerms(
      String ledger,
      int threshold,
      String term,
      List<OwnTerm> ownTerms,
      List<String> disputedMeasures,
      Money money,
      String confidence,
      boolean inferred,
      String note) {}

  /**
   * A source and what of this answer rests on it.
   *
   * @param confidence the weakest of the numbers that it supports here
   * @param supports ids of rules, {@code P3-from} for the count that P3 begins with, {@code A-12} for nodes,
   *     {@code grace}, {@code clearing-A}, {@code time-zone}
   */
  public record UsedSource(
      String id, String name, String url, String read, String confidence, String date, List<String> supports) {}
}
