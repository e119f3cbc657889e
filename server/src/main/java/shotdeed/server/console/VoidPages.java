package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Step;
import shotdeed.server.monitor.VoidCertificate;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** Asks once more, on a page that says what it means, before a certificate is voided because its original leaked. */
public final class VoidPages implements RouteGroup {
  private static final String ADDRESS = "/certificates/{id}/void";

  private final Desk desk;
  private final ListCertificates list;
  private final VoidCertificate voids;

  public VoidPages(Desk desk, ListCertificates list, VoidCertificate voids) {
    this.desk = desk;
    this.list = list;
    this.voids = voids;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, "", null));
    routes.post(ADDRESS, this::end);
  }

  private void show(Context context, String reason, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    Certificate certificate = list.one(visit.caller(), id).certificate();
    if (certificate.seller() != visit.caller().seller()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    Page page = problem == null
        ? visit.page("certificates")
        : visit.page("certificates", "/certificates/" + id + "/void", problem);
    Map<String, Object> model = new HashMap<>();
    model.put("certificate", certificate);
    model.put("possible", Step.VOID.possibleFrom(certificate.state()));
    model.put("reason", reason);
    desk.show(context, "void", page, model);
  }

  private void end(Context context) throws IOException {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    String reason = visit.field("leak");
    try {
      if (!visit.field("sure").equals("yes")) {
        // Whose number it is comes first: another's is no certificate at all.
        list.one(visit.caller(), id);
        throw Fields.invalid("sure", "yes");
      }
      voids.run(visit.caller(), id, Fields.whole("leak", reason, VoidCertificate.MAX_REASON));
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID && refused.error() != Errors.WRONG_STATE) {
        throw refused;
      }
      show(context, reason, refused);
      return;
    }
    visit.done("voided", id, "/certificates/" + id);
  }
}
