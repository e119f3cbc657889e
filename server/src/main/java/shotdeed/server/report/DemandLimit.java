package shotdeed.server.report;

import java.time.Duration;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;

/** Bounds how often a seller's people ask for a report: each reads every sighting of its days. */
public final class DemandLimit {
  private static final int ALLOWED = 20;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final RateLimit limit = new RateLimit(ALLOWED, WINDOW);

  /**
   * Counts a report that the caller asks for; before it is made.
   *
   * @throws Refused with {@link Errors#TOO_MANY_ATTEMPTS} if the caller's seller asked for twenty in ten minutes already
   */
  public void count(Caller caller) {
    limit.failed(Integer.toString(caller.seller()));
  }
}
