package shotdeed.penalty;

import java.util.List;

/** What must be true before a measure is lifted; all of {@code conditions}. */
public record Lifting(List<String> conditions, Text text, Basis basis) {}
