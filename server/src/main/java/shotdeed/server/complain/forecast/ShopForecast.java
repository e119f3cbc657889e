package shotdeed.server.complain.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.PenaltyCase;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.Text;
import shotdeed.server.penalty.Elsewhere;

/**
 * A forecast for a shop with what it rests on, or why there is none. All of it is "if upheld, expected"; no number in it
 * is the marketplace's but those that it told.
 *
 * @param policy {@code null} where there is none
 * @param market {@code taobao}, {@code tmall}, {@code other} …, as the listing's page was taken for
 * @param note {@link #NO_PUBLISHED_POINTS} where there is no forecast, else {@code null}
 * @param knownUpheld complaints of the caller against the shop that this server knows as upheld
 * @param forecast {@code null} where there is none
 * @param marketName the rules' title, or the marketplace's name; {@code null} for a site of which nothing is known
 * @param ruleTextDate the rule text's own date, or {@code null}
 * @param cases the price under each point rule, in the file's order
 * @param ledgers one line an account of points
 * @param known the upheld complaints, and what the marketplace told of them
 * @param stated points that the seller's people stated
 * @param decision when the marketplace may decide, or {@code null}
 * @param years both accounts where a decision may fall into the next calendar year; else empty
 * @param byDecision the answer if decisions count in their own year, where that is another one; else {@code null}
 * @param waiting complaints on which nothing is decided yet; {@code null} if there are none
 * @param notes what else the rules say; {@code null} where there are none
 * @param elsewhere what is known where no points are published, or {@code null}
 */
public record ShopForecast(
    Forecast.PolicyVersion policy,
    String market,
    String note,
    int knownUpheld,
    Forecast forecast,
    Text marketName,
    Text ruleTextDate,
    List<PenaltyCase> cases,
    List<LedgerLine> ledgers,
    List<KnownCase> known,
    List<StatedPoints> stated,
    DecisionTime decision,
    List<YearAccount> years,
    ByDecision byDecision,
    Waiting waiting,
    RuleNotes notes,
    Elsewhere.Known elsewhere) {
  /** No rules with points are published for the marketplace. */
  public static final String NO_PUBLISHED_POINTS = "no-published-points";

  /**
   * An account of points.
   *
   * @param points with the complaint, if it is upheld
   * @param clears when it goes back to zero; {@code null} for never
   * @param clearsOtherwise when by another text, or {@code null}
   * @param keptFrom from so many points on it never goes back, or {@code null}
   * @param confidence of the clearing
   */
  public record LedgerLine(
      String id,
      Text name,
      PointRange points,
      String clears,
      String clearsOtherwise,
      Integer keptFrom,
      String confidence) {}

  /**
   * An upheld complaint of the seller's own.
   *
   * @param day on which it was submitted, by the marketplace's clock
   * @param ledger as told, or {@code null}
   * @param points as told, or {@code null}: then it counts as computed from the rules
   */
  public record KnownCase(int complaint, String day, String ledger, Integer points) {}

  /**
   * The account of one calendar year, if that is the year that counts.
   *
   * @param from first day of it on which the decision may fall, or {@code null} if none is, or no text gives a time
   * @param until last such day, or {@code null}
   * @param forecast under the rules that hold on the last of these days
   */
  public record YearAccount(int year, String from, String until, Forecast forecast) {}

  /**
   * Complaints that were decided in another year than they were made in.
   *
   * @param complaints their numbers
   * @param forecast what the next one costs if the year of the decision is what counts
   */
  public record ByDecision(List<Integer> complaints, Forecast forecast) {}

  /**
   * Complaints that the marketplace has and has not decided on, or on whose dismissal the seller appealed.
   *
   * @param complaints their numbers
   * @param forecast what the next one costs if all of them are upheld before it
   */
  public record Waiting(List<Integer> complaints, Forecast forecast) {}

  /** A forecast of which nothing else was kept. */
  public static ShopForecast bare(String market, Forecast forecast) {
    return new ShopForecast(
        forecast.policy(), market, null, 0, forecast, null, null, List.of(), List.of(), List.of(), List.of(), null,
        List.of(), null, null, null, null);
  }

  /** None, where no rules with points are at hand; {@code known} may be {@code null}. */
  public static ShopForecast none(String market, Elsewhere.Known known) {
    return new ShopForecast(
        null, market, NO_PUBLISHED_POINTS, 0, null, known == null ? null : known.name(), null, List.of(), List.of(),
        List.of(), List.of(), null, List.of(), null, null, null, known);
  }

  /** A forecast for a shop of which everything is known, so that nothing has to be asked of the store. */
  public static ShopForecast exact(
      PenaltyPolicy policy,
      Forecast forecast,
      List<PenaltyCase> cases,
      Instant at,
      DecisionTime decision,
      List<YearAccount> years) {
    return new ShopForecast(
        forecast.policy(), policy.market(), null, 0, forecast, policy.title(), policy.ruleTextDate(), cases,
        ledgers(policy, forecast, at), List.of(), List.of(), decision, years, null, null, RuleNotes.of(policy), null);
  }

  /** One line an account of points, of a complaint made at a time. */
  public static List<LedgerLine> ledgers(PenaltyPolicy policy, Forecast forecast, Instant at) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60);
    List<LedgerLine> lines = new ArrayList<>();
    for (Ledger ledger : policy.ledgers()) {
      Integer other = ledger.clearing().otherAfterDays();
      lines.add(
          new LedgerLine(
              ledger.id(),
              ledger.name(),
              forecast.cumulative().get(ledger.id()),
              forecast.clears().get(ledger.id()),
              other == null ? null : LocalDate.ofInstant(at, zone).plusDays(other).toString(),
              ledger.clearing().keepFrom(),
              ledger.clearing().basis().confidence()));
    }
    return lines;
  }
}
