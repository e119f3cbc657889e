package shotdeed.server.certify.second;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** The calendar of working days and the other settings of second reviews, and how an admin changes them. */
public final class SetUpReviews {
  private static final CalendarFile BUNDLED = bundled();

  private final Database database;
  private final InstantSource clock;
  private volatile WorkingCalendar calendar;

  public SetUpReviews(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    calendar = database.read(SetUpReviews::stored);
  }

  private static CalendarFile bundled() {
    try (InputStream in = SetUpReviews.class.getResourceAsStream("/shotdeed/server/calendar/china.json")) {
      return CalendarFile.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the calendar is missing from the jar", e);
    }
  }

  private static WorkingCalendar stored(Handle handle) {
    CalendarFile all = BUNDLED;
    List<String> loaded =
        handle.createQuery("select content from working_calendar order by id").mapTo(String.class).list();
    for (String content : loaded) {
      all = CalendarFile.read(content.getBytes(StandardCharsets.UTF_8)).over(all);
    }
    return new WorkingCalendar(all);
  }

  /** Which days are working days. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /** What holds now. */
  public ReviewSettings settings() {
    return database.read(ReviewSettings::current);
  }

  /** Changes what holds for whatever enters the queue from now on; deadlines that stand are kept. */
  public void change(Caller caller, ReviewSettings settings) {
    ReviewSettings.requireAdmin(caller);
    database.write(handle -> {
      settings.put(handle, caller.account(), clock.instant());
      String said = settings.zone() + ", " + settings.workingDays() + ", " + settings.oneIn();
      Audit.did(handle, clock.instant(), caller, 0, "reviews.set", "server", 0, said);
      return null;
    });
  }

  /**
   * Takes a calendar; its years replace those known so far, and deadlines that stand are kept.
   *
   * @throws shotdeed.server.platform.Refused naming the place of the first fault; nothing is changed then
   */
  public void load(Caller caller, byte[] file) {
    ReviewSettings.requireAdmin(caller);
    CalendarFile.read(file);
    calendar = database.write(handle -> {
      handle.execute(
          "insert into working_calendar (content, account_id, loaded_at) values (?, ?, ?)",
          new String(file, StandardCharsets.UTF_8),
          caller.account(),
          Times.text(clock.instant()));
      Audit.did(handle, clock.instant(), caller, 0, "calendar.load", "server", 0, "");
      return stored(handle);
    });
  }

  /**
   * Years whose holidays are not known although deadlines may fall into them: this one, and the next one from December on.
   */
  public List<Integer> uncovered() {
    LocalDate today = clock.instant().atZone(settings().zone()).toLocalDate();
    List<Integer> years = new ArrayList<>();
    for (int year = today.getYear(); year <= today.plusMonths(1).getYear(); year++) {
      if (!calendar.covers(year)) {
        years.add(year);
      }
    }
    return years;
  }

  /** When a review is due of what enters the queue now. */
  Instant due(ReviewSettings settings, Instant now) {
    return calendar.after(now, settings.workingDays(), settings.zone());
  }
}
