package shotdeed.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Calls of the routes for sightings, forecasts and complaints. */
final class CaseCalls {
  private static final String SIGHTINGS = "/api/v1/sightings";
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final byte[] AVIF =
      HexFormat.of().parseHex("0000001c667479706176696600000000617669666d6966316d696166");

  private final ApiCalls calls;
  private final TestServer server;
  private final Client seller;
  private final Client reviewer;

  CaseCalls(ApiCalls calls) {
    this.calls = calls;
    server = calls.server();
    seller = calls.seller();
    reviewer = calls.reviewer();
  }

  void add() {
    reports();
    unreadable("422 picture-not-a-picture", "no picture".getBytes());
    unreadable("422 picture-truncated", Arrays.copyOf(ApiCalls.COPY, ApiCalls.COPY.length / 2));
    unreadable("422 picture-too-many-pixels", enormous());
    unreadable("422 picture-format-not-decoded", AVIF);
    unreadable("413 picture-too-large", new byte[(32 << 20) + 1]);
    sightings();
    pictures();
    judged("POST");
    judged("DELETE");
    forecasts();
    risks();
    complaints();
    refusedComplaints();
    lookedAt();
    new FormCalls(calls).add();
    submitted();
    handedOver();
  }

  private void reports() {
    String report = "POST " + SIGHTINGS;
    calls.add(report, "200", () -> Reports.send(seller, report("taobao"), ApiCalls.COPY));
    calls.add(report, "200", () -> Reports.send(seller, report("tmall"), Photos.photo("shirt")));
    calls.add(report, "400 field-invalid", () -> Reports.send(seller, report("mars"), ApiCalls.COPY));
    calls.add(report, "400 json-invalid", () -> Reports.send(seller, "{", ApiCalls.COPY));
    calls.add(report, "403 not-allowed", () -> Reports.send(reviewer, report("taobao"), ApiCalls.COPY));
    calls.addForms(report, seller, SIGHTINGS, new Client.Parts().field("report", ApiCalls.TOO_LONG));
  }

  private void unreadable(String expected, byte[] picture) {
    calls.add("POST " + SIGHTINGS, expected, () -> Reports.send(seller, report("taobao"), picture));
  }

  private void sightings() {
    calls.add("GET " + SIGHTINGS, "200", () -> {
      sighting("7");
      return seller.get(SIGHTINGS + "?state=new");
    });
    calls.add("GET " + SIGHTINGS, "400 field-invalid", () -> seller.get(SIGHTINGS + "?state=lost"));
    String one = "GET " + SIGHTINGS + "/{id}";
    calls.add(one, "200", () -> seller.get(SIGHTINGS + "/" + sighting("7")));
    calls.add(one, "200", () -> {
      // The same file as the certificate's: no form, no distance.
      int id = Reports.sighting(seller, "k-" + calls.next(), "l-" + calls.next(), "7", ApiCalls.COAT);
      return seller.get(SIGHTINGS + "/" + id);
    });
    calls.add(one, "200", () -> {
      int id = sighting("7");
      sql("delete from second_opinion where sighting_id = " + id);
      return seller.get(SIGHTINGS + "/" + id);
    });
    calls.add(one, "404 not-found", () -> seller.get(SIGHTINGS + "/" + ApiCalls.NONE));
  }

  private void pictures() {
    String picture = "GET " + SIGHTINGS + "/{id}/picture";
    calls.add(picture, "200", () -> seller.get(SIGHTINGS + "/" + sighting("7") + "/picture"));
    calls.add(picture, "200", () -> {
      Client.Parts parts = new Client.Parts()
          .field("report", report("other"))
          .file("picture", "a.avif", AVIF)
          .file("raster", "a.png", Photos.asPng(ApiCalls.COPY));
      int id = Checks.ok(seller.postParts(SIGHTINGS, parts)).json().get("sighting").asInt();
      return seller.get(SIGHTINGS + "/" + id + "/picture");
    });
    calls.add(picture, "200", () -> seller.get(SIGHTINGS + "/" + sighting("7") + "/picture?size=thumb"));
    calls.add(picture, "400 field-invalid", () -> seller.get(SIGHTINGS + "/1/picture?size=huge"));
    calls.add(picture, "404 not-found", () -> seller.get(SIGHTINGS + "/" + ApiCalls.NONE + "/picture"));
  }

  private void judged(String method) {
    String judge = method + " " + SIGHTINGS + "/{id}/not-a-copy";
    // A picture that no other call reports: it is no copy from then on.
    byte[] picture = Photos.recompressed(ApiCalls.COAT, 0.7, 0.5f);
    calls.add(judge, "200", () -> {
      byte[] reported = method.equals("POST") ? picture : ApiCalls.COPY;
      int id = Reports.sighting(seller, "k-" + calls.next(), "l-" + calls.next(), "7", reported);
      return judge(seller, method, id);
    });
    calls.add(judge, "403 not-allowed", () -> judge(reviewer, method, 1));
    calls.add(judge, "404 not-found", () -> judge(seller, method, ApiCalls.NONE));
    calls.add(judge, "409 wrong-state", () -> {
      int id = sighting("7");
      Checks.ok(complain("" + id));
      return judge(seller, method, id);
    });
  }

  private static Client.Reply judge(Client client, String method, int sighting) {
    return client.method(method, SIGHTINGS + "/" + sighting + "/not-a-copy");
  }

  private void forecasts() {
    String forecast = "GET " + SIGHTINGS + "/{id}/forecast";
    for (String market : new String[] {"taobao", "tmall", "other"}) {
      calls.add(forecast, "200", () -> {
        int id = Checks.ok(Reports.send(seller, report(market), ApiCalls.COPY)).json().get("sighting").asInt();
        return seller.get(SIGHTINGS + "/" + id + "/forecast");
      });
    }
    calls.add(forecast, "404 not-found", () -> seller.get(SIGHTINGS + "/" + ApiCalls.NONE + "/forecast"));
  }

  private void risks() {
    String risk = "GET " + SIGHTINGS + "/{id}/risk";
    calls.add(risk, "200", () -> seller.get(SIGHTINGS + "/" + sighting("7") + "/risk?language=zh-TW"));
    calls.add(risk, "200", () -> {
      String report = report("other").replace("item.taobao.com", "www.amazon.com");
      int id = Checks.ok(Reports.send(seller, report, ApiCalls.COPY)).json().get("sighting").asInt();
      return seller.get(SIGHTINGS + "/" + id + "/risk");
    });
    calls.add(risk, "400 field-invalid", () -> seller.get(SIGHTINGS + "/" + sighting("7") + "/risk?language=tlh"));
    calls.add(risk, "403 not-allowed", () -> reviewer.get(SIGHTINGS + "/1/risk"));
    calls.add(risk, "404 not-found", () -> seller.get(SIGHTINGS + "/" + ApiCalls.NONE + "/risk"));
  }

  private void complaints() {
    String prepare = "POST " + COMPLAINTS;
    calls.add(prepare, "200", () -> complain("" + sighting("7")));
    calls.add(prepare, "200", () ->
        seller.postParts(
            COMPLAINTS,
            new Client.Parts()
                .field("complaint", Reports.complaint("k-" + calls.next(), "" + sighting("7")))
                .file("screenshot", "s.jpg", Photos.photo("shirt"))));
    calls.add(prepare, "403 seller-suspended", () -> {
      int id = sighting("7");
      return suspended(() -> complain("" + id));
    });
    calls.add(prepare, "403 not-allowed", () -> Reports.complain(reviewer, Reports.complaint("k", "1")));
    calls.add(prepare, "404 not-found", () -> complain("" + ApiCalls.NONE));
    calls.add(prepare, "409 already-complained", () -> {
      int id = sighting("7");
      Checks.ok(complain("" + id));
      return complain("" + id);
    });
    calls.add(prepare, "409 client-key-reused", () -> {
      String key = "k-" + calls.next();
      Checks.ok(Reports.complain(seller, Reports.complaint(key, "" + sighting("7"))));
      return Reports.complain(seller, Reports.complaint(key, "" + sighting("7")));
    });
    calls.add(prepare, "200", () -> {
      int id = sighting("7");
      sql("update sighting set state = 'licensed' where id = " + id);
      return Reports.complain(
          seller, Reports.because("k-" + calls.next(), "" + id, "licensed", "It was for another photograph."));
    });
    calls.add(prepare, "409 not-a-copy", () -> {
      int id = sighting("7");
      sql("update sighting set verdict = 'none' where id = " + id);
      return complain("" + id);
    });
    calls.add(prepare, "409 own-shop", () -> {
      int id = sighting("7");
      sql("update sighting set state = 'own' where id = " + id);
      return complain("" + id);
    });
    calls.add(prepare, "409 reason-needed", () -> {
      int id = sighting("7");
      sql("update sighting set state = 'licensed' where id = " + id);
      return complain("" + id);
    });
    calls.add(prepare, "409 reason-not-asked", () ->
        Reports.complain(
            seller, Reports.because("k-" + calls.next(), "" + sighting("7"), "licensed", "It ended last year.")));
    calls.add(prepare, "409 certificate-contested", () -> complainOfCertificateIn("contested"));
    calls.add(prepare, "409 certificate-revoked", () -> complainOfCertificateIn("revoked"));
    calls.add(prepare, "409 certificate-voided", () -> complainOfCertificateIn("voided"));
    calls.add(prepare, "422 screenshot-invalid", () ->
        seller.postParts(
            COMPLAINTS,
            new Client.Parts()
                .field("complaint", Reports.complaint("k-" + calls.next(), "" + sighting("7")))
                .file("screenshot", "s.svg", "<svg/>".getBytes())));
    calls.addForms(prepare, seller, COMPLAINTS, new Client.Parts().field("complaint", ApiCalls.TOO_LONG));
  }

  private Client.Reply complainOfCertificateIn(String state) {
    int id = sighting("7");
    sql("update certificate set state = '" + state + "', contested_from = 'monitored' where state = 'monitored'");
    Client.Reply reply = complain("" + id);
    sql("update certificate set state = 'monitored', contested_from = null where state = '" + state + "'");
    return reply;
  }

  private void refusedComplaints() {
    String prepare = "POST " + COMPLAINTS;
    calls.add(prepare, "400 field-invalid", () -> complain(""));
    calls.add(prepare, "400 json-invalid", () -> Reports.complain(seller, "{"));
    calls.add(prepare, "400 ownership-not-stated", () ->
        Reports.complain(seller, Reports.complaint("k", "1").replace("true", "false")));
    calls.add(prepare, "400 several-shops", () -> complain(sighting("7") + "," + sighting("8")));
  }

  private void lookedAt() {
    calls.add("GET " + COMPLAINTS, "200", () -> {
      prepared();
      return seller.get(COMPLAINTS);
    });
    calls.add("GET " + COMPLAINTS, "400 field-invalid", () -> seller.get(COMPLAINTS + "?page=-1"));
    for (String more : new String[] {"", "/evidence.zip"}) {
      String operation = "GET " + COMPLAINTS + "/{id}" + more;
      calls.add(operation, "200", () -> seller.get(COMPLAINTS + "/" + prepared() + more));
      calls.add(operation, "404 not-found", () -> seller.get(COMPLAINTS + "/" + ApiCalls.NONE + more));
    }
    calls.add("GET " + COMPLAINTS + "/{id}/evidence.zip", "400 field-invalid", () ->
        seller.get(COMPLAINTS + "/" + prepared() + "/evidence.zip?language=xx"));
  }

  private void handedOver() {
    String handOver = "POST " + COMPLAINTS + "/{id}/hand-over";
    calls.add(handOver, "204", () -> seller.post(COMPLAINTS + "/" + prepared() + "/hand-over"));
    calls.add(handOver, "403 not-allowed", () -> reviewer.post(COMPLAINTS + "/1/hand-over"));
    calls.add(handOver, "403 seller-suspended", () -> {
      int id = prepared();
      return suspended(() -> seller.post(COMPLAINTS + "/" + id + "/hand-over"));
    });
    calls.add(handOver, "404 not-found", () -> seller.post(COMPLAINTS + "/" + ApiCalls.NONE + "/hand-over"));
    calls.add(handOver, "409 wrong-state", () -> {
      int id = prepared();
      Checks.ok(submit(seller, id, number()));
      return seller.post(COMPLAINTS + "/" + id + "/hand-over");
    });
  }

  private void submitted() {
    String submitted = "POST " + COMPLAINTS + "/{id}/submitted";
    calls.add(submitted, "200", () -> submit(seller, prepared(), number()));
    calls.add(submitted, "200", () ->
        seller.postJson(COMPLAINTS + "/" + prepared() + "/submitted",
            "{\"confirmation\":\"Thank you\",\"part\":1,\"language\":\"en\",\"sent\":"
                + "[{\"id\":\"links\",\"value\":\"https://x\"}]}"));
    calls.add(submitted, "403 not-allowed", () -> submit(reviewer, 1, "TB-1"));
    calls.add(submitted, "403 seller-suspended", () -> {
      int id = prepared();
      return suspended(() -> submit(seller, id, "TB-1"));
    });
    calls.add(submitted, "404 not-found", () -> submit(seller, ApiCalls.NONE, "TB-1"));
    calls.add(submitted, "409 case-number-differs", () -> {
      int id = prepared();
      Checks.ok(submit(seller, id, number()));
      return submit(seller, id, number());
    });
    calls.add(submitted, "409 case-number-elsewhere", () -> {
      String number = number();
      Checks.ok(submit(seller, prepared(), number));
      return submit(seller, prepared(), number);
    });
    calls.add(submitted, "409 wrong-state", () -> {
      int id = prepared();
      sql("update complaint set state = 'withdrawn' where id = " + id);
      return submit(seller, id, number());
    });
    calls.add(submitted, "422 step-day", () ->
        seller.postJson(
            COMPLAINTS + "/" + prepared() + "/submitted",
            "{\"caseNumber\":\"" + number() + "\",\"submittedOn\":\"2030-01-01\"}"));
    calls.addBodies(submitted, seller, COMPLAINTS + "/1/submitted");
  }

  /** What the seller gets while it is suspended. */
  private Client.Reply suspended(Supplier<Client.Reply> call) {
    sql("insert into seller_standing (seller_id, suspended_at, suspended_reason)"
        + " select id, '2026-11-21T08:00:00.000Z', 'why' from seller where name = 'Willow'");
    Client.Reply reply = call.get();
    sql("delete from seller_standing where seller_id in (select id from seller where name = 'Willow')");
    return reply;
  }

  private String number() {
    return "TB-" + calls.next();
  }

  private static Client.Reply submit(Client client, int complaint, String number) {
    return client.postJson(COMPLAINTS + "/" + complaint + "/submitted", "{\"caseNumber\":\"" + number + "\"}");
  }

  private void sql(String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }

  private int prepared() {
    return Checks.ok(complain("" + sighting("7"))).json().get("id").asInt();
  }

  private Client.Reply complain(String sightings) {
    return Reports.complain(seller, Reports.complaint("k-" + calls.next(), sightings));
  }

  private int sighting(String shop) {
    return Reports.sighting(seller, "k-" + calls.next(), "l-" + calls.next(), shop, ApiCalls.COPY);
  }

  private String report(String market) {
    return Reports.report(
        "k-" + calls.next(), "2026-11-21T07:59:30.000Z", market, "l-" + calls.next(), "7", "Wool coat");
  }

  /** A PNG that states 30,000 × 30,000 pixels and holds none. */
  private static byte[] enormous() {
    byte[] header = HexFormat.of().parseHex("49484452" + "00007530" + "00007530" + "0802000000");
    CRC32 crc = new CRC32();
    crc.update(header);
    return ByteBuffer.allocate(8 + 4 + header.length + 4)
        .put(HexFormat.of().parseHex("89504e470d0a1a0a" + "0000000d"))
        .put(header)
        .putInt((int) crc.getValue())
        .array();
  }
}
