package shotdeed.server.accused;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeSet;
import shotdeed.server.platform.Fields;

/**
 * An accusation as a person types it, nothing of it checked.
 *
 * @param sameHolder days, such as {@code 2026-03-01}, with blanks or commas between
 * @param others the same
 * @param pointsA a whole number, empty for none
 * @param pointsB the same
 */
public record AccusationForm(
    String market,
    String shopName,
    String caseNumber,
    String listing,
    String accusedOf,
    String cameOn,
    String sameHolder,
    String others,
    String pointsA,
    String pointsB) {
  private static final int MAX_NAME = 200;
  private static final int MAX_CASE = 100;
  private static final int MAX_ADDRESS = 2000;
  private static final int MAX_TEXT = 500;
  private static final int MAX_DAYS = 50;
  private static final int MAX_POINTS = 1000;
  private static final int MAX_YEARS = 3;

  /** Some rules look further back than a year: a first complaint of all time is used once. */
  private static final int EARLIER_YEARS = 10;

  /**
   * Checks it.
   *
   * @param today the last day on which it can have come
   * @throws shotdeed.server.platform.Refused naming the first field that is not right
   */
  Accusation checked(AccusedData data, LocalDate today) {
    if (data.market(market) == null) {
      throw Fields.invalid("accusedMarket", "one of the marketplaces");
    }
    LocalDate came = day("cameOn", cameOn, today.minusYears(MAX_YEARS), today);
    return new Accusation(
        0,
        0,
        market,
        Fields.whole("accusedShop", shopName, MAX_NAME),
        caseNumber.isBlank() ? "" : Fields.whole("caseNumber", caseNumber, MAX_CASE),
        listing.isBlank() ? "" : Fields.pageAddress("listing", Fields.whole("listing", listing, MAX_ADDRESS), MAX_ADDRESS),
        Fields.whole("accusedOf", accusedOf, MAX_TEXT),
        came,
        days("sameHolder", sameHolder, came),
        days("others", others, came),
        points("pointsA", pointsA),
        points("pointsB", pointsB),
        Stage.ACCUSED,
        0,
        "",
        null,
        null);
  }

  /** A day within bounds. */
  static LocalDate day(String field, String text, LocalDate first, LocalDate last) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Fields.invalid(field, "a day such as 2026-11-21");
    }
    if (day.isBefore(first) || day.isAfter(last)) {
      throw Fields.invalid(field, "a day from " + first + " to " + last);
    }
    return day;
  }

  private static List<LocalDate> days(String field, String text, LocalDate last) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String each : text.strip().split("[\\s,;，、；]+", MAX_DAYS + 2)) {
      if (!each.isEmpty() && !days.add(day(field, each, last.minusYears(EARLIER_YEARS), last))) {
        throw Fields.invalid(field, "each day once");
      }
    }
    if (days.size() > MAX_DAYS) {
      throw Fields.invalid(field, "at most " + MAX_DAYS + " days");
    }
    return List.copyOf(days);
  }

  private static int points(String field, String text) {
    if (text.isBlank()) {
      return 0;
    }
    if (!text.strip().matches("[0-9]{1,4}")) {
      throw Fields.invalid(field, "a whole number from 0 to " + MAX_POINTS);
    }
    return Fields.number(field, Integer.parseInt(text.strip()), 0, MAX_POINTS);
  }
}
