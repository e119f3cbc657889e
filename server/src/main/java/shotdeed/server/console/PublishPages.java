package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.account.Bearer;
import shotdeed.server.platform.AttachmentName;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.publish.CopiesToPublish;
import shotdeed.server.publish.CopyToPublish;

/** Copies to publish: one, those that were chosen, or a series. */
public final class PublishPages implements RouteGroup {
  private final Desk desk;
  private final CopyToPublish copy;
  private final CopiesToPublish copies;

  public PublishPages(Desk desk, CopyToPublish copy, CopiesToPublish copies) {
    this.desk = desk;
    this.copy = copy;
    this.copies = copies;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/certificates/{id}/copy", this::one);
    routes.get("/certificates/{id}/series.zip", this::series);
    routes.post("/certificates/copies.zip", this::chosen);
  }

  private void one(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    CopyToPublish.Copy made = copy.of(visit.caller(), Bearer.number(context, "id"));
    context.header("Cache-Control", "private, no-store");
    context.header("Content-Disposition", AttachmentName.header(made.name()));
    context.contentType(made.mediaType()).result(made.bytes());
  }

  private void series(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    int id = Bearer.number(context, "id");
    send(context, visit, copies.series(visit.caller(), id), "series-" + id);
  }

  private void chosen(Context context) throws IOException {
    Visit visit = desk.form(context);
    List<Integer> numbers = new ArrayList<>();
    for (String number : context.formParams("certificate")) {
      if (!number.matches("[1-9][0-9]{0,8}")) {
        throw Fields.invalid("certificate", "a certificate's number");
      }
      numbers.add(Integer.valueOf(number));
    }
    if (numbers.isEmpty()) {
      throw new Refused(Errors.COPIES_COUNT, CopiesToPublish.MOST);
    }
    send(context, visit, numbers, "chosen");
  }

  private void send(Context context, Visit visit, List<Integer> certificates, String which) throws IOException {
    copies.write(visit.caller(), certificates, visit.texts(), () -> {
      context.contentType("application/zip");
      context.header("Cache-Control", "private, no-store");
      context.header(
          "Content-Disposition", AttachmentName.header(visit.texts().get("copy.file") + "-" + which + ".zip"));
      return context.outputStream();
    });
  }
}
