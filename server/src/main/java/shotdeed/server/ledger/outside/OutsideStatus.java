package shotdeed.server.ledger.outside;

import java.util.List;

/**
 * How it stands with those outside, for whoever runs the server.
 *
 * @param stamp the time-stamp authority, or {@code null} if none is set
 * @param witness of this server's log, or {@code null} if none is set
 * @param logKey the key of this server's log, which a witness has to know
 * @param ownKey the key that this server signs with as a witness, or {@code null} if it watches no log
 * @param logs the logs that it watches, by name
 */
public record OutsideStatus(Side stamp, Side witness, String logKey, String ownKey, List<String> logs) {
  /**
   * One of them.
   *
   * @param host of its address, with the port if that is not the usual one
   * @param waiting leaves of the log that nobody outside has spoken for yet, 0 or more
   */
  public record Side(String host, OutsideState state, int waiting) {}
}
