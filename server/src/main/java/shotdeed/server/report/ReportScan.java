package shotdeed.server.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;

/** Looks through the sightings that a report covers: what it lists, in which order, and what it leaves out. */
final class ReportScan {
  private static final Comparator<Seen> NEW_FIRST =
      Comparator.comparing((Seen seen) -> !seen.fresh).thenComparingInt(seen -> seen.finding);

  private final Map<Integer, Seen> findings = new TreeMap<>();
  private final Map<SightingState, Set<Integer>> excused = new HashMap<>();
  private int sightings;

  /** A finding, as far as the report covers it. */
  static final class Seen {
    final int finding;
    final String shop;
    final String listing;
    final SightingState state;
    final boolean fresh;
    final Set<String> places = new LinkedHashSet<>();
    int last;
    int times;

    private Seen(int finding, String shop, String listing, SightingState state, boolean fresh) {
      this.finding = finding;
      this.shop = shop;
      this.listing = listing;
      this.state = state;
      this.fresh = fresh;
    }
  }

  private ReportScan() {}

  /**
   * @param from covers sightings with larger numbers
   * @param to and up to this
   */
  static ReportScan of(Handle handle, int seller, int from, int to) {
    ReportScan scan = new ReportScan();
    handle.createQuery(
            """
            select s.id, s.finding_id, s.role, s.position, f.shop_key, f.site || ' ' || f.listing_id, f.state,
              exists (select 1 from report_line l join report r on r.id = l.report_id
                where l.finding_id = f.id and r.kind = 'daily')
            from sighting s join finding f on f.id = s.finding_id
            where s.seller_id = :seller and s.id > :from and s.id <= :to order by s.id""")
        .bind("seller", seller)
        .bind("from", from)
        .bind("to", to)
        .map((rs, ctx) -> {
          SightingState state = SightingState.of(rs.getString(7));
          int finding = rs.getInt(2);
          if (isExcused(state)) {
            scan.excused.computeIfAbsent(state, each -> new HashSet<>()).add(finding);
            return 0;
          }
          Seen seen = scan.findings.get(finding);
          if (seen == null) {
            seen = new Seen(finding, rs.getString(5), rs.getString(6), state, !rs.getBoolean(8));
            scan.findings.put(finding, seen);
          }
          seen.last = rs.getInt(1);
          seen.times++;
          seen.places.add(rs.getString(3) + " " + rs.getInt(4));
          scan.sightings++;
          return 1;
        })
        .forEach(each -> {});
    return scan;
  }

  private static boolean isExcused(SightingState state) {
    return state == SightingState.LICENSED || state == SightingState.OWN || state == SightingState.NOT_A_COPY;
  }

  TheftReport.Counts counts() {
    return new TheftReport.Counts(
        (int) findings.values().stream().map(seen -> seen.shop).distinct().count(),
        (int) findings.values().stream().map(seen -> seen.listing).distinct().count(),
        findings.size(),
        (int) findings.values().stream().filter(seen -> seen.fresh).count(),
        sightings,
        excused(SightingState.LICENSED),
        excused(SightingState.OWN),
        excused(SightingState.NOT_A_COPY));
  }

  private int excused(SightingState state) {
    return excused.getOrDefault(state, Set.of()).size();
  }

  /** Shop after shop, within these listing after listing, within these picture after picture: those with most new first. */
  List<Seen> lines() {
    List<Seen> lines = new ArrayList<>();
    for (List<Seen> shop : grouped(findings.values(), true)) {
      for (List<Seen> listing : grouped(shop, false)) {
        listing.sort(NEW_FIRST);
        lines.addAll(listing);
      }
    }
    return lines;
  }

  private static List<List<Seen>> grouped(Collection<Seen> all, boolean byShop) {
    Map<String, List<Seen>> groups = new TreeMap<>();
    for (Seen seen : all) {
      groups.computeIfAbsent(byShop ? seen.shop : seen.listing, each -> new ArrayList<>()).add(seen);
    }
    List<List<Seen>> sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparingLong(ReportScan::fresh).thenComparingInt(List::size).reversed());
    return sorted;
  }

  private static long fresh(List<Seen> group) {
    return group.stream().filter(seen -> seen.fresh).count();
  }
}
