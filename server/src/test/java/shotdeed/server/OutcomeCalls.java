package shotdeed.server;

import java.util.List;
import java.util.function.IntFunction;

/** Calls of the routes for what becomes of complaints. */
final class OutcomeCalls {
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String RECHECKS = "/api/v1/rechecks";
  private static final String TODAY = "2026-11-21";

  private final ApiCalls calls;
  private final TestServer server;
  private final Client seller;
  private final Client reviewer;

  OutcomeCalls(ApiCalls calls) {
    this.calls = calls;
    server = calls.server();
    seller = calls.seller();
    reviewer = calls.reviewer();
  }

  void add() {
    String show = "GET " + COMPLAINTS + "/{id}/outcome";
    calls.add(show, "200", () -> seller.get(COMPLAINTS + "/" + submitted() + "/outcome"));
    calls.add(show, "404 not-found", () -> seller.get(COMPLAINTS + "/" + ApiCalls.NONE + "/outcome"));
    step("outcome", id -> step(seller, id, "outcome", TODAY, ",\"result\":\"upheld\",\"ledger\":\"A\",\"points\":2"));
    step("evidence-period", id -> step(seller, id, "evidence-period", TODAY, ""));
    step("counter-notice", id -> step(seller, id, "counter-notice", TODAY, ""));
    step("appeal", id -> step(seller, dismissed(id), "appeal", TODAY, ",\"by\":\"us\""));
    step("final", id -> step(seller, dismissed(id), "final", TODAY, ""));
    undo();
    rechecks();
  }

  private void step(String kind, IntFunction<Client.Reply> right) {
    String route = "POST " + COMPLAINTS + "/{id}/" + kind;
    String more = kind.equals("outcome") ? ",\"result\":\"upheld\"" : kind.equals("appeal") ? ",\"by\":\"us\"" : "";
    calls.add(route, "200", () -> right.apply(submitted()));
    calls.add(route, "403 not-allowed", () -> step(reviewer, 1, kind, TODAY, more));
    calls.add(route, "403 seller-suspended", () -> {
      int id = submitted();
      sql("insert into seller_standing (seller_id, suspended_at, suspended_reason)"
          + " select id, '2026-11-21T08:00:00.000Z', 'why' from seller where name = 'Willow'");
      Client.Reply reply = step(seller, id, kind, TODAY, more);
      sql("delete from seller_standing where seller_id in (select id from seller where name = 'Willow')");
      return reply;
    });
    calls.add(route, "404 not-found", () -> step(seller, ApiCalls.NONE, kind, TODAY, more));
    calls.add(route, "409 complaint-not-submitted", () -> step(seller, prepared(), kind, TODAY, more));
    calls.add(route, "409 complaint-moved-on", () ->
        seller.postJson(
            COMPLAINTS + "/" + submitted() + "/" + kind,
            "{\"revision\":0,\"happenedOn\":\"" + TODAY + "\"" + more + "}"));
    calls.add(route, "409 wrong-state", () -> {
      int id = submitted();
      sql("update complaint set state = 'withdrawn' where id = " + id);
      return step(seller, id, kind, TODAY, more);
    });
    calls.add(route, "422 step-day", () -> {
      int id = submitted();
      if (List.of("appeal", "final").contains(kind)) {
        dismissed(id);
      }
      return step(seller, id, kind, "2030-01-01", more);
    });
    calls.addBodies(route, seller, COMPLAINTS + "/1/" + kind);
  }

  private void undo() {
    String route = "POST " + COMPLAINTS + "/{id}/undo";
    calls.add(route, "200", () -> undo(seller, dismissed(submitted())));
    calls.add(route, "403 not-allowed", () -> undo(reviewer, 1));
    calls.add(route, "403 seller-suspended", () -> {
      int id = submitted();
      sql("insert into seller_standing (seller_id, suspended_at, suspended_reason)"
          + " select id, '2026-11-21T08:00:00.000Z', 'why' from seller where name = 'Willow'");
      Client.Reply reply = undo(seller, id);
      sql("delete from seller_standing where seller_id in (select id from seller where name = 'Willow')");
      return reply;
    });
    calls.add(route, "404 not-found", () -> undo(seller, ApiCalls.NONE));
    calls.add(route, "409 nothing-to-undo", () -> undo(seller, submitted()));
    calls.add(route, "409 complaint-moved-on", () ->
        seller.postJson(COMPLAINTS + "/" + submitted() + "/undo", "{\"revision\":0}"));
    calls.addBodies(route, seller, COMPLAINTS + "/1/undo");
  }

  private void rechecks() {
    String list = "GET " + RECHECKS;
    calls.add(list, "200", () -> {
      recheck();
      return seller.get(RECHECKS);
    });
    calls.add(list, "400 field-invalid", () -> seller.get(RECHECKS + "?page=-1"));
    calls.add(list, "403 not-allowed", () -> reviewer.get(RECHECKS));
    String look = "POST " + RECHECKS + "/{id}";
    for (String result : List.of("listing-gone", "picture-gone", "still-there", "not-seen")) {
      calls.add(look, "200", () -> look(seller, recheck(), "k-" + calls.next(), result));
    }
    calls.add(look, "403 not-allowed", () -> look(reviewer, 1, "k-1", "not-seen"));
    calls.add(look, "403 seller-suspended", () -> {
      int id = recheck();
      sql("insert into seller_standing (seller_id, suspended_at, suspended_reason)"
          + " select id, '2026-11-21T08:00:00.000Z', 'why' from seller where name = 'Willow'");
      Client.Reply reply = look(seller, id, "k-" + calls.next(), "not-seen");
      sql("delete from seller_standing where seller_id in (select id from seller where name = 'Willow')");
      return reply;
    });
    calls.add(look, "404 not-found", () -> look(seller, ApiCalls.NONE, "k-" + calls.next(), "not-seen"));
    calls.add(look, "409 recheck-done", () -> {
      int id = recheck();
      Checks.ok(look(seller, id, "k-" + calls.next(), "not-seen"));
      return look(seller, id, "k-" + calls.next(), "still-there");
    });
    calls.add(look, "409 client-key-reused", () -> {
      String key = "k-" + calls.next();
      Checks.ok(look(seller, recheck(), key, "not-seen"));
      return look(seller, recheck(), key, "not-seen");
    });
    calls.addBodies(look, seller, RECHECKS + "/1");
  }

  private static Client.Reply look(Client client, int id, String key, String result) {
    return client.postJson(
        RECHECKS + "/" + id,
        "{\"clientKey\":\"" + key + "\",\"lookedAt\":\"2026-11-21T08:00:00.000Z\",\"result\":\"" + result + "\"}");
  }

  private static Client.Reply step(Client client, int id, String kind, String day, String more) {
    Client.Reply stands = client.get(COMPLAINTS + "/" + id + "/outcome");
    int revision = stands.status() == 200 ? stands.json().get("revision").asInt() : 0;
    return client.postJson(
        COMPLAINTS + "/" + id + "/" + kind, "{\"revision\":" + revision + ",\"happenedOn\":\"" + day + "\"" + more + "}");
  }

  private static Client.Reply undo(Client client, int id) {
    Client.Reply stands = client.get(COMPLAINTS + "/" + id + "/outcome");
    int revision = stands.status() == 200 ? stands.json().get("revision").asInt() : 0;
    return client.postJson(COMPLAINTS + "/" + id + "/undo", "{\"revision\":" + revision + "}");
  }

  private int dismissed(int id) {
    Checks.ok(step(seller, id, "outcome", TODAY, ",\"result\":\"dismissed\",\"reason\":\"edited\",\"note\":\"x\""));
    return id;
  }

  /** Number of a look that is due. */
  private int recheck() {
    int id = submitted();
    Checks.ok(step(seller, id, "outcome", TODAY, ",\"result\":\"upheld\""));
    sql("update recheck set due_on = '2026-11-20' where complaint_id = " + id);
    return server.server().features().database().read(handle ->
        handle.createQuery("select max(id) from recheck where complaint_id = " + id).mapTo(int.class).one());
  }

  private int submitted() {
    int id = prepared();
    Checks.ok(seller.postJson(COMPLAINTS + "/" + id + "/submitted", "{\"caseNumber\":\"TB-" + id + "\"}"));
    return id;
  }

  private int prepared() {
    int sighting =
        Reports.sighting(seller, "k-" + calls.next(), "l-" + calls.next(), "7", ApiCalls.COPY);
    return Checks.ok(Reports.complain(seller, Reports.complaint("k-" + calls.next(), "" + sighting)))
        .json().get("id").asInt();
  }

  private void sql(String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }
}
