package shotdeed.penalty;

/**
 * What the next complaint would cost if it fell under one of the rules, whichever is expected.
 *
 * @param kind a {@link RuleKind} in small letters
 * @param confidence of the points: {@code H}, {@code M} or {@code L}
 * @param expected whether it is the rule that the forecast expects; of none, if the complaint counts as one with another
 * @param sum points of the rule's ledger with that complaint
 * @param measures the heaviest node that the least sum newly passes, or {@code null} if it passes none
 * @param terms more about it, or {@code null}
 * @param then what runs and for how long, in words, or {@code null}
 */
public record PenaltyCase(
    String kind,
    String rule,
    Text text,
    String ledger,
    int points,
    String confidence,
    boolean expected,
    PointRange sum,
    Forecast.Measures measures,
    Forecast.NodeTerms terms,
    Text then) {}
