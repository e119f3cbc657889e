package shotdeed.server.triage;

import java.net.IDN;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.monitor.Licence;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.SeenListing;

/**
 * Shops that may use a seller's photographs. What is found there is excused for as long as the licence holds; once it ran
 * out, the copy is new when it is seen again: nobody knows before whether the shop took it down.
 */
public final class Licences {
  /** So many days before its last one, and after it, a licence is warned of. */
  public static final int WARNED_DAYS = 14;

  /** Licences a page of the list. */
  public static final int PAGE = 50;

  private static final int MAX_NAME = 200;
  private static final int MAX_CERTIFICATES = 300;

  private final Database database;
  private final InstantSource clock;

  public Licences(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Today by the marketplaces' calendar, in which licences end. */
  public LocalDate today() {
    return day(clock.instant());
  }

  /** A time's day by the marketplaces' calendar. */
  static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, Times.MARKET_ZONE);
  }

  /**
   * A page of the list.
   *
   * @param page 1 for the first
   * @param total licences on all pages
   * @param licences each with the first {@link LicenceStore#SHOWN} of its certificates
   * @param certificates how many certificates a licence is for, by its number; those for all photographs are left out
   */
  public record Page(int page, int total, List<Licence> licences, Map<Integer, Integer> certificates) {
    /** How many certificates of a licence are not named here. */
    public int others(Licence licence) {
      return certificates.getOrDefault(licence.id(), 0) - licence.certificates().size();
    }
  }

  /**
   * The caller's licences: those not ended by somebody, soonest last day first, then the others.
   *
   * @param page 1 for the first; the last one if there are not so many
   */
  public Page list(Caller caller, int page) {
    return database.read(handle -> {
      int total = LicenceStore.countAll(handle, caller.seller());
      int shown = Math.min(page, Math.max(1, (total + PAGE - 1) / PAGE));
      List<Licence> licences = LicenceStore.of(handle, caller.seller(), PAGE, (shown - 1) * PAGE);
      return new Page(shown, total, licences, LicenceStore.certificates(handle, licences));
    });
  }

  /** The caller's licences that end within two weeks, or ended in the last two. */
  public List<Licence> ending(Caller caller) {
    return database.read(handle -> ending(handle, caller.seller(), today()));
  }

  /** A seller's licences that end within two weeks of a day, or ended in the two before. */
  public static List<Licence> ending(Handle handle, int seller, LocalDate day) {
    return LicenceStore.ending(handle, seller, day, WARNED_DAYS);
  }

  /**
   * Gives a shop a licence that no copy was found in yet, or another one; what is new there is excused.
   *
   * @param market {@code taobao}, {@code tmall}, or {@code other} for a site of its own
   * @param site host name; for other markets only
   * @param certificates numbers of the caller's own; empty for all, those certified later among them
   * @return its number
   */
  public int give(
      Caller caller, String market, String site, String shopId, String name, List<Integer> certificates, LicenceTerms terms) {
    caller.requireTeam();
    SeenListing shop = shop(market, site, shopId, name);
    List<Integer> numbers = certificates.stream().distinct().toList();
    if (numbers.size() > MAX_CERTIFICATES) {
      throw Fields.invalid("numbers", "at most " + MAX_CERTIFICATES + " numbers");
    }
    LicenceTerms stated = new LicenceTerms(numbers.isEmpty(), terms.until(), terms.note());
    return database.write(handle -> {
      numbers.forEach(number -> CertificateStore.ofSeller(handle, caller.seller(), number));
      int id = stated.store(handle, caller, shop, numbers, clock.instant());
      excuse(handle, caller, LicenceStore.ofSeller(handle, caller.seller(), id));
      return id;
    });
  }

  private static SeenListing shop(String market, String site, String shopId, String name) {
    boolean other = market.equals("other");
    if (!other && !market.equals("taobao") && !market.equals("tmall")) {
      throw Fields.invalid("market", "taobao, tmall or other");
    }
    return new SeenListing(
        market,
        other ? host(site) : market,
        "",
        "",
        "",
        other && shopId.isEmpty() ? "" : Fields.whole("shopId", shopId, MAX_NAME),
        name.isEmpty() ? "" : Fields.whole("name", name, MAX_NAME));
  }

  /** The host name of a site as browsers have it, whether a person typed that or the address of a page. */
  private static String host(String site) {
    String typed = Fields.whole("site", site, MAX_NAME);
    String address = typed.contains("://") ? typed : "https://" + typed;
    try {
      String host = IDN.toASCII(address.substring(address.indexOf("://") + 3).split("[/?#:]", 2)[0]);
      if (host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
        return host.toLowerCase(Locale.ROOT);
      }
    } catch (IllegalArgumentException e) {
      throw Fields.invalid("site", "the name of a site, such as shop.example.com");
    }
    throw Fields.invalid("site", "the name of a site, such as shop.example.com");
  }

  /** Another last day; {@code null} for as long as nobody ends it. What was excused and seen since stays as it is. */
  public void extend(Caller caller, int id, String until) {
    caller.requireTeam();
    LocalDate day = LicenceTerms.day(until, today());
    database.write(handle -> {
      Licence licence = inForce(handle, caller, id);
      LicenceStore.until(handle, id, day);
      excuse(handle, caller, LicenceStore.ofSeller(handle, caller.seller(), licence.id()));
      Audit.did(handle, clock.instant(), caller, "licence.extend", "licence", id, until);
      return null;
    });
  }

  /** Ends a licence: what it excused is new. Ended twice is ended once. */
  public int end(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      if (LicenceStore.ofSeller(handle, caller.seller(), id).endedAt() != null) {
        return 0;
      }
      LicenceStore.end(handle, caller, id, clock.instant());
      Audit.did(handle, clock.instant(), caller, "licence.end", "licence", id, "");
      return DecisionStore.renew(
          handle, caller.seller(), SightingState.LICENSED, "f.licence_id = :licence", Map.of("licence", id));
    });
  }

  private static Licence inForce(Handle handle, Caller caller, int id) {
    Licence licence = LicenceStore.ofSeller(handle, caller.seller(), id);
    if (licence.endedAt() != null) {
      throw new Refused(Errors.LICENCE_ENDED);
    }
    return licence;
  }

  /** What nobody has decided about in a licensed shop is excused. */
  private void excuse(Handle handle, Caller caller, Licence licence) {
    if (licence.holdsOn(today())) {
      DecisionStore.excuse(handle, caller.seller(), licence);
    }
  }
}
