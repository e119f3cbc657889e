package shotdeed.penalty;

import java.util.List;

/**
 * Complaints that count as one.
 *
 * @param rule id of the conduct rule that says so
 * @param hours after the first of a group, inclusive
 * @param slides whether a later member opens the window anew; only {@code false} is known
 * @param key what must be equal: {@code holder}, {@code right}, {@code seller}
 */
public record MergeWindow(String rule, int hours, boolean slides, List<String> key, Basis basis) {}
