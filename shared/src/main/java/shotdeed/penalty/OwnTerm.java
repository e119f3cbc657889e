package shotdeed.penalty;

/** A measure with its own number of days. */
public record OwnTerm(String measure, int days) {}
