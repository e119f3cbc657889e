package shotdeed.server.accused;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import shotdeed.penalty.Complaint;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.PenaltyEngine;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.ShopRecord;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.forecast.DecisionTime;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.complain.forecast.YearAccounts;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** Shows a seller what an accusation may cost, until when to do what, and what to answer with. */
public final class ReadAccusations {
  /** Accusations a page. */
  public static final int PAGE = 30;

  /** Looked at for the overview. */
  private static final int MOST_OPEN = 200;

  /** The overview speaks of a limit so many days before it ends. */
  private static final int AHEAD_DAYS = 3;

  private final Database database;
  private final AccusedData data;
  private final Policies policies;
  private final Limits limits;
  private final Supplier<WorkingCalendar> china;
  private final InstantSource clock;

  public ReadAccusations(
      Database database,
      AccusedData data,
      Policies policies,
      Supplier<WorkingCalendar> china,
      InstantSource clock) {
    this.database = database;
    this.data = data;
    this.policies = policies;
    this.limits = new Limits(policies, china);
    this.china = china;
    this.clock = clock;
  }

  /** The data behind the pages. */
  public AccusedData data() {
    return data;
  }

  /** A line of the list; {@code limit} is the next one that the seller has to keep, or {@code null}. */
  public record Line(Accusation accusation, Limits.Limit limit, boolean past) {}

  /** A page of the list. */
  public record Page(int page, int total, List<Line> lines) {}

  /**
   * All about one.
   *
   * @param steps the oldest first, with those that were taken back
   * @param next where it can go from its stage
   * @param limits those that run in its stage
   * @param forecast what it costs if it is upheld; without points where none are published
   * @param policy that the forecast was made under, or {@code null}
   * @param market what is known of the marketplace
   * @param standing what is said to restore the shop's standing there
   * @param certificates the seller's own of which copies were found on the accused listing
   */
  public record Details(
      Accusation accusation,
      List<Accusation.Step> steps,
      List<Stage> next,
      List<Limits.Limit> limits,
      ShopForecast forecast,
      PenaltyPolicy policy,
      AccusedData.Market market,
      List<AccusedData.Claim> standing,
      List<Integer> certificates,
      LocalDate today) {}

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Times.MARKET_ZONE);
  }

  /** A page of those that stand, the last first. */
  public Page list(Caller caller, int page) {
    caller.requireTeam();
    return database.read(handle -> {
      int total = AccusationStore.count(handle, caller.seller());
      int shown = Math.min(page, Math.max(1, (total + PAGE - 1) / PAGE));
      List<Line> lines = new ArrayList<>();
      for (Accusation x : AccusationStore.page(handle, caller.seller(), PAGE, (shown - 1) * PAGE)) {
        lines.add(line(handle, x));
      }
      return new Page(shown, total, lines);
    });
  }

  private Line line(Handle handle, Accusation x) {
    Limits.Limit own =
        limits(handle, x).stream().filter(Limits.Limit::own).findFirst().orElse(null);
    return new Line(x, own, own != null && own.first().isBefore(today()));
  }

  private List<Limits.Limit> limits(Handle handle, Accusation x) {
    return limits.of(
        data.market(x.market()),
        x.cameOn(),
        x.stage(),
        MoveAccusation.since(handle, x),
        MoveAccusation.appeals(handle, x));
  }

  /** Where an accusation can go from where it stands. */
  List<Stage> next(Handle handle, Accusation x) {
    int attempts = limits.attempts(data.market(x.market()), x.cameOn());
    return x.stage().next(MoveAccusation.appeals(handle, x) < attempts);
  }

  /** In how many of the caller's accusations something has to be done within some days, or is late. */
  public int due(Caller caller) {
    LocalDate until = today().plusDays(AHEAD_DAYS);
    return database.read(handle -> (int) AccusationStore.open(handle, caller.seller(), MOST_OPEN).stream()
        .map(x -> line(handle, x))
        .filter(line -> line.limit() != null && !line.limit().first().isAfter(until))
        .filter(line -> !line.limit().last().isBefore(today()))
        .count());
  }

  /** One of the caller's own. */
  public Details one(Caller caller, int id) {
    caller.requireTeam();
    return database.read(handle -> {
      Accusation x = AccusationStore.ofSeller(handle, caller.seller(), id);
      AccusedData.Market market = data.market(x.market());
      Optional<PenaltyPolicy> policy = limits.policy(market, x.cameOn());
      String[] listing = Listings.of(x.listing());
      return new Details(
          x,
          AccusationStore.steps(handle, id),
          next(handle, x),
          limits(handle, x),
          policy.map(rules -> forecast(rules, x)).orElseGet(() -> elsewhere(market)),
          policy.orElse(null),
          market,
          data.standing().stream().filter(claim -> claim.markets().contains(x.market())).toList(),
          listing == null
              ? List.of()
              : AccusationStore.certificatesOn(handle, caller.seller(), listing[0], listing[1]),
          today());
    });
  }

  private ShopForecast elsewhere(AccusedData.Market market) {
    return ShopForecast.none(market.id(), policies.elsewhere().of(market.id(), null).orElse(null));
  }

  /** The seller knows their own shop: nothing of it is a range. */
  private ShopForecast forecast(PenaltyPolicy policy, Accusation x) {
    List<Complaint> upheld = new ArrayList<>();
    x.sameHolder().forEach(day -> upheld.add(complaint(day, "the accuser")));
    x.others().forEach(day -> upheld.add(complaint(day, "somebody else " + day)));
    PenaltyEngine engine = policies.current().engine();
    ShopRecord record = new ShopRecord(upheld, 0, prior(policy, x, false));
    Complaint next = complaint(x.cameOn(), "the accuser");
    Instant at = Instant.ofEpochSecond(next.at());
    Forecast forecast = engine.forecast(policy, record, next);
    DecisionTime decision = DecisionTime.of(policy, china.get(), at);
    return ShopForecast.exact(
        policy,
        forecast,
        engine.cases(policy, record, next),
        at,
        decision,
        YearAccounts.of(
            policies.current(),
            policy,
            x.cameOn().getYear(),
            decision,
            forecast,
            (then, counts) -> decided(then, x, upheld, counts)));
  }

  /** @param cleared whether the end of the year is over, at which an account goes back to zero unless it is kept */
  private static Map<String, PointRange> prior(PenaltyPolicy policy, Accusation x, boolean cleared) {
    Map<String, PointRange> prior = new LinkedHashMap<>();
    policy.ledgers().forEach(ledger -> {
      int points = ledger.id().equals("A") ? x.pointsA() : ledger.id().equals("B") ? x.pointsB() : 0;
      Integer keepFrom = ledger.clearing().keepFrom();
      boolean gone = cleared && ledger.clearing().at() != null && (keepFrom == null || points < keepFrom);
      prior.put(ledger.id(), gone ? new PointRange(0, 0) : new PointRange(points, points));
    });
    return prior;
  }

  /** @param counts when it counts, if that is when it is decided */
  private Forecast decided(PenaltyPolicy policy, Accusation x, List<Complaint> upheld, Instant counts) {
    Complaint made = complaint(x.cameOn(), "the accuser");
    Complaint next = new Complaint(
        made.at(), made.dateOnly(), made.holder(), made.right(), made.extreme(), made.told(), counts.getEpochSecond());
    return policies.current().engine().forecast(policy, new ShopRecord(upheld, 0, prior(policy, x, true)), next);
  }

  private static Complaint complaint(LocalDate day, String holder) {
    Instant midnight = day.atStartOfDay(Times.MARKET_ZONE).toInstant();
    return new Complaint(midnight.getEpochSecond(), true, holder, "photographs", false);
  }
}
