package shotdeed.server.complain;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;

/** Asked, in the same transaction, when a complaint was submitted, and told that it is. */
public interface Lodged {
  /**
   * The time that a stated day stands for.
   *
   * @param day the marketplace's, such as {@code 2026-11-20}
   * @throws shotdeed.server.platform.Refused if it is no day, is ahead, or lies before the complaint was prepared
   */
  Instant on(Handle handle, Caller caller, int complaint, String day, Instant now);

  void submitted(Handle handle, Caller caller, int complaint);
}
