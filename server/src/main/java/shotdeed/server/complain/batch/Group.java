package shotdeed.server.complain.batch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A listing with copies that nobody excused or complained about.
 *
 * @param copies at least one
 */
public record Group(List<Copy> copies) {
  /** One of them, for what they share. */
  public Copy first() {
    return copies.get(0);
  }

  /** Those that can be complained about. */
  public List<Copy> fit() {
    return copies.stream().filter(copy -> copy.obstacle() == null).toList();
  }

  /** The others. */
  public List<Copy> unfit() {
    return copies.stream().filter(copy -> copy.obstacle() != null).toList();
  }

  /** The findings that a tick stands for, {@code 12,15}: what comes later is not meant. */
  public String ticked() {
    return fit().stream().map(copy -> String.valueOf(copy.finding())).collect(Collectors.joining(","));
  }
}
