package shotdeed.server.report;

import java.time.ZoneId;

/**
 * When a seller's daily report is made.
 *
 * @param daily whether there is one
 * @param hour 0 to 23, by the clock of {@code zone}
 */
public record ReportSetting(boolean daily, int hour, ZoneId zone) {
  static final int DEFAULT_HOUR = 8;
}
