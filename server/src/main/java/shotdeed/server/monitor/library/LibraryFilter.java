package shotdeed.server.monitor.library;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import shotdeed.model.Grade;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.platform.PageText;

/**
 * What a list of the library shows, as the part of its address after the question mark says it. An address can be typed,
 * kept for years, and sent by others: what is in it that there cannot be is left out.
 *
 * @param text part of a title, or a certificate's number; at most {@link #MAX_TEXT} characters; may be empty
 * @param grade {@code null} for both
 * @param category its id; {@code null} for all
 * @param account who uploaded; 0 for everybody
 * @param from first day of the upload; {@code null} for any
 * @param to last day of the upload; {@code null} for any
 */
public record LibraryFilter(
    String text, Show show, Grade grade, String category, int account, LocalDate from, LocalDate to, Sort sort) {
  /** Characters of the text searched for. */
  public static final int MAX_TEXT = 100;

  /** Characters of an address that are looked at at all. */
  static final int MAX_QUERY = 2000;

  /** The library, without any choice made. */
  public static final LibraryFilter LIBRARY =
      new LibraryFilter("", Show.LIBRARY, null, null, 0, null, null, Sort.NEWEST);

  /** What may enter the library and has not. */
  public static final LibraryFilter READY = LIBRARY.with(Show.READY);

  /**
   * Reads the parameters of an address.
   *
   * @param parameters gives the value of a name, or {@code null}
   */
  public static LibraryFilter of(Function<String, String> parameters) {
    String category = parameters.apply("category");
    return new LibraryFilter(
        PageText.line(parameters.apply("q"), MAX_TEXT),
        Show.of(parameters.apply("show")),
        grade(parameters.apply("grade")),
        category != null && Category.exists(category) ? category : null,
        number(parameters.apply("by")),
        day(parameters.apply("from")),
        day(parameters.apply("to")),
        Sort.of(parameters.apply("sort")));
  }

  /** Reads the part of an address after the question mark. */
  public static LibraryFilter ofQuery(String query) {
    Map<String, String> found = new LinkedHashMap<>();
    if (query != null && query.length() <= MAX_QUERY) {
      for (String part : query.split("&")) {
        int is = part.indexOf('=');
        if (is > 0) {
          found.putIfAbsent(part.substring(0, is), decoded(part.substring(is + 1)));
        }
      }
    }
    return of(found::get);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Grade grade(String text) {
    for (Grade each : Grade.values()) {
      if (each.text().equals(text)) {
        return each;
      }
    }
    return null;
  }

  private static int number(String text) {
    try {
      return text == null ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = text == null || text.isEmpty() ? null : LocalDate.parse(text);
      return day != null && day.getYear() >= 2000 && day.getYear() < 3000 ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The part of the address after the question mark; what is not chosen is not in it, so it may be empty. */
  public String query() {
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("q", text);
    chosen.put("show", show == Show.LIBRARY ? "" : show.text());
    chosen.put("grade", grade == null ? "" : grade.text());
    chosen.put("category", category == null ? "" : category);
    chosen.put("by", account == 0 ? "" : String.valueOf(account));
    chosen.put("from", from == null ? "" : from.toString());
    chosen.put("to", to == null ? "" : to.toString());
    chosen.put("sort", sort == Sort.NEWEST ? "" : sort.text());
    return chosen.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The same choices, of other states. */
  public LibraryFilter with(Show other) {
    return new LibraryFilter(text, other, grade, category, account, from, to, sort);
  }

  /** Whether something besides the state is chosen that leaves certificates out. */
  public boolean narrowed() {
    return !equals(new LibraryFilter("", show, null, null, 0, null, null, sort));
  }

  /** The number that the text may be; 0 if it is none. A hash before it is taken for "number". */
  int asNumber() {
    String digits = text.startsWith("#") ? text.substring(1) : text;
    return digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9') ? 0 : number(digits);
  }
}
