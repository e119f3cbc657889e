package shotdeed.penalty;

/** How nodes are executed; {@code rule} is {@code heaviest-only}. */
public record Execution(String rule, Text text, Basis basis) {}
