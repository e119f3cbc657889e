package shotdeed.server.penalty;

/** A policy file that cannot be used: the message names the file, the field, and what was expected there. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PolicyException(String file, String field, String expected) {
    super(file + ": " + field + ": " + expected);
  }
}
