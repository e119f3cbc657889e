package shotdeed.server.complain.outcome;

import java.util.List;
import java.util.Map;

/**
 * What to answer the marketplace with, as data.
 *
 * @param version of the data, a day
 * @param dismissed by the reason that the marketplace gave
 * @param appealed when the accused shop appealed
 * @param counterNotice by {@link Procedure#law}; {@code none} where neither law is known to hold
 */
public record Answers(
    String version, List<OfReason> dismissed, Advice appealed, Map<String, Advice> counterNotice) {
  /**
   * What to do.
   *
   * @param advice codes of sentences, {@code outcome.advice.CODE}
   * @param source where it was read
   * @param read the day it was read, ISO 8601
   * @param confidence as of {@link Reading}
   */
  public record Advice(List<String> advice, String source, String read, String confidence) {}

  /** What to do about a reason, {@code outcome.reason.REASON}. */
  public record OfReason(String reason, List<String> advice, String source, String read, String confidence) {}

  /** What to do about a reason, or {@code null} if there is no such reason. */
  public Advice ofReason(String reason) {
    return dismissed.stream()
        .filter(each -> each.reason().equals(reason))
        .map(each -> new Advice(each.advice(), each.source(), each.read(), each.confidence()))
        .findFirst()
        .orElse(null);
  }

  /** The reasons, in the order in which pages offer them. */
  public List<String> reasons() {
    return dismissed.stream().map(OfReason::reason).toList();
  }
}
