package shotdeed.server.complain;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import shotdeed.penalty.Complaint;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.PenaltyCase;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.ShopRecord;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.forecast.DecisionTime;
import shotdeed.server.complain.forecast.KnownPoints;
import shotdeed.server.complain.forecast.RuleNotes;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.complain.forecast.StatedPoints;
import shotdeed.server.complain.forecast.YearAccounts;
import shotdeed.server.complain.outcome.Outcomes;
import shotdeed.server.monitor.ShopKey;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.penalty.Elsewhere;
import shotdeed.server.penalty.Policies;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.Database;
import shotdeed.wire.SeenListing;

/**
 * What the next upheld complaint would cost a shop, as far as this server knows the shop: the caller's own upheld
 * complaints with what the marketplace told of them, and the points that the caller's team stated. What else others
 * complained of is unknown, so a ledger of which nothing was stated starts from a range without an upper end. The
 * seller's photographs are taken as one right.
 */
public final class ForecastShop {
  private static final String RIGHT = "photographs";

  private final Database database;
  private final Policies policies;
  private final Supplier<WorkingCalendar> calendar;
  private final InstantSource clock;

  /** @param calendar the working days that decision times are counted in */
  public ForecastShop(
      Database database, Policies policies, Supplier<WorkingCalendar> calendar, InstantSource clock) {
    this.database = database;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What is known of the shop on the way to one answer; all under the same policies. */
  private record Question(
      PolicyLibrary library,
      PenaltyPolicy policy,
      String holder,
      Instant now,
      List<Outcomes.Known> outcomes,
      Function<Instant, List<StatedPoints>> stated) {
    private ZoneOffset zone() {
      return ZoneOffset.ofTotalSeconds(policy.timeZone().offsetMinutes() * 60);
    }

    private int year(Instant at) {
      return at.atOffset(zone()).getYear();
    }

    private Instant decided(Outcomes.Known outcome) {
      return outcome.decidedOn().atStartOfDay(zone()).toInstant();
    }

    private Complaint complaint(Instant made, Complaint.Told told, Instant counts) {
      return new Complaint(
          made.getEpochSecond(), true, holder, RIGHT, false, told,
          Math.max(made.getEpochSecond(), counts.getEpochSecond()));
    }

    /** @param byDecision whether they count in the year of their decision */
    private List<Complaint> upheld(PenaltyPolicy rules, boolean byDecision) {
      List<Complaint> upheld = new ArrayList<>();
      for (Outcomes.Known outcome : outcomes) {
        Instant made = outcome.submittedAt();
        upheld.add(complaint(made, told(rules, outcome), byDecision ? decided(outcome) : made));
      }
      return upheld;
    }

    /** A ledger that these rules do not have, as one that was told before they held, is taken for the rule's own. */
    private static Complaint.Told told(PenaltyPolicy rules, Outcomes.Known outcome) {
      Integer points = outcome.result().equals(Outcomes.SELF_CHECK) ? Integer.valueOf(0) : outcome.points();
      String ledger = outcome.ledger() == null ? null : rules.ledgerNamed(outcome.ledger());
      return points == null ? null : new Complaint.Told(ledger, points);
    }

    private ShopRecord record(PenaltyPolicy rules, List<Complaint> upheld, Instant at) {
      List<StatedPoints> standing = stated.apply(at);
      Map<String, PointRange> prior = new LinkedHashMap<>();
      for (Ledger ledger : rules.ledgers()) {
        prior.put(ledger.id(), KnownPoints.range(standing, ledger.id()));
      }
      return new ShopRecord(upheld, 0, prior);
    }

    private Forecast ask(PenaltyPolicy rules, List<Complaint> upheld, Instant counts) {
      return library.engine().forecast(rules, record(rules, upheld, counts), complaint(now, null, counts));
    }

    private List<PenaltyCase> cases(List<Complaint> upheld) {
      return library.engine().cases(policy, record(policy, upheld, now), complaint(now, null, now));
    }
  }

  /** The forecast for the shop of one of the caller's sightings. */
  public ShopForecast ofSighting(Caller caller, int id) {
    return of(caller, database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id)));
  }

  ShopForecast of(Caller caller, Sighting sighting) {
    return ofListing(caller, sighting.listing());
  }

  /** The forecast for the shop of a listing. */
  public ShopForecast ofListing(Caller caller, SeenListing listing) {
    Instant now = clock.instant();
    PolicyLibrary library = policies.current();
    String market = library.marketOf(listing.market(), listing.site());
    Optional<PenaltyPolicy> policy = library.pick(market, now);
    if (policy.isEmpty()) {
      return none(listing);
    }
    return database.read(handle -> answer(handle, caller, listing, library, policy.get(), now));
  }

  private ShopForecast none(SeenListing listing) {
    Elsewhere.Known known = policies.elsewhere().of(listing.market(), listing.site()).orElse(null);
    return new ShopForecast(
        null, listing.market(), ShopForecast.NO_PUBLISHED_POINTS, 0, null, known == null ? null : known.name(), null,
        List.of(), List.of(), List.of(), List.of(), null, List.of(), null, null, null, known);
  }

  private ShopForecast answer(
      Handle handle, Caller caller, SeenListing listing, PolicyLibrary library, PenaltyPolicy policy, Instant now) {
    String shop = ShopKey.of(listing);
    List<Outcomes.Known> outcomes = Outcomes.ofShop(handle, caller.seller(), shop).stream()
        .filter(outcome -> !outcome.submittedAt().isAfter(now))
        .toList();
    List<Outcomes.Undecided> undecided = Outcomes.waiting(handle, caller.seller(), shop).stream()
        .filter(waiting -> !waiting.submittedAt().isAfter(now))
        .toList();
    Question question = new Question(
        library,
        policy,
        "seller " + caller.seller(),
        now,
        outcomes,
        at -> KnownPoints.standing(handle, caller.seller(), shop, library.pick(policy.market(), at).orElse(policy), at));
    List<Complaint> upheld = question.upheld(policy, false);
    Forecast forecast = question.ask(policy, upheld, now);
    DecisionTime decision = DecisionTime.of(policy, calendar.get(), now);
    return new ShopForecast(
        forecast.policy(),
        listing.market(),
        null,
        outcomes.size(),
        forecast,
        policy.title(),
        policy.ruleTextDate(),
        question.cases(upheld),
        ShopForecast.ledgers(policy, forecast, now),
        known(question),
        question.stated().apply(now),
        decision,
        YearAccounts.of(
            library,
            policy,
            question.year(now),
            decision,
            forecast,
            (then, decided) -> question.ask(then, question.upheld(then, true), decided)),
        byDecision(question, forecast),
        waiting(question, undecided),
        RuleNotes.of(policy),
        null);
  }

  private static List<ShopForecast.KnownCase> known(Question question) {
    return question.outcomes().stream()
        .map(outcome -> new ShopForecast.KnownCase(
            outcome.complaint(),
            LocalDate.ofInstant(outcome.submittedAt(), question.zone()).toString(),
            outcome.ledger(),
            outcome.points()))
        .toList();
  }

  /**
   * What was made in one year and decided in another counts in the one or the other: the sources do not say in which.
   * {@code null} if it makes no difference here.
   */
  private static ShopForecast.ByDecision byDecision(Question question, Forecast forecast) {
    List<Integer> across = question.outcomes().stream()
        .filter(outcome -> question.year(outcome.submittedAt()) != outcome.decidedOn().getYear())
        .map(Outcomes.Known::complaint)
        .toList();
    if (across.isEmpty()) {
      return null;
    }
    Forecast other =
        question.ask(question.policy(), question.upheld(question.policy(), true), question.now());
    boolean same = other.next().equals(forecast.next()) && other.cumulative().equals(forecast.cumulative());
    return same ? null : new ShopForecast.ByDecision(across, other);
  }

  private static ShopForecast.Waiting waiting(Question question, List<Outcomes.Undecided> undecided) {
    if (undecided.isEmpty()) {
      return null;
    }
    List<Complaint> upheld = question.upheld(question.policy(), false);
    for (Outcomes.Undecided each : undecided) {
      upheld.add(question.complaint(each.submittedAt(), null, each.submittedAt()));
    }
    return new ShopForecast.Waiting(
        undecided.stream().map(Outcomes.Undecided::complaint).toList(),
        question.ask(question.policy(), upheld, question.now()));
  }
}
