package shotdeed.server.report;

import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;

/** Shows a seller's reports. */
public final class ReadReports {
  /** Reports a page of the list. */
  public static final int PAGE = 30;

  /** Lines a page of a report. */
  public static final int LINES = 100;

  private static final int CHUNK = 2000;

  private final Database database;
  private final InstantSource clock;

  public ReadReports(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page of the list.
   *
   * @param page 1 for the first
   * @param total reports on all pages
   */
  public record Page(int page, int total, List<TheftReport> reports) {}

  /** The caller's reports, the newest first. */
  public Page list(Caller caller, int page) {
    return database.read(handle -> new Page(
        page,
        ReportStore.count(handle, caller.seller()),
        ReportStore.page(handle, caller.seller(), PAGE, (page - 1) * PAGE)));
  }

  /** One of the caller's reports. */
  public TheftReport one(Caller caller, int id) {
    return database.read(handle -> ReportStore.ofSeller(handle, caller.seller(), id));
  }

  /** Some lines of a report that the caller was given. */
  public List<ReportLine> lines(TheftReport report, int page) {
    return database.read(handle -> ReportStore.lines(handle, report.id(), (page - 1) * LINES, LINES));
  }

  /** All lines of a report that the caller was given, some thousand of them in memory at a time. */
  public Iterator<ReportLine> all(TheftReport report) {
    return new Iterator<>() {
      private List<ReportLine> chunk = List.of();
      private int at;
      private int next;

      @Override
      public boolean hasNext() {
        if (at == chunk.size() && next < report.counts().findings()) {
          chunk = database.read(handle -> ReportStore.lines(handle, report.id(), next, CHUNK));
          next += CHUNK;
          at = 0;
        }
        return at < chunk.size();
      }

      @Override
      public ReportLine next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return chunk.get(at++);
      }
    };
  }

  /** When the caller's next daily report is due, by the seller's own clock; {@code null} if there is none. */
  public ZonedDateTime next(Caller caller) {
    return database.read(handle -> {
      ReportSetting setting = ReportStore.setting(handle, caller.seller());
      ReportStore.Last last = ReportStore.lastDaily(handle, caller.seller());
      return setting.daily()
          ? ReportTime.next(clock.instant(), last == null ? null : last.day(), setting.hour(), setting.zone())
          : null;
    });
  }
}
