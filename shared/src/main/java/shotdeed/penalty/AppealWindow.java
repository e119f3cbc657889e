package shotdeed.penalty;

/**
 * Time for one step of a case. Where sources disagree a step has several entries.
 *
 * @param step {@code accused-evidence}, {@code first-decision}, {@code appeal}, {@code appeal-material} or {@code
 *     appeal-decision}
 * @param textOf years of the rule text, such as {@code 2015-2016}
 * @param scope what kind of case, or {@code null} for all
 * @param min shortest, or {@code null} if only a longest is stated
 * @param unit {@code hours}, {@code days}, {@code working-days} or {@code days-or-working-days}
 * @param attempts how often, or {@code null} if not stated
 */
public record AppealWindow(
    String step,
    String textOf,
    String scope,
    Integer min,
    int max,
    String unit,
    Integer attempts,
    Basis basis) {}
