package shotdeed.server.complain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shotdeed.model.ComplaintState;
import shotdeed.penalty.Complaint;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.ShopRecord;
import shotdeed.server.account.Caller;
import shotdeed.server.monitor.ShopKey;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * What the next upheld complaint would cost a shop, as far as this server knows the shop: the caller's own upheld
 * complaints. What others complained of is unknown, so every ledger starts from a range without an upper end. The
 * seller's photographs are taken as one right.
 */
public final class ForecastShop {
  /** No rules with points are published for the marketplace. */
  public static final String NO_PUBLISHED_POINTS = "no-published-points";

  private static final String RIGHT = "photographs";

  private final Database database;
  private final PolicyLibrary policies;
  private final InstantSource clock;

  public ForecastShop(Database database, PolicyLibrary policies, InstantSource clock) {
    this.database = database;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A forecast, or why there is none.
   *
   * @param policy {@code null} where there is none
   * @param note {@link #NO_PUBLISHED_POINTS} where there is none, else {@code null}
   * @param knownUpheld complaints of the caller against the shop that this server knows as upheld
   * @param forecast {@code null} where there is none
   */
  public record Answer(
      Forecast.PolicyVersion policy, String market, String note, int knownUpheld, Forecast forecast) {}

  /** The forecast for the shop of one of the caller's sightings. */
  public Answer ofSighting(Caller caller, int id) {
    return of(caller, database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), id)));
  }

  Answer of(Caller caller, Sighting sighting) {
    Instant now = clock.instant();
    String market = sighting.listing().market();
    Optional<PenaltyPolicy> policy = policies.pick(market, now);
    if (policy.isEmpty()) {
      return new Answer(null, market, NO_PUBLISHED_POINTS, 0, null);
    }
    List<Complaint> upheld = upheld(caller, ShopKey.of(sighting.listing()), now);
    Map<String, PointRange> unknown = new LinkedHashMap<>();
    for (Ledger ledger : policy.get().ledgers()) {
      unknown.put(ledger.id(), new PointRange(0, null));
    }
    Forecast forecast = policies.engine().forecast(
        policy.get(), new ShopRecord(upheld, 0, unknown), complaint(caller, now));
    return new Answer(forecast.policy(), market, null, upheld.size(), forecast);
  }

  private List<Complaint> upheld(Caller caller, String shop, Instant now) {
    List<String> times = database.read(handle ->
        handle.createQuery(
                """
                select submitted_at from complaint
                where seller_id = :seller and shop_key = :shop and state = :upheld and submitted_at is not null""")
            .bind("seller", caller.seller())
            .bind("shop", shop)
            .bind("upheld", ComplaintState.UPHELD.text())
            .mapTo(String.class)
            .list());
    List<Complaint> upheld = new ArrayList<>();
    for (String time : times) {
      if (!Times.of(time).isAfter(now)) {
        upheld.add(complaint(caller, Times.of(time)));
      }
    }
    return upheld;
  }

  private static Complaint complaint(Caller caller, Instant at) {
    return new Complaint(at.getEpochSecond(), true, "seller " + caller.seller(), RIGHT, false);
  }
}
