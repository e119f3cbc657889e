package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.receipt.Receipts;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** What the log says of one's own certificate, and the receipts: proofs of it to keep and to show. */
public final class ReceiptPages implements RouteGroup {
  private final Desk desk;
  private final ListCertificates list;
  private final Receipts receipts;

  public ReceiptPages(Desk desk, ListCertificates list, Receipts receipts) {
    this.desk = desk;
    this.list = list;
    this.receipts = receipts;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/certificates/{id}/log", this::show);
    routes.get("/certificates/{id}/log/{place}", this::take);
  }

  private Certificate own(Visit visit, Context context) {
    visit.requireTeam();
    Certificate certificate = list.one(visit.caller(), Bearer.number(context, "id")).certificate();
    if (certificate.seller() != visit.caller().seller()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return certificate;
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    Certificate certificate = own(visit, context);
    Map<String, Object> model = new HashMap<>();
    model.put("certificate", certificate);
    model.put("receipts", receipts.of(certificate.id()));
    model.put("origin", receipts.origin());
    model.put("fingerprint", receipts.fingerprint());
    desk.show(context, "receipts", visit.page("certificates"), model);
  }

  private void take(Context context) {
    Visit visit = desk.signedIn(context);
    int id = own(visit, context).id();
    int place = Bearer.number(context, "place");
    byte[] proof = Ledger.bytes(receipts.proof(id, place));
    context
        .contentType("text/plain; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"certificate-" + id + "-" + place + ".tlog-proof\"")
        .result(proof);
  }
}
