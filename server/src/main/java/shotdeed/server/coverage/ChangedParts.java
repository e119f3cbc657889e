package shotdeed.server.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.coverage.Coverage.Changed;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.wire.ChangedPages;

/**
 * Item pages that no longer show what the extension knows them by, as browsers tell of them. A name that is none is refused.
 * One that only this server does not know is left out, and the rest of the report counts: a newer browser knows more
 * marketplaces, and what is refused it does not tell again.
 */
final class ChangedParts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,3}");

  /** More than a browser of today can name, for those of tomorrow. */
  private static final int MAX_ENTRIES = 200;

  /** Days without any such page after which the next is of another change: in between the pages were as they are known. */
  private static final int SAME_CHANGE_DAYS = 14;

  private ChangedParts() {}

  /**
   * @param most of each number
   * @throws Refused naming the field
   */
  static void check(List<ChangedPages> changed, int most) {
    Set<String> named = new HashSet<>();
    for (ChangedPages each : Fields.list("markets.changed", changed, 0, MAX_ENTRIES)) {
      String site = name("markets.changed.site", Fields.present("markets.changed", each).site(), "amazon");
      String part = name("markets.changed.part", each.part(), "shop");
      Fields.number("markets.changed.listings", each.listings(), 0, most);
      if (!named.add(site + " " + part)) {
        throw Fields.invalid("markets.changed", "a list with each part of a site once");
      }
    }
  }

  private static String name(String field, String value, String such) {
    if (!NAME.matcher(Fields.present(field, value)).matches()) {
      throw Fields.invalid(field, "a name such as " + such);
    }
    return value;
  }

  /** Keeps the higher of each number of what is known here. */
  static void keep(Handle handle, Caller caller, String day, String market, List<ChangedPages> changed) {
    for (ChangedPages each : changed) {
      if (!ChangedPages.isKnown(each.site(), each.part()) || each.listings() == 0) {
        continue;
      }
      handle.createUpdate(
              """
              insert into coverage_changed (seller_id, device_id, day, market, site, part, listings)
              values (:seller, :device, :day, :market, :site, :part, :listings)
              on conflict (seller_id, day, device_id, market, site, part) do update set
                listings = case when excluded.listings > coverage_changed.listings
                  then excluded.listings else coverage_changed.listings end""")
          .bind("seller", caller.seller())
          .bind("device", caller.device())
          .bind("day", day)
          .bind("market", market)
          .bind("site", each.site())
          .bind("part", each.part())
          .bind("listings", each.listings())
          .execute();
    }
  }

  /** What was told of some days, both included; the most pages first. */
  static List<Changed> of(Handle handle, int seller, LocalDate from, LocalDate to) {
    return handle.createQuery(
            """
            select site, part, sum(listings) as listings, count(distinct device_id) as browsers from coverage_changed
            where seller_id = :seller and day between :from and :to
            group by site, part order by sum(listings) desc, site, part""")
        .bind("seller", seller)
        .bind("from", from.toString())
        .bind("to", to.toString())
        .map((rs, ctx) -> new Changed(
            rs.getString("site"),
            rs.getString("part"),
            rs.getInt("listings"),
            since(handle, seller, rs.getString("site"), rs.getString("part"), to),
            rs.getInt("browsers")))
        .list();
  }

  /** The first day of the change that the last day up to this one is of. */
  private static LocalDate since(Handle handle, int seller, String site, String part, LocalDate to) {
    List<String> days = handle.createQuery(
            """
            select distinct day from coverage_changed
            where seller_id = :seller and site = :site and part = :part and day <= :to order by day desc""")
        .bind("seller", seller)
        .bind("site", site)
        .bind("part", part)
        .bind("to", to.toString())
        .mapTo(String.class)
        .list();
    LocalDate first = LocalDate.parse(days.get(0));
    for (String text : days) {
      LocalDate day = LocalDate.parse(text);
      if (ChronoUnit.DAYS.between(day, first) > SAME_CHANGE_DAYS) {
        break;
      }
      first = day;
    }
    return first;
  }
}
