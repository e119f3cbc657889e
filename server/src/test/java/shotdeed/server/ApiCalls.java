package shotdeed.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;

/** Calls of every route, and what must come back: one for each answer that a caller can bring about. */
final class ApiCalls {
  static final byte[] COAT = Photos.photo("coat");
  static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  /** Longer than any JSON may be. */
  static final String TOO_LONG = "{\"reason\":\"" + "x".repeat(1 << 20) + "\"}";

  /** A number that no record has. */
  static final int NONE = Integer.MAX_VALUE;

  private final TestServer server;
  private final List<Call> calls = new ArrayList<>();
  private final Client seller;
  private final Client reviewer;
  private int next = 1;

  /**
   * One call.
   *
   * @param operation such as {@code GET /api/v1/devices/{id}}
   * @param expected see {@link Answer#summary}
   */
  record Call(String operation, String expected, Supplier<Answer> send) {
    @Override
    public String toString() {
      return operation + " answers " + expected;
    }
  }

  ApiCalls(TestServer server) {
    this.server = server;
    seller = server.newSeller("Willow");
    reviewer = server.person("Reviewer", Role.REVIEWER);
    server.monitored(seller, COAT);
  }

  List<Call> all() {
    forTheServer();
    ofAccounts();
    new CertificateCalls(this).add();
    new CaseCalls(this).add();
    new OutcomeCalls(this).add();
    new WatchCalls(this).add();
    for (String route : server.server().routes()) {
      if (route.contains(" /api/") || route.endsWith("z")) {
        String[] words = route.split(" ");
        String line = words[0] + " " + words[1].replace("{id}", "1") + " HTTP/1.1\r\nHost: ";
        String close = "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        calls.add(new Call(
            route, "421 unknown-host", () -> Answer.raw(server, line + "evil.example" + close)));
        if (!Set.of("/livez", "/readyz", "/api/v1/openapi.yaml", "/api/v1/pair").contains(words[1])) {
          calls.add(new Call(
              route, "401 token-unknown", () -> Answer.raw(server, line + "127.0.0.1:" + server.port() + close)));
        }
      }
    }
    return calls;
  }

  Client seller() {
    return seller;
  }

  Client reviewer() {
    return reviewer;
  }

  TestServer server() {
    return server;
  }

  int next() {
    return next++;
  }

  void add(String operation, String expected, Supplier<Client.Reply> send) {
    calls.add(new Call(operation, expected, () -> Answer.of(send.get())));
  }

  /** What every route with a JSON body refuses. */
  void addBodies(String operation, Client client, String path) {
    addBodies(operation, client, path, TOO_LONG);
  }

  /** What every route with a JSON body refuses; {@code tooLong} is longer than this one takes. */
  void addBodies(String operation, Client client, String path, String tooLong) {
    add(operation, "400 json-invalid", () -> client.postJson(path, "{"));
    add(operation, "400 field-invalid", () -> client.postJson(path, "[]"));
    add(operation, "413 body-too-large", () -> client.postJson(path, tooLong));
    add(operation, "415 wrong-content-type", () -> client.postBody(path, "text/plain", "{}".getBytes()));
  }

  /** What every route with a multipart body refuses; {@code tooLong} has a text that is too long. */
  void addForms(String operation, Client client, String path, Client.Parts tooLong) {
    add(operation, "400 multipart-invalid", () ->
        client.postBody(path, Client.Parts.CONTENT_TYPE, "no parts".getBytes(StandardCharsets.UTF_8)));
    add(operation, "400 part-missing", () -> client.postParts(path, new Client.Parts().field("other", "1")));
    add(operation, "413 body-too-large", () -> client.postParts(path, tooLong));
    add(operation, "415 wrong-content-type", () -> client.postJson(path, "{}"));
  }

  private void forTheServer() {
    add("GET /livez", "200", () -> server.anybody().get("/livez"));
    add("GET /readyz", "200", () -> server.anybody().get("/readyz"));
    add("GET /api/v1/openapi.yaml", "200", () -> server.anybody().get("/api/v1/openapi.yaml"));
    add("GET /livez", "405 method-not-allowed", () -> server.anybody().post("/livez"));
    String malformed = "GET /api/v1/handshake HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nContent-Length: x\r\n\r\n";
    calls.add(new Call("GET /api/v1/handshake", "400 http-400", () -> Answer.raw(server, malformed)));
  }

  private void ofAccounts() {
    String pair = "POST /api/v1/pair";
    add(pair, "200", () -> server.anybody().postJson("/api/v1/pair", pairing(code())));
    add(pair, "403 link-invalid", () -> server.anybody().postJson("/api/v1/pair", pairing("no-such-code")));
    addBodies(pair, server.anybody(), "/api/v1/pair");
    add("GET /api/v1/handshake", "200", () -> seller.get("/api/v1/handshake"));
    add("GET /api/v1/devices", "200", () -> seller.get("/api/v1/devices"));
    String revoke = "POST /api/v1/devices/{id}/revoke";
    add(revoke, "204", () -> {
      Client other = server.newSeller("Revoked " + next());
      int id = other.get("/api/v1/devices").json().get(0).get("id").asInt();
      return other.post("/api/v1/devices/" + id + "/revoke");
    });
    add(revoke, "404 not-found", () -> seller.post("/api/v1/devices/" + NONE + "/revoke"));
  }

  private String code() {
    Caller admin = new Caller(1, "Admin", 1, "", "", Set.of(), null, null, null);
    return server.server().features().pairing().createCode(admin);
  }

  private static String pairing(String code) {
    return "{\"code\":\"" + code + "\",\"device\":\"Edge\"}";
  }
}
