package shotdeed.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Fields;

/** Makes reports: the daily ones when they are due, others when somebody asks. */
public final class MakeReport {
  /** So far back goes a seller's first daily report. */
  private static final Duration FIRST = Duration.ofDays(7);

  /** Days that a report on demand may go back. */
  public static final int MOST_DAYS = 92;

  private final Database database;
  private final CoverageOf coverage;
  private final InstantSource clock;

  /** What was looked at, as it is kept with a report. */
  public interface CoverageOf {
    /** A document of JSON about the days of a seller's calendar, both included. */
    String json(Handle handle, int seller, LocalDate from, LocalDate to);
  }

  public MakeReport(Database database, CoverageOf coverage, InstantSource clock) {
    this.database = database;
    this.coverage = coverage;
    this.clock = clock;
  }

  /**
   * Makes a seller's daily report if one is due: the first at the first hour after something was monitored. After a stop there is one report for all the days missed: it begins where
   * the last one ended.
   *
   * @return its number, or 0 if none is due
   */
  int daily(int seller) {
    if (!database.read(handle -> isDue(handle, seller))) {
      return 0;
    }
    return database.write(handle -> isDue(handle, seller) ? daily(handle, seller) : 0);
  }

  private boolean isDue(Handle handle, int seller) {
    ReportSetting setting = ReportStore.setting(handle, seller);
    ReportStore.Last last = ReportStore.lastDaily(handle, seller);
    LocalDate due = ReportTime.dueDay(clock.instant(), setting.hour(), setting.zone());
    return setting.daily()
        && (last == null
            ? ReportStore.monitoredBefore(handle, seller, ReportTime.of(due, setting.hour(), setting.zone()))
            : last.day().isBefore(due));
  }

  private int daily(Handle handle, int seller) {
    Instant now = clock.instant();
    ReportSetting setting = ReportStore.setting(handle, seller);
    ReportStore.Last last = ReportStore.lastDaily(handle, seller);
    Instant from = last == null ? now.minus(FIRST) : last.to();
    int after = last == null ? ReportStore.lastBefore(handle, seller, from) : last.toSighting();
    ReportStore.Span span =
        new ReportStore.Span(after, ReportStore.lastSighting(handle, seller), after, from, now);
    LocalDate due = ReportTime.dueDay(now, setting.hour(), setting.zone());
    return store(handle, seller, null, due, setting.zone(), span, now);
  }

  /**
   * Makes a report of what was told since the last daily one, or in the last days. It takes nothing from the next daily
   * one.
   *
   * @param days 0 for since the last daily report; up to {@link #MOST_DAYS}
   * @return its number
   */
  public int onDemand(Caller caller, int days) {
    caller.requireTeam();
    Fields.number("days", days, 0, MOST_DAYS);
    return database.write(handle -> {
      Instant now = clock.instant();
      int seller = caller.seller();
      ZoneId zone = SellerZone.of(handle, seller);
      ReportStore.Last last = ReportStore.lastDaily(handle, seller);
      boolean sinceLast = days == 0 && last != null;
      Instant from = sinceLast ? last.to() : now.minus(days == 0 ? FIRST : Duration.ofDays(days));
      int after = sinceLast ? last.toSighting() : ReportStore.lastBefore(handle, seller, from);
      ReportStore.Span span = new ReportStore.Span(
          after, ReportStore.lastSighting(handle, seller), last == null ? after : last.toSighting(), from, now);
      int id = store(handle, seller, caller, LocalDate.ofInstant(now, zone), zone, span, now);
      Audit.did(handle, now, caller, "report.make", "report", id, "");
      return id;
    });
  }

  private int store(
      Handle handle, int seller, Caller by, LocalDate day, ZoneId zone, ReportStore.Span span, Instant now) {
    ReportScan scan = ReportScan.of(handle, seller, span.from(), span.to(), span.freshAfter());
    String looked = coverage.json(
        handle, seller, LocalDate.ofInstant(span.fromAt(), zone), LocalDate.ofInstant(span.toAt(), zone));
    return ReportStore.insert(handle, seller, by, day, zone, span, scan, looked, now);
  }
}
