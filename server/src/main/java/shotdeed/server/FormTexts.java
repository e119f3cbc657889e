package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Devices;
import shotdeed.server.complain.fields.FillForm;
import shotdeed.server.complain.fields.FormFillRoutes;
import shotdeed.server.complain.fields.HandOver;
import shotdeed.server.complain.fields.NoticeFiles;
import shotdeed.server.complain.fields.ReadLodged;
import shotdeed.server.complain.fields.SendNotice;
import shotdeed.server.complain.fields.StateComplainant;
import shotdeed.server.complain.fields.SubmitForm;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.console.ComplainantPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.FormTextPages;
import shotdeed.server.console.OutcomeView;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;

/** The use cases of what goes into the marketplaces' forms. */
public final class FormTexts {
  private final FormFiles files;
  private final FillForm fill;
  private final SubmitForm submit;
  private final ReadLodged lodged;
  private final HandOver handOver;
  private final SendNotice send;
  private final StateComplainant complainant;

  FormTexts(
      Database database, FormFiles files, Complaints complaints, Post post, Origin origin, InstantSource clock) {
    this.files = files;
    fill = new FillForm(files, database, origin, clock);
    submit = new SubmitForm(fill, complaints.recordCaseNumber());
    lodged = new ReadLodged(database, files);
    handOver = new HandOver(complaints.list(), files, database, clock);
    send = new SendNotice(fill, new NoticeFiles(files), complaints.recordCaseNumber(), post, database, clock);
    complainant = new StateComplainant(database, clock);
  }

  /** Fills forms. */
  public FillForm fill() {
    return fill;
  }

  SubmitForm submit() {
    return submit;
  }

  ReadLodged lodged() {
    return lodged;
  }

  HandOver handOver() {
    return handOver;
  }

  List<RouteGroup> routes(Devices devices) {
    return List.of(new FormFillRoutes(devices, fill, handOver));
  }

  List<RouteGroup> pages(Desk desk, OutcomeView outcomes) {
    return List.of(
        new FormTextPages(desk, files, fill, submit, handOver, send, outcomes), new ComplainantPages(desk, complainant));
  }
}
