package shotdeed.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.Looks;
import shotdeed.wire.LookCodec;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

/** Calls of the routes for certificates, reviews and the monitor library. */
final class CertificateCalls {
  private static final String PATH = "/api/v1/certificates";

  private final ApiCalls calls;
  private final TestServer server;
  private final Client seller;
  private final Client reviewer;

  CertificateCalls(ApiCalls calls) {
    this.calls = calls;
    server = calls.server();
    seller = calls.seller();
    reviewer = calls.reviewer();
  }

  void add() {
    uploads();
    lists();
    one("");
    one("/picture");
    calls.add(
        "GET " + PATH + "/{id}/picture", "400 field-invalid", () -> seller.get(PATH + "/1/picture?size=huge"));
    reviews();
    step("monitor", "");
    step("pause", "monitor");
    step("resume", "monitor pause");
    step("retire", "monitor");
    voids();
    snapshots();
    matches();
    looks();
  }

  private void uploads() {
    String upload = "POST " + PATH;
    calls.add(upload, "200", () -> another().postParts(PATH, many()));
    calls.add(upload, "400 field-invalid", () -> seller.postParts(PATH, photo().field("basis", "found")));
    calls.add(upload, "400 publication-missing", () ->
        seller.postParts(PATH, new Client.Parts().field("unpublished", "false").file("file", "a.jpg", ApiCalls.COAT)));
    calls.add(upload, "403 not-allowed", () -> reviewer.postParts(PATH, photo()));
    calls.add(upload, "403 quota-reached", () -> decided("max_certificates", "0").postParts(PATH, photo()));
    calls.add(upload, "403 seller-suspended", () ->
        decided("suspended_reason, suspended_at", "'why', '2026-11-21T08:00:00.000Z'")
            .postParts(PATH, photo()));
    calls.addForms(upload, seller, PATH, photo().field("title", ApiCalls.TOO_LONG));
  }

  /** A new seller about whom the admin decided something. */
  private Client decided(String columns, String values) {
    Client client = another();
    server.server().features().database().write(handle ->
        handle.execute(
            "insert into seller_standing (seller_id, " + columns + ") select max(id), " + values + " from seller"));
    return client;
  }

  private void lists() {
    calls.add("GET " + PATH, "200", () -> seller.get(PATH + "?state=monitored&page=1"));
    calls.add("GET " + PATH, "200", () -> {
      Client client = another();
      Checks.ok(client.postParts(PATH, many()));
      return client.get(PATH + "?state=refused");
    });
    calls.add("GET " + PATH, "400 field-invalid", () -> seller.get(PATH + "?page=0"));
    String reviews = "/api/v1/reviews";
    calls.add("GET " + reviews, "200", () -> {
      Checks.ok(another().postParts(PATH, photo()));
      return reviewer.get(reviews);
    });
    calls.add("GET " + reviews, "400 field-invalid", () -> reviewer.get(reviews + "?page=x"));
    calls.add("GET " + reviews, "403 not-allowed", () -> seller.get(reviews));
  }

  /** What is at a certificate of every state that an upload can lead to. */
  private void one(String more) {
    String operation = "GET " + PATH + "/{id}" + more;
    calls.add(operation, "200", () -> seller.get(PATH + "/" + monitored() + more));
    calls.add(operation, "404 not-found", () -> seller.get(PATH + "/" + ApiCalls.NONE + more));
    String refused = more.isEmpty() ? "200" : "404 not-found";
    calls.add(operation, refused, () -> {
      Client client = another();
      int id = Checks.ok(client.postParts(PATH, many())).json().get("results").get(3).get("certificate").asInt();
      return client.get(PATH + "/" + id + more);
    });
  }

  private int monitored() {
    return seller.get(PATH + "?state=monitored").json().get("certificates").get(0).get("id").asInt();
  }

  private void reviews() {
    String review = "POST " + PATH + "/{id}/second-review";
    String approve = "{\"decision\":\"approve\"}";
    calls.add(review, "200", () -> reviewer.postJson(PATH + "/" + waiting(another()) + "/second-review", approve));
    calls.add(review, "200", () ->
        reviewer.postJson(
            PATH + "/" + waiting(another()) + "/second-review",
            "{\"decision\":\"reject\",\"reason\":\"A logo is on it\"}"));
    calls.add(review, "403 not-allowed", () -> seller.postJson(PATH + "/1/second-review", approve));
    calls.add(review, "404 not-found", () ->
        reviewer.postJson(PATH + "/" + ApiCalls.NONE + "/second-review", approve));
    calls.add(review, "403 own-review", () -> {
      Client admin = server.admin();
      int id = waiting(admin);
      Client.Reply reply = admin.postJson(PATH + "/" + id + "/second-review", approve);
      Checks.ok(reviewer.postJson(PATH + "/" + id + "/second-review", "{\"decision\":\"reject\",\"reason\":\"x\"}"));
      return reply;
    });
    calls.add(review, "409 wrong-state", () -> {
      Client admin = server.admin();
      Client.Parts notes =
          new Client.Parts().field("unpublished", "true").file("file", "notes.txt", "no picture".getBytes());
      int refused = Checks.ok(admin.postParts(PATH, notes)).json().get("results").get(0).get("certificate").asInt();
      return admin.postJson(PATH + "/" + refused + "/second-review", approve);
    });
    calls.add(review, "409 already-reviewed", () -> {
      Client admin = server.admin();
      int id = waiting(admin);
      Checks.ok(reviewer.postJson(PATH + "/" + id + "/second-review", "{\"decision\":\"reject\",\"reason\":\"x\"}"));
      return admin.postJson(PATH + "/" + id + "/second-review", approve);
    });
    calls.addBodies(review, reviewer, PATH + "/1/second-review");
  }

  /** An upload of the client's that waits for a second review. */
  private static int waiting(Client client) {
    return Checks.ok(client.postParts(PATH, photo())).json().get("results").get(0).get("certificate").asInt();
  }

  /** A step; {@code before} are the steps that lead to where it is possible. */
  private void step(String step, String before) {
    String operation = "POST " + PATH + "/{id}/" + step;
    calls.add(operation, "200", () -> {
      Client client = another();
      String path = PATH + "/" + server.certified(client, ApiCalls.COAT) + "/";
      for (String earlier : before.isEmpty() ? new String[0] : before.split(" ")) {
        Checks.ok(client.post(path + earlier));
      }
      return client.post(path + step);
    });
    calls.add(operation, "409 wrong-state", () -> {
      Client client = another();
      return client.post(PATH + "/" + waiting(client) + "/" + step);
    });
    calls.add(operation, "403 not-allowed", () -> reviewer.post(PATH + "/1/" + step));
    calls.add(operation, "404 not-found", () -> seller.post(PATH + "/" + ApiCalls.NONE + "/" + step));
  }

  /** Each with a file of its own: what leaked once nobody certifies again. */
  private void voids() {
    String operation = "POST " + PATH + "/{id}/void";
    String reason = "{\"reason\":\"The studio sent it out unmarked\"}";
    calls.add(operation, "200", () -> {
      Client client = another();
      return client.postJson(PATH + "/" + server.certified(client, leaked(0.95f)) + "/void", reason);
    });
    calls.add(operation, "409 wrong-state", () -> {
      Client client = another();
      return client.postJson(PATH + "/" + waiting(client) + "/void", reason);
    });
    calls.add("POST " + PATH, "200", () -> {
      Client client = another();
      Checks.ok(client.postJson(PATH + "/" + server.certified(client, leaked(0.9f)) + "/void", reason));
      Client.Reply reply = client.postParts(PATH, unpublished(leaked(0.9f)));
      assertThat(reply.text()).contains("\"code\":\"picture-voided\"");
      return reply;
    });
    calls.add("POST " + PATH + "/{id}/second-review", "409 photograph-leaked", () -> {
      Client client = another();
      Checks.ok(client.postJson(PATH + "/" + server.certified(client, leaked(0.85f)) + "/void", reason));
      int id = Checks.ok(another().postParts(PATH, unpublished(leaked(0.85f)))).json()
          .at("/results/0/certificate").asInt();
      return reviewer.postJson(PATH + "/" + id + "/second-review", "{\"decision\":\"approve\"}");
    });
    calls.add(operation, "403 not-allowed", () -> reviewer.postJson(PATH + "/1/void", reason));
    calls.add(operation, "404 not-found", () -> seller.postJson(PATH + "/" + ApiCalls.NONE + "/void", reason));
    calls.addBodies(operation, seller, PATH + "/1/void");
  }

  private static byte[] leaked(float quality) {
    return Photos.recompressed(ApiCalls.COAT, 1, quality);
  }

  private static Client.Parts unpublished(byte[] photo) {
    return new Client.Parts().field("unpublished", "true").file("file", "leaked.jpg", photo);
  }

  private void snapshots() {
    String path = "/api/v1/snapshot";
    String current = path + "?kernel=" + Kernel.VERSION;
    calls.add("GET " + path, "200", () -> seller.get(current));
    calls.add("GET " + path, "409 kernel-differs", () -> seller.get(path));
    calls.add("GET " + path, "400 field-invalid", () -> seller.get(path + "?kernel=new"));
    calls.add("GET " + path, "409 kernel-differs", () -> seller.get(path + "?kernel=65535"));
    calls.add("GET " + path, "304", () -> seller.get(current, "If-None-Match", seller.get(current).header("ETag")));
  }

  private void looks() {
    String path = "/api/v1/look";
    String look = "POST " + path;
    byte[] copy = Looks.thorough(ApiCalls.COPY, 0);
    byte[] older = copy.clone();
    older[9]--;
    calls.add(look, "200", () -> Looks.send(seller, copy));
    calls.add(look, "200", () -> Looks.send(seller, Looks.thorough(ApiCalls.COPY, Judge.COPY_SIDE)));
    calls.add(look, "400 field-invalid", () -> Looks.send(seller, new byte[100]));
    calls.add(look, "409 kernel-differs", () -> Looks.send(seller, older));
    calls.add(look, "413 body-too-large", () -> Looks.send(seller, new byte[LookCodec.MAX_BYTES + 1]));
    calls.add(look, "415 wrong-content-type", () -> seller.postJson(path, "{}"));
  }

  private void matches() {
    String path = "/api/v1/match";
    calls.add("POST " + path, "200", () -> {
      Client.Reply reply = seller.postJson(path, question(Kernel.VERSION));
      assertThat(reply.text()).contains("\"verdict\":\"copy\"");
      return reply;
    });
    calls.add("POST " + path, "409 kernel-differs", () -> seller.postJson(path, question(Kernel.VERSION + 1)));
    calls.addBodies("POST " + path, seller, path, " ".repeat(10 << 20) + "{}");
  }

  /** Asks about the very fingerprint that the seller's snapshot holds. */
  private String question(int kernel) {
    Snapshot snapshot = SnapshotCodec.decode(seller.get("/api/v1/snapshot?kernel=" + Kernel.VERSION).bytes());
    return "{\"kernel\":" + kernel + ",\"pictures\":[{\"id\":\"a\",\"fingerprints\":[{\"hash\":\""
        + snapshot.certificates().get(0).fingerprints().get(0).hash() + "\",\"quality\":90}]}]}";
  }

  private Client another() {
    return server.newSeller("Seller " + calls.next());
  }

  private static Client.Parts photo() {
    return new Client.Parts().field("unpublished", "true").file("file", "coat.jpg", ApiCalls.COAT);
  }

  /** One that passes, the same again, a mirrored copy, and no picture. */
  private static Client.Parts many() {
    return photo()
        .file("file", "again.jpg", ApiCalls.COAT)
        .file("file", "copy.jpg", Photos.mirrored(ApiCalls.COAT))
        .file("file", "notes.txt", "no picture".getBytes(StandardCharsets.UTF_8));
  }
}
