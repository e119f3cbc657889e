package shotdeed.server.complain.risk;

import java.util.List;

/**
 * What a complaint about a sighting risks for the seller, in words.
 *
 * @param level the heaviest of the items
 * @param items the heaviest first
 * @param statement what has to be ticked
 * @param acceptance {@code null} where neither a threshold is published nor a complaint was decided
 */
public record SellersRisk(String level, List<Item> items, String statement, Acceptance acceptance) {
  /**
   * One thing.
   *
   * @param code stable, see {@link RiskCode}
   * @param level {@code none}, {@code note}, {@code reason} or {@code blocked}
   * @param text what it is, and what to do about it
   */
  public record Item(String code, String level, String text) {}

  /**
   * Past complaints on the marketplace.
   *
   * @param accepted upheld, or followed by the shop's own check
   * @param decided those and the dismissed ones
   * @param threshold the strictest share that the marketplace publishes, in per cent; {@code null} if it publishes none
   * @param source of the threshold, or {@code null}
   */
  public record Acceptance(int accepted, int decided, Integer threshold, String source) {}

  /** Those that take a reason. */
  public List<Item> asking() {
    return at(RiskLevel.REASON);
  }

  /** Of a level, in words: {@code none}, {@code note}, {@code reason} or {@code blocked}. */
  public List<Item> at(RiskLevel wanted) {
    return items.stream().filter(item -> item.level().equals(wanted.text())).toList();
  }

  /** Whether nothing the seller could say lets it pass. */
  public boolean blocked() {
    return level.equals(RiskLevel.BLOCKED.text());
  }
}
