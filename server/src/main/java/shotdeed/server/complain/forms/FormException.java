package shotdeed.server.complain.forms;

/** A marketplace's file that cannot be used: the message names the file, the field, and what was expected there. */
public final class FormException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FormException(String file, String field, String expected) {
    super(file + ": " + field + ": " + expected);
  }
}
