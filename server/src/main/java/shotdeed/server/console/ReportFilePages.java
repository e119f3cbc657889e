package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import shotdeed.server.account.Bearer;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Texts;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.TheftReport;
import shotdeed.server.report.paper.ReportFiles;
import shotdeed.server.report.paper.ReportFiles.Form;

/** A theft report as a file. */
public final class ReportFilePages implements RouteGroup {
  private final Desk desk;
  private final ReadReports read;
  private final ReportFiles files;
  private final Path folder;

  /** @param folder for temporary files */
  public ReportFilePages(Desk desk, ReadReports read, ReportFiles files, Path folder) {
    this.folder = folder;
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

  /** Made whole, on disk, before it is sent: what fails is a page that says so, not half a file. */
  private void send(Context context, Form form) throws IOException {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    TheftReport report = read.one(visit.caller(), Bearer.number(context, "id"));
    InputStream made = made(report, form, visit.texts());
    context.header("Cache-Control", "private, no-store");
    context.header("Content-Disposition", AttachmentName.header(ReportFiles.name(report, form)));
    context.contentType(form.mediaType()).result(made);
  }

  /** The file goes when it was sent; what a server that died left is deleted at the next start. */
  private InputStream made(TheftReport report, Form form, Texts texts) throws IOException {
    Path file = Files.createTempFile(folder, "report-", "." + form.end());
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        files.write(out, report, form, texts);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
