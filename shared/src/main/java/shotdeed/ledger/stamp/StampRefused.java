package shotdeed.ledger.stamp;

/** A time stamp that proves nothing, with the reason. */
public final class StampRefused extends Exception {
  private final Reason reason;

  /** What is wrong with it. */
  public enum Reason {
    /** It cannot be read as an answer of RFC 3161. */
    FORM,
    /** The authority says that it gave no stamp. */
    STATUS,
    /** It is about other bytes. */
    IMPRINT,
    /** The authority's signature does not hold. */
    SIGNATURE,
    /** The certificate is missing, not the one that the signature names, or not one for time stamps. */
    CERTIFICATE,
    /** The certificate was not valid at the time that the stamp states. */
    EXPIRED,
    /** It is signed in a way that is not supported or no longer safe. */
    ALGORITHM
  }

  /** A refusal; {@code detail} is for the log of whoever runs the program. */
  public StampRefused(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
