package shotdeed.server.dashboard;

import java.time.LocalDate;
import java.util.List;

/**
 * Numbers of the last weeks, of each place one row.
 *
 * @param mondays the weeks' first days, the oldest first
 * @param rows the places with most of it first; what has least is put together as the last
 */
public record Weeks(List<LocalDate> mondays, List<Row> rows) {
  /**
   * One place.
   *
   * @param place {@code taobao}, {@code tmall}, the host name of a site, {@link #OTHERS}; a state for complaints
   * @param counts one a week
   */
  public record Row(String place, List<Integer> counts) {
    public int total() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** All places that have no row of their own. */
  public static final String OTHERS = "others";

  /** All places' numbers of a week. */
  public int total(int week) {
    return rows.stream().mapToInt(row -> row.counts().get(week)).sum();
  }

  /** Of all weeks and places. */
  public int total() {
    return rows.stream().mapToInt(Row::total).sum();
  }

  /** The largest of the weeks' totals. */
  public int most() {
    int most = 0;
    for (int week = 0; week < mondays.size(); week++) {
      most = Math.max(most, total(week));
    }
    return most;
  }
}
