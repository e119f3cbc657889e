package shotdeed.wire;

/**
 * What the server read of the invisible mark in a picture that shows a certified photograph. It stands beside the match
 * as evidence and decides nothing.
 *
 * @param number of the certificate whose marked copy the picture comes from, in decimal digits; empty if no mark was found
 * @param confidence how clearly the mark was there, in hundredths; 0 if none was found
 */
public record ReadMark(String number, int confidence) {
  /** Looked for and not found. */
  public static final ReadMark NONE = new ReadMark("", 0);

  /** Whether there is one. */
  public boolean found() {
    return !number.isEmpty();
  }

  /** Whether there is one, and it is not a certificate's own. */
  public boolean namesOther(int certificate) {
    return found() && !number.equals(String.valueOf(certificate));
  }
}
