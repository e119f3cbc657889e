package shotdeed.server;

/** Calls of the routes for what goes into a marketplace's form. */
final class FormCalls {
  private static final String FORM = "GET /api/v1/complaints/{id}/form";

  private final ApiCalls calls;
  private final Client seller;

  FormCalls(ApiCalls calls) {
    this.calls = calls;
    seller = calls.seller();
  }

  void add() {
    calls.add(FORM, "200", () -> form(seller, prepared("taobao"), "?language=zh-CN&part=1"));
    calls.add(FORM, "400 field-invalid", () -> form(seller, prepared("taobao"), "?language=xx"));
    calls.add(FORM, "400 field-invalid", () -> form(seller, prepared("taobao"), "?part=0"));
    calls.add(FORM, "403 not-allowed", () -> form(calls.reviewer(), 1, ""));
    calls.add(FORM, "404 not-found", () -> form(seller, ApiCalls.NONE, ""));
    for (String state : new String[] {"contested", "revoked", "voided"}) {
      calls.add(FORM, "409 certificate-" + state, () -> ofCertificateIn(state));
    }
    calls.add(FORM, "409 form-unknown", () -> {
      int id = prepared("taobao");
      sql("update complaint set market = 'other', site = 'example.org' where id = " + id);
      return form(seller, id, "");
    });
  }

  private Client.Reply ofCertificateIn(String state) {
    int id = prepared("taobao");
    sql("update certificate set state = '" + state + "', contested_from = 'monitored' where state = 'monitored'");
    Client.Reply reply = form(seller, id, "");
    sql("update certificate set state = 'monitored', contested_from = null where state = '" + state + "'");
    return reply;
  }

  private static Client.Reply form(Client client, int complaint, String more) {
    return client.get("/api/v1/complaints/" + complaint + "/form" + more);
  }

  private int prepared(String market) {
    String report = Reports.report(
        "k-" + calls.next(), "2026-11-21T07:59:30.000Z", market, "l-" + calls.next(), "7", "Wool coat");
    int sighting = Checks.ok(Reports.send(seller, report, ApiCalls.COPY)).json().get("sighting").asInt();
    String complaint = Reports.complaint("k-" + calls.next(), "" + sighting);
    return Checks.ok(Reports.complain(seller, complaint)).json().get("id").asInt();
  }

  private void sql(String statement) {
    calls.server().server().features().database().write(handle -> handle.execute(statement));
  }
}
