package shotdeed.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.wire.VisitReport;

/**
 * Records that somebody was on a page of the watch list. Sent twice, a visit is one, with the higher of each number; sent
 * late, it does not replace a later one.
 */
public final class RecordVisit {
  /** A clock that is ahead by more is not believed: its visit counts as one of now. */
  private static final Duration MAX_EARLY = Duration.ofMinutes(10);

  /** Days of the world differ from that of UTC by at most this. */
  private static final int MAX_DAYS_OFF = 1;

  private static final int MOST = 1_000_000;

  private final Database database;
  private final InstantSource clock;

  public RecordVisit(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @return the entry with its last visit, which need not be this one
   * @throws Refused if the entry is another seller's or not on the list
   */
  public Watched run(Caller caller, int id, VisitReport stated) {
    caller.requireTeam();
    Fields.key("clientKey", stated.clientKey());
    Fields.number("pictures", stated.pictures(), 0, MOST);
    Fields.number("failed", stated.failed(), 0, MOST);
    Fields.number("copies", stated.copies(), 0, MOST);
    Instant visited = Times.stated("visitedAt", Fields.present("visitedAt", stated.visitedAt()));
    LocalDate day = day(Fields.present("day", stated.day()));
    return database.write(handle -> {
      if (WatchStore.ofSeller(handle, caller.seller(), id).removedAt() != null) {
        throw new Refused(Errors.NOT_FOUND);
      }
      Instant now = clock.instant();
      Instant at = visited.isAfter(now.plus(MAX_EARLY)) ? now : visited;
      VisitStore.keep(handle, caller, id, stated, at, near(day, at), now);
      return WatchStore.ofSeller(handle, caller.seller(), id);
    });
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Fields.invalid("day", "a day such as 2026-11-21");
    }
  }

  private static LocalDate near(LocalDate day, Instant at) {
    LocalDate utc = LocalDate.ofInstant(at, ZoneOffset.UTC);
    boolean possible = !day.isBefore(utc.minusDays(MAX_DAYS_OFF)) && !day.isAfter(utc.plusDays(MAX_DAYS_OFF));
    return possible ? day : utc;
  }
}
