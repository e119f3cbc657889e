package shotdeed.server.coverage;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;

/**
 * Takes what a browser has looked at so far on a day. Each number stands for the whole day and only grows: a report that
 * comes twice is counted once, and one that comes late takes nothing back.
 */
public final class TellCoverage {
  /** A browser that was offline tells late; older days are no longer reported on. */
  private static final int MAX_DAYS_LATE = 40;

  private static final Set<String> MARKETS = Set.of("taobao", "tmall", "other");
  private static final Pattern REASON = Pattern.compile("[a-z]{1,20}(-[a-z]{1,20}){0,3}");
  private static final int MAX_REASONS = 40;

  /** Why pictures could not be looked at, as browsers say it; the words stand under {@code coverage.failed.REASON}. */
  static final Set<String> REASONS = Set.of(
      "unreachable",
      "refused",
      "private",
      "too-many",
      "failed",
      "format-not-decoded",
      "not-a-picture",
      "too-flat",
      "too-many-bytes",
      "too-many-pixels",
      "too-small",
      "truncated");

  /** What any other reason is counted as: a browser of another version may know more. */
  private static final String OTHER_REASON = "failed";

  /** Days that are kept: nothing reports on earlier ones. */
  private static final int MAX_DAYS = 120;

  private static final int MOST = 1_000_000;

  private final Database database;
  private final InstantSource clock;

  public TellCoverage(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps the higher of each number.
   *
   * @throws Refused if the report has another form, or its day is in the future or more than forty days ago
   */
  public void run(Caller caller, CoverageReport report) {
    caller.requireTeam();
    Instant now = clock.instant();
    String day = day(Fields.present("day", report.day()), now).toString();
    List<MarketCoverage> markets = Fields.list("markets", report.markets(), 0, MARKETS.size());
    markets.forEach(TellCoverage::check);
    if (markets.stream().map(MarketCoverage::market).distinct().count() < markets.size()) {
      throw Fields.invalid("markets", "a list with each marketplace once");
    }
    database.write(handle -> {
      handle.createUpdate(
              """
              insert into coverage_day (seller_id, device_id, day, told_at) values (:seller, :device, :day, :now)
              on conflict (seller_id, day, device_id) do update set told_at = excluded.told_at""")
          .bind("seller", caller.seller())
          .bind("device", caller.device())
          .bind("day", day)
          .bind("now", Times.text(now))
          .execute();
      markets.forEach(market -> keep(handle, caller, day, market));
      forget(handle, caller.seller(), LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(MAX_DAYS).toString());
      return null;
    });
  }

  private static LocalDate day(String text, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isAfter(today.plusDays(1)) && !day.isBefore(today.minusDays(MAX_DAYS_LATE))) {
        return day;
      }
    } catch (DateTimeParseException e) {
      throw Fields.invalid("day", "a day such as 2026-11-21");
    }
    throw Fields.invalid("day", "a day of the last " + MAX_DAYS_LATE);
  }

  private static void check(MarketCoverage market) {
    if (Fields.present("markets", market).market() == null || !MARKETS.contains(market.market())) {
      throw Fields.invalid("markets.market", "taobao, tmall or other");
    }
    Fields.number("markets.listings", market.listings(), 0, MOST);
    Fields.number("markets.shops", market.shops(), 0, MOST);
    Fields.number("markets.pictures", market.pictures(), 0, MOST);
    for (FailedPictures failed : Fields.list("markets.failed", market.failed(), 0, MAX_REASONS)) {
      String reason = Fields.present("markets.failed.reason", Fields.present("markets.failed", failed).reason());
      if (!REASON.matcher(reason).matches()) {
        throw Fields.invalid("markets.failed.reason", "a reason such as unreachable");
      }
      Fields.number("markets.failed.pictures", failed.pictures(), 0, MOST);
    }
    ChangedParts.check(market.changed(), MOST);
  }

  private static void keep(Handle handle, Caller caller, String day, MarketCoverage market) {
    handle.createUpdate(
            """
            insert into coverage_market (seller_id, device_id, day, market, listings, shops, pictures)
            values (:seller, :device, :day, :market, :listings, :shops, :pictures)
            on conflict (seller_id, day, device_id, market) do update set
              listings = case when excluded.listings > coverage_market.listings
                then excluded.listings else coverage_market.listings end,
              shops = case when excluded.shops > coverage_market.shops
                then excluded.shops else coverage_market.shops end,
              pictures = case when excluded.pictures > coverage_market.pictures
                then excluded.pictures else coverage_market.pictures end""")
        .bind("seller", caller.seller())
        .bind("device", caller.device())
        .bind("day", day)
        .bind("market", market.market())
        .bind("listings", market.listings())
        .bind("shops", market.shops())
        .bind("pictures", market.pictures())
        .execute();
    for (Map.Entry<String, Integer> failed : byReason(market.failed()).entrySet()) {
      handle.createUpdate(
              """
              insert into coverage_failure (seller_id, device_id, day, market, reason, pictures)
              values (:seller, :device, :day, :market, :reason, :pictures)
              on conflict (seller_id, day, device_id, market, reason) do update set
                pictures = case when excluded.pictures > coverage_failure.pictures
                  then excluded.pictures else coverage_failure.pictures end""")
          .bind("seller", caller.seller())
          .bind("device", caller.device())
          .bind("day", day)
          .bind("market", market.market())
          .bind("reason", failed.getKey())
          .bind("pictures", failed.getValue())
          .execute();
    }
    ChangedParts.keep(handle, caller, day, market.market(), market.changed());
  }

  private static Map<String, Integer> byReason(List<FailedPictures> failed) {
    Map<String, Integer> pictures = new TreeMap<>();
    for (FailedPictures each : failed) {
      String reason = REASONS.contains(each.reason()) ? each.reason() : OTHER_REASON;
      pictures.merge(reason, each.pictures(), Integer::sum);
    }
    return pictures;
  }

  /** By key: there is nothing to delete but once a day. */
  private static void forget(Handle handle, int seller, String before) {
    for (String table : List.of("coverage_changed", "coverage_failure", "coverage_market", "coverage_day")) {
      handle.execute("delete from " + table + " where seller_id = ? and day < ?", seller, before);
    }
  }
}
