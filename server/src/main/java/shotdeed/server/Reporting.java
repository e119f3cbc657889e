package shotdeed.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import shotdeed.server.certify.Derived;
import shotdeed.server.console.DashboardPage;
import shotdeed.server.console.Desk;
import shotdeed.server.console.ReportFilePages;
import shotdeed.server.console.ReportPages;
import shotdeed.server.coverage.ReadCoverage;
import shotdeed.server.dashboard.Dashboard;
import shotdeed.server.mail.Post;
import shotdeed.server.people.ReportRecipients;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.report.ChooseReport;
import shotdeed.server.report.DailyReports;
import shotdeed.server.report.LookedAt;
import shotdeed.server.report.MakeReport;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.SendReport;
import shotdeed.server.report.paper.ReportFiles;

/** The use cases of the theft reports, and who hands them over. */
public final class Reporting implements AutoCloseable {
  private final MakeReport make;
  private final ReadReports read;
  private final ChooseReport choose;
  private final DailyReports daily;
  private final ReportRecipients recipients;
  private final ReportFiles files;
  private final Path temporary;
  private final Dashboard dashboard;

  Reporting(
      Database database,
      Derived derived,
      Post post,
      Deliveries deliveries,
      Origin origin,
      Path temporary,
      InstantSource clock) {
    this.temporary = temporary;
    ReadCoverage coverage = new ReadCoverage();
    make = new MakeReport(
        database, (handle, seller, from, to) -> LookedAt.text(coverage.of(handle, seller, from, to)), clock);
    read = new ReadReports(database, clock);
    choose = new ChooseReport(database, clock);
    dashboard = new Dashboard(database, clock);
    files = new ReportFiles(database, read, derived);
    recipients = deliveries.recipients();
    SendReport send =
        new SendReport(database, post, deliveries.webhooks(), files, origin, clock);
    daily = new DailyReports(database, make, send);
  }

  List<RouteGroup> pages(Desk desk) {
    return List.of(
        new ReportFilePages(desk, read, files, temporary),
        new ReportPages(desk, read, make, choose, recipients),
        new DashboardPage(desk, dashboard));
  }

  /** Makes what is due, now and from then on. */
  void start() {
    daily.start();
  }

  /** Makes and hands over what is due. */
  public DailyReports daily() {
    return daily;
  }

  @Override
  public void close() {
    daily.close();
  }
}
