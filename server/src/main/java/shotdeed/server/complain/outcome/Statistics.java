package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * How a seller's complaints went. Each event counts in its own month, by the seller's clock: a complaint that was
 * prepared in May and upheld in June is prepared in May and upheld in June.
 */
public final class Statistics {
  /** Months that are told. */
  static final int MONTHS = 12;

  private final Database database;
  private final InstantSource clock;

  Statistics(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts.
   *
   * @param upheld with those that ended in a self-check
   * @param medianDays from submission to decision, of those decided; {@code null} if there are none
   */
  public record Row(
      String name, int prepared, int submitted, int upheld, int dismissed, int withdrawn, Integer medianDays) {}

  /**
   * All of them.
   *
   * @param markets one row a marketplace, of all time; its name is the market, elsewhere the site
   * @param all of all marketplaces together
   * @param months the last {@link #MONTHS}, the latest first, of {@code market} or of all; names such as 2026-11
   * @param market {@code null} for all
   */
  public record Figures(List<Row> markets, Row all, List<Row> months, String market) {}

  private static final class Sum {
    private int prepared;
    private int submitted;
    private int upheld;
    private int dismissed;
    private int withdrawn;
    private final List<Integer> days = new ArrayList<>();

    private void decided(String result, long took) {
      switch (result) {
        case Outcomes.DISMISSED -> dismissed++;
        case Outcomes.WITHDRAWN -> withdrawn++;
        default -> upheld++;
      }
      if (!result.equals(Outcomes.WITHDRAWN)) {
        days.add((int) Math.max(0, took));
      }
    }

    private Row row(String name) {
      Collections.sort(days);
      int n = days.size();
      Integer median = n == 0 ? null : (Integer) Math.floorDiv(days.get((n - 1) / 2) + days.get(n / 2) + 1, 2);
      return new Row(name, prepared, submitted, upheld, dismissed, withdrawn, median);
    }
  }

  private record Line(String place, Instant prepared, Instant submitted, String result, String decidedOn) {}

  /**
   * The caller's.
   *
   * @param market one of the rows' names, or {@code null} for all; any other is taken for all
   */
  public Figures run(Caller caller, String market) {
    caller.requireTeam();
    return database.read(handle -> {
      ZoneId zone = SellerZone.of(handle, caller.seller());
      List<Line> lines = handle.createQuery(
              """
              select c.market, c.site, c.prepared_at, c.submitted_at, o.result, o.decided_on
              from complaint c left join complaint_outcome o on o.complaint_id = c.id
              where c.seller_id = :seller""")
          .bind("seller", caller.seller())
          .map((rs, ctx) -> new Line(
              rs.getString(1).equals("other") ? rs.getString(2) : rs.getString(1),
              Times.of(rs.getString(3)),
              Times.of(rs.getString(4)),
              rs.getString(5),
              rs.getString(6)))
          .list();
      boolean known = lines.stream().anyMatch(line -> line.place().equals(market));
      return figures(lines, known ? market : null, zone, YearMonth.from(clock.instant().atZone(zone)));
    });
  }

  private static Figures figures(List<Line> lines, String market, ZoneId zone, YearMonth last) {
    Map<String, Sum> markets = new TreeMap<>();
    Map<String, Sum> months = new TreeMap<>(Collections.reverseOrder());
    for (int i = 0; i < MONTHS; i++) {
      months.put(last.minusMonths(i).toString(), new Sum());
    }
    Sum all = new Sum();
    for (Line line : lines) {
      count(line, zone, markets.computeIfAbsent(line.place(), place -> new Sum()), null);
      count(line, zone, all, null);
      if (market == null || market.equals(line.place())) {
        count(line, zone, null, months);
      }
    }
    return new Figures(
        markets.entrySet().stream().map(each -> each.getValue().row(each.getKey())).toList(),
        all.row(""),
        months.entrySet().stream().map(each -> each.getValue().row(each.getKey())).toList(),
        market);
  }

  /** Either into one sum, or into that of each event's month. */
  private static void count(Line line, ZoneId zone, Sum one, Map<String, Sum> months) {
    LocalDate prepared = LocalDate.ofInstant(line.prepared(), zone);
    Sum sum = of(one, months, prepared);
    sum.prepared++;
    if (line.submitted() == null) {
      return;
    }
    LocalDate submitted = LocalDate.ofInstant(line.submitted(), zone);
    of(one, months, submitted).submitted++;
    if (line.result() != null) {
      LocalDate decided = LocalDate.parse(line.decidedOn());
      of(one, months, decided).decided(line.result(), ChronoUnit.DAYS.between(submitted, decided));
    }
  }

  private static Sum of(Sum one, Map<String, Sum> months, LocalDate day) {
    return one != null ? one : months.getOrDefault(YearMonth.from(day).toString(), new Sum());
  }
}
