package shotdeed.server.console;

import java.util.ArrayList;
import java.util.List;
import shotdeed.server.dashboard.Weeks;

/**
 * Weeks drawn as bars, one place upon the other. All lengths are those of the view box.
 *
 * @param bars from the oldest week to this one, within a week from below
 * @param totals what stands above each week's bar
 * @param height of the view box
 */
public record Chart(List<Bar> bars, List<Total> totals, int height) {
  /** Of the view box. */
  public static final int WIDTH = 600;

  private static final int BARS = 140;
  private static final int ABOVE = 20;
  private static final int BELOW = 24;
  private static final int GAP = 8;

  /** A part of a bar; {@code row} is the place's. */
  public record Bar(int row, int x, int y, int width, int height) {}

  /** A week's number above its bar, and the day below. */
  public record Total(int x, int y, int value, String day) {}

  /** Draws weeks; a week with anything in it has a bar that can be seen. */
  public static Chart of(Weeks weeks) {
    int count = weeks.mondays().size();
    int step = WIDTH / count;
    int most = Math.max(1, weeks.most());
    List<Bar> bars = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    for (int week = 0; week < count; week++) {
      int below = 0;
      int bottom = ABOVE + BARS;
      for (int row = 0; row < weeks.rows().size(); row++) {
        int value = weeks.rows().get(row).counts().get(week);
        below += value;
        int top = ABOVE + BARS - (int) ((long) below * BARS / most);
        top = value > 0 ? Math.min(top, bottom - 1) : bottom;
        if (value > 0) {
          bars.add(new Bar(row, week * step + GAP / 2, top, step - GAP, bottom - top));
        }
        bottom = top;
      }
      String day = weeks.mondays().get(week).toString().substring(5);
      totals.add(new Total(week * step + step / 2, bottom - 4, below, day));
    }
    return new Chart(bars, totals, ABOVE + BARS + BELOW);
  }
}
