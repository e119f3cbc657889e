package shotdeed.penalty;

/**
 * What the next complaint would cost if one thing were otherwise.
 *
 * @param when {@code grace-used}, {@code other-reading}, {@code serious}, {@code extreme}, {@code not-extreme} or
 *     {@code not-merged}
 */
public record Alternative(String when, String rule, String ledger, int points) {}
