package shotdeed.server.dashboard;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * The figures of a seller's last weeks. They are read from what was counted when it happened, so that they cost the same
 * however much there is.
 */
public final class Dashboard {
  /** Weeks that are told, this one among them. */
  public static final int WEEKS = 12;

  /** Places with a row of their own. */
  static final int PLACES = 4;

  private final Database database;
  private final InstantSource clock;

  public Dashboard(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * All figures.
   *
   * @param monitored certificates in the monitor library now
   * @param open complaints that are prepared, submitted or in their evidence period now
   * @param seen sightings, by week and place
   * @param fresh copies that were seen for the first time, by week and place
   * @param complaints by the week they were prepared in, and by the marketplace
   * @param outcomes of these, by state
   */
  public record Figures(int monitored, int open, Weeks seen, Weeks fresh, Weeks complaints, Weeks outcomes) {}

  /** The caller's figures. */
  public Figures of(Caller caller) {
    caller.requireTeam();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.MARKET_ZONE);
    LocalDate first = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
    return database.read(handle -> new Figures(
        one(handle, caller, "select count(*) from certificate where seller_id = :seller and state = 'monitored'"),
        one(handle, caller, """
            select count(*) from complaint
            where seller_id = :seller and state in ('prepared', 'submitted', 'evidence-period')"""),
        seen(handle, caller, first, "sightings"),
        seen(handle, caller, first, "findings"),
        complaints(handle, caller, first, "case when market = 'other' then site else market end"),
        complaints(handle, caller, first, "state")));
  }

  private static int one(Handle handle, Caller caller, String sql) {
    return handle.createQuery(sql).bind("seller", caller.seller()).mapTo(int.class).one();
  }

  private static Weeks seen(Handle handle, Caller caller, LocalDate first, String what) {
    return weeks(
        handle,
        caller,
        first,
        "select day, place, " + what + " from seen_on_day where seller_id = :seller and day >= :first");
  }

  /** Complaints are few; each day here is one of UTC. */
  private static Weeks complaints(Handle handle, Caller caller, LocalDate first, String by) {
    return weeks(
        handle,
        caller,
        first,
        "select substr(prepared_at, 1, 10), " + by + ", count(*) from complaint"
            + " where seller_id = :seller and prepared_at >= :first group by 1, 2");
  }

  private static Weeks weeks(Handle handle, Caller caller, LocalDate first, String sql) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    handle.createQuery(sql)
        .bind("seller", caller.seller())
        .bind("first", first.toString())
        .map((rs, ctx) -> {
          long week = ChronoUnit.WEEKS.between(first, LocalDate.parse(rs.getString(1)));
          if (week >= 0 && week < WEEKS) {
            counts.computeIfAbsent(rs.getString(2), place -> new int[WEEKS])[(int) week] += rs.getInt(3);
          }
          return 0;
        })
        .forEach(each -> {});
    List<LocalDate> mondays = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      mondays.add(first.plusWeeks(week));
    }
    return new Weeks(mondays, rows(counts));
  }

  private static List<Weeks.Row> rows(Map<String, int[]> counts) {
    List<Weeks.Row> rows = new ArrayList<>();
    counts.forEach((place, each) -> rows.add(new Weeks.Row(place, Arrays.stream(each).boxed().toList())));
    rows.sort(Comparator.comparingInt(Weeks.Row::total).reversed().thenComparing(Weeks.Row::place));
    if (rows.size() <= PLACES + 1) {
      return rows;
    }
    int[] others = new int[WEEKS];
    for (Weeks.Row row : rows.subList(PLACES, rows.size())) {
      for (int week = 0; week < WEEKS; week++) {
        others[week] += row.counts().get(week);
      }
    }
    List<Weeks.Row> most = new ArrayList<>(rows.subList(0, PLACES));
    most.add(new Weeks.Row(Weeks.OTHERS, Arrays.stream(others).boxed().toList()));
    return most;
  }
}
