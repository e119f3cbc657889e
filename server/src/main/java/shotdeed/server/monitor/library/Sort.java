package shotdeed.server.monitor.library;

import java.util.Locale;

/** The order of a list of the library. */
public enum Sort {
  NEWEST("id desc"),
  OLDEST("id"),
  /** By its first characters: to sort 100,000 titles of 200 by all of them takes a page's whole time. */
  TITLE("lower(substr(title, 1, 40)), id");

  private final String order;

  Sort(String order) {
    this.order = order;
  }

  /** For SQL. */
  String order() {
    return order;
  }

  /** As written in addresses. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #text()}; whatever is none of them is the newest first. */
  static Sort of(String text) {
    for (Sort each : values()) {
      if (each.text().equals(text)) {
        return each;
      }
    }
    return NEWEST;
  }
}
