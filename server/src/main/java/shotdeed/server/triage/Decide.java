package shotdeed.server.triage;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.Finding;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.OwnShop;
import shotdeed.server.monitor.OwnShopStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.triage.DecisionStore.Change;

/**
 * A person decides about a finding. Two people may look at one finding: who decides second is told what the first decided,
 * and changes nothing; who says the same as the first is simply done.
 */
public final class Decide {
  private static final int MAX_REASON = 300;

  /** What a decision may still change: nobody excused it, and no complaint holds it. */
  private static final String OPEN = "f.state in ('new', 'confirmed')";

  private static final String UNDECIDED = "f.id = :finding and f.state = 'new'";

  private static final String ONE = "f.id = :finding and " + OPEN;

  /** The same pictures, or strips, and the same certificate, on whatever page and day. */
  static final String PAIR =
      """
      f.id in (
        select t.finding_id from sighting s
          join sighting t on t.seller_id = s.seller_id and t.picture_sha256 = s.picture_sha256
            and t.certificate_id = s.certificate_id and t.strip = s.strip
          where s.finding_id = :finding and s.strip = ''
        union select t.finding_id from sighting s
          join sighting t on t.seller_id = s.seller_id and t.strip = s.strip
          where s.finding_id = :finding and s.strip <> ''
      ) and\s""";

  /** A listing may have changed hands since: what was looked at is meant in any case. */
  private static final String SHOP =
      "(f.id = :finding or f.shop_group = :group and f.shop_id = :shop) and " + OPEN;

  private final Database database;
  private final InstantSource clock;

  public Decide(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param decision its number; 0 if somebody else had decided the same already
   * @param changed how many findings it changed
   */
  public record Outcome(int decision, int changed) {}

  /** It is a copy, and nothing excuses it. */
  public Outcome copy(Caller caller, int finding, int revision) {
    return decide(
        caller, Kind.COPY, finding, revision, "", (handle, about) -> Change.of(Kind.COPY, ONE, one(about)));
  }

  /**
   * It is no copy; the same picture is then no copy of the same photograph on any page.
   *
   * @param reason in the person's words, may be empty
   */
  public Outcome notACopy(Caller caller, int finding, int revision, String reason) {
    return decide(
        caller,
        Kind.NOT_A_COPY,
        finding,
        revision,
        reason,
        (handle, about) -> Change.of(Kind.NOT_A_COPY, PAIR + OPEN, one(about)));
  }

  /** Not today: it comes back when the seller's next day begins. What was called a copy stays one. */
  public Outcome later(Caller caller, int finding, int revision) {
    return decide(caller, Kind.LATER, finding, revision, "", (handle, about) ->
        new Change(Kind.LATER, UNDECIDED, one(about), tomorrow(handle, caller), 0, 0));
  }

  private Instant tomorrow(Handle handle, Caller caller) {
    ZoneId zone = SellerZone.of(handle, caller.seller());
    return LocalDate.ofInstant(clock.instant(), zone).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * Its shop is the seller's own: what was found there and is not decided otherwise stands as their own.
   *
   * @throws Refused if the page did not say which shop it is
   */
  public Outcome own(Caller caller, int finding, int revision) {
    return decide(caller, Kind.OWN, finding, revision, "", (handle, about) -> {
      Sighting seen = named(handle, about);
      boolean known = OwnShopStore.holds(handle, caller.seller(), seen.listing());
      int shop = known ? 0 : OwnShopStore.insert(handle, caller, seen.listing(), clock.instant());
      if (shop != 0) {
        Audit.did(handle, clock.instant(), caller, "shop.own", "shop", shop, seen.listing().shopId());
      }
      return new Change(Kind.OWN, SHOP, shop(about, seen), null, shop, 0);
    });
  }

  /**
   * Its shop may use the photograph, or all of them.
   *
   * @throws Refused if the page did not say which shop it is
   */
  public Outcome licensed(Caller caller, int finding, int revision, LicenceTerms terms) {
    return decide(caller, Kind.LICENSED, finding, revision, terms.note(), (handle, about) -> {
      Sighting seen = named(handle, about);
      int licence = terms.store(handle, caller, seen.listing(), List.of(about.certificate()), clock.instant());
      Map<String, Object> covered = LicenceTerms.covered(shop(about, seen), licence);
      return new Change(Kind.LICENSED, SHOP + LicenceTerms.COVERED, covered, null, 0, licence);
    });
  }

  /** What stands of a decision before it is taken. */
  private interface Deciding {
    Change about(Handle handle, Finding finding);
  }

  /**
   * @param revision of the finding that the person saw; 0 to decide whatever it is
   */
  private Outcome decide(Caller caller, Kind kind, int id, int revision, String reason, Deciding deciding) {
    caller.requireTeam();
    return database.write(handle -> {
      Finding finding = FindingStore.ofSeller(handle, caller.seller(), id);
      if (isSaid(kind, finding, reason)) {
        return new Outcome(0, 0);
      }
      requireOpen(handle, finding, revision);
      Change change = deciding.about(handle, finding);
      Instant now = clock.instant();
      int decision =
          DecisionStore.insert(handle, caller, id, change, PageText.line(reason, MAX_REASON), now);
      Audit.did(handle, now, caller, change.kind().action(), "finding", id, "");
      return new Outcome(decision, DecisionStore.ofSeller(handle, caller.seller(), decision).changed());
    });
  }

  /** Whether that is what stands, word for word: a licence on other terms, or another reason, is something else. */
  private static boolean isSaid(Kind kind, Finding finding, String reason) {
    return finding.state() == kind.to()
        && reason.isEmpty()
        && (kind == Kind.COPY || kind == Kind.OWN || kind == Kind.NOT_A_COPY);
  }

  private static void requireOpen(Handle handle, Finding finding, int revision) {
    if (revision != 0 && finding.revision() != revision) {
      Decision last = DecisionStore.of(handle, finding.id(), 1).stream().findFirst().orElse(null);
      throw new Refused(Errors.FINDING_DECIDED, last == null ? "" : last.madeBy(), finding.state().text())
          .with("state", finding.state().text());
    }
    if (!finding.state().isOpen()) {
      throw new Refused(Errors.WRONG_STATE, finding.state().text()).with("state", finding.state().text());
    }
  }

  static Map<String, Object> one(Finding finding) {
    return Map.of("finding", finding.id());
  }

  private static Sighting named(Handle handle, Finding finding) {
    Sighting seen = SightingStore.ofSeller(handle, finding.seller(), finding.lastSighting());
    if (!OwnShop.isNamed(seen.listing())) {
      throw new Refused(Errors.SHOP_UNKNOWN);
    }
    return seen;
  }

  private static Map<String, Object> shop(Finding about, Sighting seen) {
    return Map.of("finding", about.id(), "group", OwnShop.group(seen.listing()), "shop", seen.listing().shopId());
  }

  /** The finding of one of the caller's sightings. */
  public Finding ofSighting(Caller caller, int sighting) {
    return database.read(handle -> FindingStore.ofSighting(handle, caller.seller(), sighting));
  }
}
