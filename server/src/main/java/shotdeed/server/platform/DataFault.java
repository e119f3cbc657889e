package shotdeed.server.platform;

/** A file of data that cannot be used: the message names the file, the field, and what was expected there. */
public final class DataFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String field;
  private final String expected;

  public DataFault(String file, String field, String expected) {
    super(file + ": " + field + ": " + expected);
    this.file = file;
    this.field = field;
    this.expected = expected;
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** Such as {@code ledgers[0].nodes[1].days}, or the line where no field can be named. */
  public String field() {
    return field;
  }

  /** What was expected there, in English. */
  public String expected() {
    return expected;
  }
}
