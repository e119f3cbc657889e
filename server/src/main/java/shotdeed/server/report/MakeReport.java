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
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** Makes reports: the daily ones when they are due, others when somebody asks. */
public final class MakeReport {
  /** So far back goes a seller's first daily report. */
  private static final Duration FIRST = Duration.ofDays(7);

  /** Reports on demand of a seller within an hour: each keeps its lines. */
  static final int MOST_AN_HOUR = 30;

  /** Reports on demand of a seller that are kept, the last ones; daily ones all are. */
  private static final int KEPT = 100;

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
   * Makes a seller's daily report if one is due: the first at the first hour after something was monitored. After a stop
   * there is one report for all the days missed: it begins where the last one ended.
   *
   * @return its number, or 0 if none is due
   */
  int daily(int seller) {
    if (!database.read(handle -> isDue(handle, seller))) {
      return 0;
    }
    Draft draft = database.read(handle -> daily(handle, seller));
    return database.write(handle -> {
      // Somebody who was quicker, or set another hour meanwhile, is made way for.
      boolean stands = isDue(handle, seller) && draft.last() == lastTold(handle, seller);
      return stands ? draft.store(handle, null) : 0;
    });
  }

  private static int lastTold(Handle handle, int seller) {
    ReportStore.Last last = ReportStore.lastDaily(handle, seller);
    return last == null ? 0 : last.toSighting();
  }

  /**
   * A report that is not stored yet: looking through many sightings must not keep others from writing.
   *
   * @param last the last sighting that the daily report before told, or 0
   */
  private record Draft(
      int seller,
      LocalDate day,
      ZoneId zone,
      ReportStore.Span span,
      ReportScan scan,
      String coverage,
      int last,
      Instant now) {
    int store(Handle handle, Caller by) {
      return ReportStore.insert(handle, seller, by, day, zone, span, scan, coverage, now);
    }
  }

  private boolean isDue(Handle handle, int seller) {
    ReportSetting setting = ReportStore.setting(handle, seller);
    ReportStore.Last last = ReportStore.lastDaily(handle, seller);
    LocalDate due = ReportTime.dueDay(clock.instant(), setting.hour(), setting.zone());
    return setting.daily()
        && (last == null
            ? ReportStore.monitoredBefore(handle, seller, ReportTime.of(due, setting.hour(), setting.zone()))
            : last.day().isBefore(due) || isOfAClockAhead(last, due) && !ReportStore.hasDaily(handle, seller, due));
  }

  /** A clock that was once years ahead made a report then; its day must not silence those of the years between. */
  private static boolean isOfAClockAhead(ReportStore.Last last, LocalDate due) {
    return last.day().isAfter(due.plusDays(2));
  }

  private Draft daily(Handle handle, int seller) {
    Instant now = clock.instant();
    ReportSetting setting = ReportStore.setting(handle, seller);
    ReportStore.Last last = ReportStore.lastDaily(handle, seller);
    Instant from = last == null ? now.minus(FIRST) : last.to();
    int after = last == null ? ReportStore.lastBefore(handle, seller, from) : last.toSighting();
    ReportStore.Span span =
        new ReportStore.Span(after, ReportStore.lastSighting(handle, seller), from, now);
    LocalDate due = ReportTime.dueDay(now, setting.hour(), setting.zone());
    return draft(handle, seller, due, setting.zone(), span, ofDaily(span, setting), now);
  }

  /**
   * Makes a report of what was told since the last daily one, or in the last days. It takes nothing from the next daily
   * one.
   *
   * @param days 0 for since the last daily report; up to {@link #MOST_DAYS}
   * @return its number
   * @throws Refused if too many were made within the hour
   */
  public int onDemand(Caller caller, int days) {
    caller.requireTeam();
    Fields.number("days", days, 0, MOST_DAYS);
    Draft draft = database.read(handle -> {
      Instant now = clock.instant();
      int seller = caller.seller();
      ZoneId zone = SellerZone.of(handle, seller);
      ReportStore.Last last = ReportStore.lastDaily(handle, seller);
      boolean sinceLast = days == 0 && last != null;
      Instant from = sinceLast ? last.to() : now.minus(days == 0 ? FIRST : Duration.ofDays(days));
      int after = sinceLast ? last.toSighting() : ReportStore.lastBefore(handle, seller, from);
      ReportStore.Span span = new ReportStore.Span(after, ReportStore.lastSighting(handle, seller), from, now);
      LocalDate today = LocalDate.ofInstant(now, zone);
      return draft(handle, seller, today, zone, span, new Days(LocalDate.ofInstant(from, zone), today), now);
    });
    return database.write(handle -> {
      if (ReportStore.demandedSince(handle, caller.seller(), draft.now().minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
        throw new Refused(Errors.TOO_MANY_REPORTS, MOST_AN_HOUR);
      }
      int id = draft.store(handle, caller);
      ReportStore.forgetDemanded(handle, caller.seller(), KEPT);
      Audit.did(handle, draft.now(), caller, "report.make", "report", id, "");
      return id;
    });
  }

  /** Days of a seller's calendar, both included. */
  private record Days(LocalDate from, LocalDate to) {}

  /**
   * What was looked at is told in whole days. So that no day is in two daily reports, one of the morning has the days that
   * ended, and one of the afternoon those that began.
   */
  private static Days ofDaily(ReportStore.Span span, ReportSetting setting) {
    LocalDate from = LocalDate.ofInstant(span.fromAt(), setting.zone());
    LocalDate to = LocalDate.ofInstant(span.toAt(), setting.zone());
    Days days = setting.hour() < 12 ? new Days(from, to.minusDays(1)) : new Days(from.plusDays(1), to);
    return days.from().isAfter(days.to()) ? new Days(to, to) : days;
  }

  private Draft draft(
      Handle handle, int seller, LocalDate day, ZoneId zone, ReportStore.Span span, Days days, Instant now) {
    ReportScan scan = ReportScan.of(handle, seller, span.from(), span.to());
    String looked = coverage.json(handle, seller, days.from(), days.to());
    return new Draft(seller, day, zone, span, scan, looked, lastTold(handle, seller), now);
  }
}
