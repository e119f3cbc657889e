package shotdeed.server.report;

import java.time.InstantSource;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** Whether a seller gets a daily report, and when. The team sees it; an owner changes it. */
public final class ChooseReport {
  private final Database database;
  private final InstantSource clock;

  public ChooseReport(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What holds for the caller's seller. */
  public ReportSetting of(Caller caller) {
    return database.read(handle -> ReportStore.setting(handle, caller.seller()));
  }

  /**
   * Sets it. What was seen since the last report is in the next one, however the hour moves.
   *
   * @throws Refused if the caller is no owner, or the hour is none
   */
  public void set(Caller caller, ReportSetting setting) {
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    Fields.number("hour", setting.hour(), 0, 23);
    database.write(handle -> {
      ReportStore.set(handle, caller.seller(), setting);
      String details = setting.daily() ? setting.hour() + ":00 " + setting.zone().getId() : "off";
      Audit.did(handle, clock.instant(), caller, "report.set", "seller", caller.seller(), details);
      return null;
    });
  }
}
