package shotdeed.penalty;

import java.util.List;

/**
 * One account of points.
 *
 * @param id {@code A} or {@code B}
 * @param nodes with ascending thresholds: either single ones, or one that repeats
 */
public record Ledger(String id, Text name, Basis basis, List<Node> nodes, Clearing clearing) {}
