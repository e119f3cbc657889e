package shotdeed.server.complain;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;

/** Asked, in the same transaction, when a complaint was submitted, and told that it is. */
public interface Lodged {
  /**
   * When something was submitted.
   *
   * @param day the marketplace's, or {@code null} if that is today
   */
  record When(Instant at, String day) {}

  /**
   * The time that a stated day or time stands for.
   *
   * @param stated the marketplace's day, such as {@code 2026-11-20}, or a time, such as {@code 2026-11-20T08:00:00Z}
   * @throws shotdeed.server.platform.Refused if it is neither, or a day that is ahead, or before the complaint was prepared
   */
  When on(Handle handle, Caller caller, int complaint, String stated, Instant now);

  void submitted(Handle handle, Caller caller, int complaint);
}
