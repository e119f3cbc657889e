package shotdeed.penalty;

/** What a deduction does to a shop's standing in search, from {@code points} on. */
public record SearchEffect(int points, Text text, Basis basis) {}
