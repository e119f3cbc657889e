package shotdeed.penalty;

import java.util.List;

/**
 * Complaints that count as one.
 *
 * @param rule id of the conduct rule that says so
 * @param hours after the first of a group, inclusive
 * @param slides whether a later member opens the window anew; only {@code false} is known
 * @param key what must be equal: {@code seller}, and {@code holder} and {@code right} where they are named
 * @param firstOnly whether only the shop's first complaint, that of {@link Grace}, opens a window
 * @param dayRule id of the conduct rule by which complaints of one calendar day count as one besides; {@code null} if
 *     there is none
 * @param dayBasis what that rests on, or {@code null}
 */
public record MergeWindow(String rule, int hours, boolean slides, List<String> key, boolean firstOnly, String dayRule, Basis basis,
    Basis dayBasis) {}
