package shotdeed.ledger.verify;

import java.util.List;
import shotdeed.ledger.LogRecord;

/**
 * A record of the bundle that stands in the log.
 *
 * @param part path of its proof
 * @param record what it says; its time is the operator's own claim
 * @param origin of the log: that of the bundle, or of the one before
 * @param index of its leaf, from 0
 * @param size leaves of the log that the proof leads to
 * @param by who else says that it existed no later than a time; earliest first
 */
public record Logged(
    String part, LogRecord record, String origin, int index, int size, List<Attested> by) {
  /**
   * Somebody who is not the operator, and when.
   *
   * @param kind {@link Check#STAMP} or {@link Check#WITNESS}
   * @param who name of the authority or witness
   * @param key fingerprint of a witness's key, of an authority that of its certificate
   * @param time ISO 8601 in UTC
   */
  public record Attested(String kind, String who, String key, String time) {}
}
