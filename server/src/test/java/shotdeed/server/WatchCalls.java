package shotdeed.server;

import java.nio.charset.StandardCharsets;

/** Calls of the routes for the watch list and for what browsers looked at. */
final class WatchCalls {
  private static final String LIST = "/api/v1/watch-list";
  private static final String COVERAGE = "/api/v1/coverage";
  private static final String VISIT =
      "{\"clientKey\":\"v-1\",\"visitedAt\":\"2026-11-21T07:00:00.000Z\",\"day\":\"2026-11-21\",\"pictures\":3,"
          + "\"failed\":1,\"copies\":0}";
  private static final String DAY =
      "{\"day\":\"2026-11-21\",\"markets\":[{\"market\":\"taobao\",\"listings\":1,\"shops\":1,\"pictures\":3,"
          + "\"failed\":[{\"reason\":\"unreachable\",\"pictures\":1}],"
          + "\"changed\":[{\"site\":\"taobao\",\"part\":\"shop\",\"listings\":1}]}]}";

  private final ApiCalls calls;
  private final Client seller;
  private final Client reviewer;

  WatchCalls(ApiCalls calls) {
    this.calls = calls;
    seller = calls.seller();
    reviewer = calls.reviewer();
  }

  void add() {
    calls.add("GET " + LIST, "200", () -> {
      entry();
      return seller.get(LIST);
    });
    calls.add("GET " + LIST, "304", () -> {
      Client quiet = calls.server().newSeller("Quiet " + calls.next());
      return quiet.get(LIST, "If-None-Match", quiet.get(LIST).header("ETag"));
    });
    String add = "POST " + LIST;
    calls.add(add, "200", () -> seller.postJson(LIST, request("listing", "https://shop.example/coat")));
    calls.add(add, "400 field-invalid", () -> seller.postJson(LIST, request("street", "https://shop.example/coat")));
    calls.add(add, "403 not-allowed", () -> reviewer.postJson(LIST, request("listing", "https://shop.example/coat")));
    calls.add(add, "422 watch-address", () -> seller.postJson(LIST, request("listing", "javascript:alert(1)")));
    calls.addBodies(add, seller, LIST);
    String remove = "DELETE " + LIST + "/{id}";
    calls.add(remove, "204", () -> seller.method("DELETE", LIST + "/" + entry()));
    calls.add(remove, "403 not-allowed", () -> reviewer.method("DELETE", LIST + "/1"));
    calls.add(remove, "404 not-found", () -> seller.method("DELETE", LIST + "/" + ApiCalls.NONE));
    String visit = "POST " + LIST + "/{id}/visits";
    calls.add(visit, "200", () -> seller.postJson(LIST + "/" + entry() + "/visits", VISIT));
    calls.add(visit, "403 not-allowed", () -> reviewer.postJson(LIST + "/1/visits", VISIT));
    calls.add(visit, "404 not-found", () -> seller.postJson(LIST + "/" + ApiCalls.NONE + "/visits", VISIT));
    calls.addBodies(visit, seller, LIST + "/1/visits");
    coverage();
  }

  private void coverage() {
    String tell = "PUT " + COVERAGE;
    calls.add(tell, "204", () -> put(seller, "application/json", DAY));
    calls.add(tell, "400 field-invalid", () -> put(seller, "application/json", DAY.replace("taobao", "mars")));
    calls.add(tell, "400 json-invalid", () -> put(seller, "application/json", "{"));
    calls.add(tell, "403 not-allowed", () -> put(reviewer, "application/json", DAY));
    calls.add(tell, "413 body-too-large", () -> put(seller, "application/json", ApiCalls.TOO_LONG));
    calls.add(tell, "415 wrong-content-type", () -> put(seller, "text/plain", DAY));
  }

  private static Client.Reply put(Client client, String type, String body) {
    return client.send("PUT", COVERAGE, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private int entry() {
    String page = "https://shop.example/coat-" + calls.next();
    return Checks.ok(seller.postJson(LIST, request("listing", page))).json().get("id").asInt();
  }

  private static String request(String kind, String page) {
    return "{\"kind\":\"" + kind + "\",\"listing\":{\"market\":\"other\",\"site\":\"shop.example\",\"pageUrl\":\"" + page
        + "\",\"listingId\":\"x\",\"title\":\"Coat\",\"shopId\":\"\",\"shopName\":\"\"},\"note\":\"\"}";
  }
}
