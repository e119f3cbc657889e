package shotdeed.server.complain.outcome;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shotdeed.model.ComplaintState;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.forecast.StatedPoints;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;

/** The shops in which a seller's photographs were seen, and all that is known of each. */
public final class Shops {
  /** Shops, and findings of one, a page. */
  public static final int PAGE = 50;

  /** Complaints about a shop, a page. */
  public static final int CASES = 200;

  /** Leads of one shop. */
  public static final int LEADS = 20;

  private static final int MAX_SEARCH = 100;
  private static final int CHUNK = 1000;

  private final Database database;
  private final InstantSource clock;

  Shops(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Which shops. */
  public enum Filter {
    /** Every one. */
    ALL(""),
    /** With a complaint. */
    COMPLAINED(" and s.shop_key in (select c.shop_key from complaint c where c.seller_id = :seller)"),
    /** With a copy that came back. */
    RETURNED(" and s.shop_key in (select b.shop_key from came_back b where b.seller_id = :seller)");

    private final String sql;

    Filter(String sql) {
      this.sql = sql;
    }

    /** As addresses name it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #text()}; {@link #ALL} if it is none. */
    public static Filter of(String text) {
      for (Filter filter : values()) {
        if (filter.text().equals(text)) {
          return filter;
        }
      }
      return ALL;
    }
  }

  /**
   * A shop.
   *
   * @param key as {@link shotdeed.server.monitor.ShopKey} names it
   * @param findings by state
   * @param returns findings that came back after they were gone
   */
  public record Shop(
      int id,
      String key,
      String market,
      String site,
      String shopId,
      String name,
      Instant lastSeen,
      Map<String, Integer> findings,
      int complaints,
      int upheld,
      int returns) {
    /** In any state. */
    public int all() {
      return findings.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Nobody has decided about, or are called a copy. */
    public int open() {
      return findings.getOrDefault(SightingState.NEW.text(), 0)
          + findings.getOrDefault(SightingState.CONFIRMED.text(), 0);
    }
  }

  /** A page of shops. */
  public record Page(int page, int total, Filter filter, String search, List<Shop> shops) {}

  /** One copy in a shop. */
  public record Found(
      int finding,
      int sighting,
      int certificate,
      String state,
      String title,
      String url,
      Instant seenAt,
      int times,
      int complaint,
      boolean returned) {}

  /** A complaint about it; what is not known of the outcome is {@code null}. */
  public record Case(
      int id, ComplaintState state, Instant preparedAt, Instant submittedAt, String caseNumber, Decided decided) {}

  /**
   * Points that this server knows of, by the marketplaces' year and the ledger.
   *
   * @param ledger {@code null} if it was not told
   * @param points of those that were told
   * @param untold complaints upheld whose points were not told
   * @param complaints that they came from
   * @param across those of them that were decided in another year, in which they may count instead
   */
  public record Points(
      int year, String ledger, int points, int untold, List<Integer> complaints, List<Integer> across) {}

  /**
   * All about a shop.
   *
   * @param casePage of its complaints, 1 for the first
   * @param stated what the seller's team knows of its other points
   * @param upheldThisYear complaints of this seller that were upheld this year by the marketplaces' calendar
   * @param licences in words of those who gave them, with their last day
   * @param leads to shops that may be of the same holder, at most {@value #LEADS}
   */
  public record Dossier(
      Shop shop,
      int page,
      List<Found> findings,
      int casePage,
      List<Case> cases,
      List<Points> points,
      List<StatedPoints> stated,
      int year,
      int upheldThisYear,
      List<Licensed> licences,
      List<Lead> leads) {
    /** Complaints that stand on other pages. */
    public int otherCases() {
      return shop.complaints() - cases.size();
    }
  }

  /**
   * Another shop in which copies were seen whose files carry the same uploader's number as copies in this one: a lead, no proof.
   *
   * @param findings in that shop that do
   */
  public record Lead(String uploader, int shop, String market, String site, String shopId, String name, int findings) {}

  /** A licence of the shop; {@code until} is {@code null} if it has no end. */
  public record Licensed(int id, boolean whole, String until, String note, boolean ended) {}

  /** A page of the caller's shops, what was seen last first. */
  public Page list(Caller caller, Filter filter, String search, int page) {
    caller.requireTeam();
    String words = PageText.line(search, MAX_SEARCH);
    return database.read(handle -> {
      String where = " from shop s where s.seller_id = :seller" + filter.sql
          + (words.isEmpty() ? "" : " and (lower(s.name) like :like escape '!' or s.shop_id = :words)");
      String like = "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
      var count = handle.createQuery("select count(*)" + where).bind("seller", caller.seller());
      var rows = handle.createQuery(
              "select s.*" + where + " order by s.last_seen desc, s.id desc limit :limit offset :offset")
          .bind("seller", caller.seller())
          .bind("limit", PAGE)
          .bind("offset", (page - 1) * PAGE);
      if (!words.isEmpty()) {
        count.bind("like", like).bind("words", words);
        rows.bind("like", like).bind("words", words);
      }
      int total = count.mapTo(int.class).one();
      List<Integer> ids = rows.map((rs, ctx) -> rs.getInt("id")).list();
      List<Shop> shops = ids.stream().map(id -> ShopStore.shop(handle, caller.seller(), id)).toList();
      return new Page(page, total, filter, words, shops);
    });
  }

  /** Number of the caller's shop with a key; 0 if there is none. */
  public int ofKey(Caller caller, String key) {
    return database.read(handle ->
        handle.createQuery("select id from shop where seller_id = :seller and shop_key = :key")
            .bind("seller", caller.seller())
            .bind("key", key)
            .mapTo(int.class)
            .findOne()
            .orElse(0));
  }

  /**
   * One of the caller's shops.
   *
   * @param page of its findings, 1 for the first
   * @param casePage of its complaints, 1 for the first
   */
  public Dossier one(Caller caller, int id, int page, int casePage) {
    caller.requireTeam();
    return database.read(handle -> {
      int seller = caller.seller();
      Shop shop = ShopStore.shop(handle, seller, id);
      List<Outcomes.Known> known = Outcomes.ofShop(handle, seller, shop.key());
      int year = LocalDate.ofInstant(clock.instant(), Times.MARKET_ZONE).getYear();
      return new Dossier(
          shop,
          page,
          ShopStore.findings(handle, seller, shop.key(), Integer.MAX_VALUE, PAGE, (page - 1) * PAGE),
          casePage,
          ShopStore.cases(handle, seller, shop.key(), CASES, (casePage - 1) * CASES),
          ShopStore.points(known),
          ShopStore.stated(handle, seller, shop.key()),
          year,
          (int) known.stream().filter(each -> ShopStore.year(each) == year).count(),
          ShopStore.licences(handle, seller, shop),
          ShopStore.leads(handle, seller, shop.key(), LEADS));
    });
  }

  /** What takes findings one after the other. */
  public interface Rows {
    void take(Found found) throws IOException;
  }

  /** Reads all findings of one of the caller's shops, a thousand at a time. */
  public Shop each(Caller caller, int id, Rows rows) throws IOException {
    caller.requireTeam();
    Shop shop = database.read(handle -> ShopStore.shop(handle, caller.seller(), id));
    int before = Integer.MAX_VALUE;
    while (true) {
      int from = before;
      List<Found> some =
          database.read(handle -> ShopStore.findings(handle, caller.seller(), shop.key(), from, CHUNK, 0));
      if (some.isEmpty()) {
        return shop;
      }
      for (Found found : some) {
        rows.take(found);
      }
      before = some.get(some.size() - 1).sighting();
    }
  }
}
