package shotdeed.server.complain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.penalty.PolicyLibrary;

/**
 * Both accounts where the decision on a complaint may fall into the next year: the sources do not say whether the day of
 * the complaint counts or that of the decision. Where no time is known for decisions, any of them may.
 */
public final class YearAccounts {
  private static final String YEAR_ENDS = "-12-31";
  private static final String YEAR_BEGINS = "-01-01";

  private YearAccounts() {}

  /**
   * The two accounts, or none if the decision falls into the complaint's year, or nothing is counted in either.
   *
   * @param year that the complaint is made in, on the marketplace's clock
   * @param thisYear the answer if that year counts
   * @param asked asks for the answer under rules if the complaint counts at a time
   */
  public static List<ShopForecast.YearAccount> of(
      PolicyLibrary library,
      PenaltyPolicy policy,
      int year,
      DecisionTime decision,
      Forecast thisYear,
      BiFunction<PenaltyPolicy, Instant, Forecast> asked) {
    boolean known = decision.latest() != null;
    boolean reachesOver = !known || LocalDate.parse(decision.latest()).getYear() > year;
    if (!reachesOver || thisYear.next().mergedWith() != null) {
      return List.of(); // what counts as one with an earlier complaint costs nothing in either year
    }
    int nextYear = year + 1;
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60);
    Instant decided = (known ? LocalDate.parse(decision.latest()) : LocalDate.of(nextYear, 1, 1))
        .atStartOfDay(zone)
        .toInstant();
    PenaltyPolicy then = library.pick(policy.market(), decided).orElse(policy);
    boolean still = known && LocalDate.parse(decision.earliest()).getYear() == year;
    return List.of(
        new ShopForecast.YearAccount(
            year, still ? decision.earliest() : null, still ? year + YEAR_ENDS : null, thisYear),
        new ShopForecast.YearAccount(
            nextYear,
            still ? nextYear + YEAR_BEGINS : decision.earliest(),
            decision.latest(),
            asked.apply(then, decided)));
  }
}
