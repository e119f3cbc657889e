package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import shotdeed.server.account.Bearer;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.TheftReport;
import shotdeed.server.report.paper.ReportFiles;
import shotdeed.server.report.paper.ReportFiles.Form;

/** A theft report as a file. */
public final class ReportFilePages implements RouteGroup {
  private final Desk desk;
  private final ReadReports read;
  private final ReportFiles files;

  public ReportFilePages(Desk desk, ReadReports read, ReportFiles files) {
    this.desk = desk;
    this.read = read;
    this.files = files;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (Form form : Form.values()) {
      routes.get("/reports/{id}/report." + form.end(), context -> send(context, form));
    }
  }

  /** Made whole before it is sent: what fails is a page that says so, not half a file. */
  private void send(Context context, Form form) throws IOException {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    TheftReport report = read.one(visit.caller(), Bearer.number(context, "id"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    files.write(bytes, report, form, visit.texts());
    context.header("Cache-Control", "private, no-store");
    context.header("Content-Disposition", AttachmentName.header(ReportFiles.name(report, form)));
    context.contentType(form.mediaType()).result(bytes.toByteArray());
  }
}
