package shotdeed.penalty;

/**
 * A rule on complaints that costs no points.
 *
 * @param limit a number that the rule states, or {@code null}
 * @param unit what {@code limit} counts, such as {@code complaints-per-day}, or {@code null}
 */
public record ConductRule(String id, Integer limit, String unit, Text text, Basis basis) {}
