package shotdeed.server.ledger;

import java.time.Instant;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Malformed;

/**
 * A leaf of a log.
 *
 * @param log number of the log in the store
 * @param number from 0
 * @param commitment 32 bytes, the leaf's data
 * @param extra salt and record, or {@code null} once they were erased
 * @param at the append time
 */
public record Leaf(int log, int number, String kind, byte[] commitment, byte[] extra, Instant at) {
  /**
   * What stands there.
   *
   * @throws IllegalStateException if it was erased, or the store damaged
   */
  public LogRecord entry() {
    try {
      return LogRecord.ofExtra(extra);
    } catch (Malformed | NullPointerException e) {
      throw new IllegalStateException("the record of leaf " + number + " cannot be read", e);
    }
  }
}
