package shotdeed.server.certify.second;

import java.time.Instant;

/** Tells reviewers what they should not miss. */
public interface Notifier {
  /**
   * Reviews became overdue that nobody was told of yet.
   *
   * @param pictures 1 or more
   * @param oldest when the first of them was due
   */
  void overdue(int pictures, Instant oldest);

  /** The queue was looked at, and {@link #overdue} called if something became late: once a minute. */
  default void looked() {
    // Most have told all by then.
  }
}
