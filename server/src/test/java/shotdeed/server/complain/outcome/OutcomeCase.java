package shotdeed.server.complain.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import org.jdbi.v3.core.HandleCallback;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;

/** A seller whose photograph of a coat is monitored, with complaints about shops that show copies of it. */
final class OutcomeCase implements AutoCloseable {
  static final byte[] COAT = Photos.photo("coat");
  static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private final TestServer server = TestServer.start();
  private final Client client = server.newSeller("Willow");
  private int listing = 1000;

  OutcomeCase() {
    server.monitored(client, COAT);
  }

  TestServer server() {
    return server;
  }

  Client client() {
    return client;
  }

  /** Number of a sighting of a copy on a new listing of a shop. */
  int sighting(String market, String shop) {
    String id = String.valueOf(++listing);
    String report = Reports.report("s-" + id, "2026-11-21T07:59:30.000Z", market, id, shop, "Wool coat");
    return Checks.ok(Reports.send(client, report, COPY)).json().get("sighting").asInt();
  }

  /** Number of a complaint about a new listing of a shop that is prepared. */
  int prepared(String market, String shop) {
    int sighting = sighting(market, shop);
    return Checks.ok(Reports.complain(client, Reports.complaint("c-" + sighting, "" + sighting))).json().get("id").asInt();
  }

  /** The same, submitted. */
  int submitted(String market, String shop) {
    int id = prepared(market, shop);
    Checks.ok(client.postJson("/api/v1/complaints/" + id + "/submitted", "{\"caseNumber\":\"N-" + id + "\"}"));
    return id;
  }

  /** Records a step with the revision that stands; {@code more} are further members of the message. */
  Client.Reply step(int complaint, String kind, String day, String more) {
    return client.postJson(
        "/api/v1/complaints/" + complaint + "/" + kind,
        "{\"revision\":" + revision(complaint) + ",\"happenedOn\":\"" + day + "\"" + more + "}");
  }

  /** The same, carried out. */
  JsonNode stepped(int complaint, String kind, String day, String more) {
    return Checks.ok(step(complaint, kind, day, more)).json();
  }

  Client.Reply undo(int complaint) {
    return client.postJson(
        "/api/v1/complaints/" + complaint + "/undo", "{\"revision\":" + revision(complaint) + "}");
  }

  JsonNode progress(int complaint) {
    return Checks.ok(client.get("/api/v1/complaints/" + complaint + "/outcome")).json();
  }

  int revision(int complaint) {
    return progress(complaint).get("revision").asInt();
  }

  <T> T read(HandleCallback<T, RuntimeException> work) {
    return server.server().features().database().read(work);
  }

  void sql(String statement, Object... values) {
    server.server().features().database().write(handle -> handle.execute(statement, values));
  }

  /** Number of the seller. */
  int seller() {
    return read(handle -> handle.createQuery("select id from seller where name = 'Willow'").mapTo(int.class).one());
  }

  @Override
  public void close() {
    server.close();
  }
}
