package shotdeed.server.platform;

import java.util.List;

/** Checks what a client states, field by field. */
public final class Fields {
  private static final int MAX_KEY = 64;
  private static final int HASH_LENGTH = 16;

  private Fields() {}

  /**
   * A message's member that must be there.
   *
   * @throws Refused naming the field
   */
  public static <T> T present(String field, T value) {
    if (value == null) {
      throw invalid(field, "given");
    }
    return value;
  }

  /** A text on one line that must not be empty, cut to {@code max} characters. */
  public static String text(String field, String value, int max) {
    String line = PageText.line(value, max);
    if (line.isEmpty()) {
      throw invalid(field, "a text that is not empty");
    }
    return line;
  }

  /** A text on one line that must be kept as it is: refused if it is empty or longer than {@code max} characters. */
  public static String whole(String field, String value, int max) {
    String whole = text(field, value, Integer.MAX_VALUE);
    if (whole.length() > max) {
      throw invalid(field, "a text of at most " + max + " characters");
    }
    return whole;
  }

  /** A name that tells things apart: what is too long ends in a hash of the whole, so that it still does. */
  public static String identity(String field, String value, int max) {
    String whole = text(field, value, Integer.MAX_VALUE);
    return whole.length() <= max
        ? whole
        : PageText.line(whole, max - HASH_LENGTH) + Secrets.hash(whole).substring(0, HASH_LENGTH);
  }

  /** A key made by the client: letters, digits and hyphens. */
  public static String key(String field, String value) {
    boolean good = value != null && !value.isEmpty() && value.length() <= MAX_KEY
        && value.chars().allMatch(c -> c == '-' || c < 128 && Character.isLetterOrDigit(c));
    if (!good) {
      throw invalid(field, "a UUID");
    }
    return value;
  }

  /** The address of a page: http or https, so that a link to it runs nothing. */
  public static String pageAddress(String field, String value, int max) {
    String address = text(field, value, max);
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      throw invalid(field, "an address that starts with http:// or https://");
    }
    return address;
  }

  /** A whole number within bounds. */
  public static int number(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw invalid(field, "a whole number from " + min + " to " + max);
    }
    return value;
  }

  /** A list with so many entries. */
  public static <T> List<T> list(String field, List<T> value, int min, int max) {
    if (present(field, value).size() < min || value.size() > max) {
      throw invalid(field, "a list of " + min + " to " + max);
    }
    return value;
  }

  /** The refusal of a field. */
  public static Refused invalid(String field, String expected) {
    return new Refused(Errors.FIELD_INVALID, field, expected).with("field", field);
  }
}
