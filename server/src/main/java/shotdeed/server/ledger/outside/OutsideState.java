package shotdeed.server.ledger.outside;

import java.time.Instant;

/**
 * How far asking an authority or a witness has come.
 *
 * @param tries that failed since the last success
 * @param triedAt the last time, or {@code null} if never
 * @param nextAt when it is tried again, or {@code null} if the last try went well
 * @param fault see {@link OutsideFault#text}; {@code null} if the last try went well
 * @param detail what was answered, for whoever runs the server; {@code null} or empty if nothing more is known
 * @param doneAt when it last went well, or {@code null} if never
 * @param doneOrigin the log then, or {@code null}
 * @param doneSize leaves of the log then, or 0
 */
public record OutsideState(
    int tries,
    Instant triedAt,
    Instant nextAt,
    String fault,
    String detail,
    Instant doneAt,
    String doneOrigin,
    int doneSize) {
  /** Before anything was tried. */
  static final OutsideState NEVER = new OutsideState(0, null, null, null, null, null, null, 0);

  /** Whether a checkpoint is newer than the last that was asked about with success. */
  boolean lacks(Noted newest) {
    return newest.size() > 0 && (!newest.origin().equals(doneOrigin) || newest.size() > doneSize);
  }
}
