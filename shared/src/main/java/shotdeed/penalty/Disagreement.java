package shotdeed.penalty;

import java.util.List;

/**
 * A point on which the sources contradict each other.
 *
 * @param affects ids of rules ({@code P4}) and ledgers whose nodes run ({@code A}), or {@code all}; empty if it does
 *     not touch this market
 */
public record Disagreement(String code, List<String> affects, Text text, List<String> sources) {}
