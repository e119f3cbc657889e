package shotdeed.server.ledger.outside;

/**
 * What somebody outside said about when a log had come so far.
 *
 * @param stamp whether it is a time stamp; else it is a witness's signature
 * @param by the authority's name as {@link shotdeed.ledger.stamp.TimeStamp#authority} gives it, or the witness's
 * @param time ISO 8601 in UTC, as it was stated; the checkpoint existed no later
 * @param checkpoint with the lines of all witnesses that signed just this checkpoint
 * @param tsr the authority's answer over the checkpoint's text, or {@code null}
 * @param fingerprint SHA-256 of the authority's certificate in hexadecimal, or {@code null}
 */
public record OutsideTime(
    boolean stamp, String by, String time, Noted checkpoint, byte[] tsr, String fingerprint) {}
