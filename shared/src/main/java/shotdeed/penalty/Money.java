package shotdeed.penalty;

/**
 * What a node costs.
 *
 * @param kind {@code amount}, {@code whole-deposit} or {@code not-stated}
 * @param amount in whole units of {@code currency}; {@code null} unless the kind is {@code amount}
 * @param currency ISO 4217
 */
public record Money(String kind, Integer amount, String currency) {}
