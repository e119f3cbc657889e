package shotdeed.server.dispute;

import java.util.Locale;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** One of the two certificates of a dispute. Which is which was drawn by lot. */
public enum Side {
  A,
  B;

  /** As stored and in addresses: {@code a} or {@code b}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@link #text}.
   *
   * @throws Refused as not found if it is neither
   */
  public static Side of(String text) {
    return switch (String.valueOf(text)) {
      case "a" -> A;
      case "b" -> B;
      default -> throw new Refused(Errors.NOT_FOUND);
    };
  }
}
