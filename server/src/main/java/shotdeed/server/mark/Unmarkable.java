package shotdeed.server.mark;

/** A picture that gets no mark; the message says why, as a sentence without a full stop, for people. */
public final class Unmarkable extends Exception {
  private static final long serialVersionUID = 1;

  Unmarkable(String message) {
    super(message);
  }
}
