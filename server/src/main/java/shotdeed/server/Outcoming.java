package shotdeed.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.Lodged;
import shotdeed.server.complain.outcome.DueList;
import shotdeed.server.complain.outcome.DueMail;
import shotdeed.server.complain.outcome.Followup;
import shotdeed.server.console.Desk;
import shotdeed.server.console.DuePages;
import shotdeed.server.console.OutcomePages;
import shotdeed.server.console.OutcomeView;
import shotdeed.server.console.RecheckPages;
import shotdeed.server.console.ShopPages;
import shotdeed.server.console.StatisticsPage;
import shotdeed.server.mail.Post;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;

/** The use cases of what becomes of complaints. */
public final class Outcoming implements AutoCloseable {
  private final Followup followup;
  private final DueMail mail;

  Outcoming(
      Database database,
      Supplier<WorkingCalendar> china,
      Policies policies,
      Post post,
      Origin origin,
      InstantSource clock) {
    followup = new Followup(database, china, policies, clock);
    mail = new DueMail(database, post, origin, clock);
  }

  /** What the recording of case numbers asks and tells. */
  Lodged lodged() {
    return new Lodged() {
      @Override
      public When on(Handle handle, Caller caller, int complaint, String day, Instant now) {
        return followup.submissionDay().run(handle, caller, complaint, day, now);
      }

      @Override
      public void submitted(Handle handle, Caller caller, int complaint) {
        followup.record().submitted(handle, caller, complaint);
      }
    };
  }

  DueList due() {
    return followup.due();
  }

  /** What the complaint's page shows of it. */
  OutcomeView view() {
    return new OutcomeView(followup.progress());
  }

  /** Mail about what is due. */
  public DueMail mail() {
    return mail;
  }

  void start() {
    mail.start();
  }

  RouteGroup routes(Devices devices) {
    return followup.routes(devices);
  }

  List<RouteGroup> pages(Desk desk) {
    return List.of(
        new StatisticsPage(desk, followup.statistics()),
        new DuePages(desk, followup.due(), followup.done()),
        new OutcomePages(desk, followup.progress(), followup.record(), followup.undo()),
        new RecheckPages(desk, followup.looks()),
        new ShopPages(desk, followup.shops()));
  }

  @Override
  public void close() {
    mail.close();
  }
}
