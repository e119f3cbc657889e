package shotdeed.server.platform;

import java.util.HashMap;
import java.util.Map;

/** Gives everybody a few places at a time, so that nobody holds those of the others. */
public final class FewEach {
  private final int most;
  private final Map<Integer, Integer> held = new HashMap<>();

  /**
   * @param most places of one at a time
   */
  public FewEach(int most) {
    this.most = most;
  }

  /** Takes a place; returns whether there was one. */
  public synchronized boolean take(int who) {
    if (held.getOrDefault(who, 0) >= most) {
      return false;
    }
    held.merge(who, 1, Integer::sum);
    return true;
  }

  /** Gives back a place that was taken. */
  public synchronized void leave(int who) {
    held.computeIfPresent(who, (same, places) -> places == 1 ? null : places - 1);
  }
}
