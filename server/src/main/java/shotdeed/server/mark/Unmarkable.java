package shotdeed.server.mark;

import java.util.OptionalInt;

/** A picture that gets no mark; the message says why, as an English sentence without a full stop, for the commands. */
public final class Unmarkable extends Exception {
  private static final long serialVersionUID = 1;

  /** Why not: pages have words of their own for each. */
  public enum Reason {
    /** A side has fewer pixels than the mark's waves need. */
    TOO_SMALL,
    /** One side is many times the other. */
    TOO_LONG,
    /** Nearly all of it is one colour, or pure white or black. */
    PLAIN,
    /** Stored in the colours of print. */
    CMYK,
    /** Of a kind that is not written here, or stored in a way that is not. */
    FORMAT,
    /** Animated. */
    MOVING,
    /** It bears the mark of another number, {@link Unmarkable#number}. */
    OTHER_MARK
  }

  private final Reason reason;
  private final Integer number;

  Unmarkable(Reason reason, String message) {
    super(message);
    this.reason = reason;
    number = null;
  }

  /** One that bears another number's mark. */
  Unmarkable(int number) {
    super("it bears the mark of number " + Integer.toUnsignedString(number) + " already: mark the unmarked original");
    reason = Reason.OTHER_MARK;
    this.number = number;
  }

  /** Never {@code null}. */
  public Reason reason() {
    return reason;
  }

  /** The number that is in the picture, as 32 bits without a sign; only with {@link Reason#OTHER_MARK}. */
  public OptionalInt number() {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
