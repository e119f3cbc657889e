package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.wire.Snapshot;
import shotdeed.wire.SnapshotCodec;

class MonitorApiTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] DRESS = Photos.photo("dress");

  private static final String SNAPSHOT = "/api/v1/snapshot?kernel=" + Kernel.VERSION;
  private static final String WHOLE =
      ",\"region\":{\"left\":0,\"top\":0,\"right\":10000,\"bottom\":10000},"
          + "\"original\":{\"left\":0,\"top\":0,\"right\":10000,\"bottom\":10000}";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_snapshot_holds_what_is_monitored_and_nothing_else() {
    Client client = server.newSeller("Snapshot");
    assertThat(snapshot(client).certificates()).isEmpty();
    int coat = server.certified(client, COAT);
    int dress = server.certified(client, DRESS);
    assertThat(snapshot(client).certificates()).isEmpty();
    step(client, dress, "monitor");
    step(client, coat, "monitor");
    assertThat(snapshot(client).kernel()).isEqualTo(Kernel.VERSION);
    assertThat(snapshot(client).certificates()).extracting(Snapshot.Certificate::number).containsExactly(coat, dress);
    step(client, coat, "pause");
    assertThat(snapshot(client).certificates()).extracting(Snapshot.Certificate::number).containsExactly(dress);
    step(client, coat, "resume");
    step(client, dress, "retire");
    assertThat(snapshot(client).certificates()).extracting(Snapshot.Certificate::number).containsExactly(coat);
    assertThat(snapshot(server.newSeller("Snapshot stranger")).certificates()).isEmpty();
  }

  @Test
  void a_snapshot_that_the_browser_has_already_is_not_sent_again() {
    Client client = server.newSeller("Tag");
    int id = server.monitored(client, COAT);
    Client.Reply first = client.get(SNAPSHOT);
    assertThat(first.header("Content-Type")).isEqualTo("application/vnd.shotdeed.snapshot");
    assertThat(first.header("ETag")).matches("\"[0-9a-f]{64}\"");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    Client.Reply second = client.get(SNAPSHOT, "If-None-Match", first.header("ETag"));
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.bytes()).isEmpty();
    step(client, id, "pause");
    Client.Reply third = client.get(SNAPSHOT, "If-None-Match", first.header("ETag"));
    assertThat(third.status()).isEqualTo(200);
    step(client, id, "resume");
    assertThat(client.get(SNAPSHOT).header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void a_step_from_the_wrong_place_is_refused_and_named() {
    Client client = server.newSeller("Steps");
    int id = server.certified(client, COAT);
    Checks.problem(
        client.post("/api/v1/certificates/" + id + "/pause"),
        409,
        "wrong-state",
        "This step is not possible now",
        "It is certified. Nothing was changed.",
        ",\"state\":\"certified\"");
    step(client, id, "retire");
    Checks.problem(
        client.post("/api/v1/certificates/" + id + "/monitor"),
        409,
        "wrong-state",
        "This step is not possible now",
        "It is retired. Nothing was changed.",
        ",\"state\":\"retired\"");
    assertThat(server.certified(client, COAT)).isGreaterThan(id); // the photograph may be certified anew
  }

  @Test
  void fingerprints_are_matched_against_the_callers_monitored_certificates_only() {
    Client client = server.newSeller("Match");
    int coat = server.monitored(client, COAT);
    server.certified(client, DRESS);
    Client stranger = server.newSeller("Match stranger");
    server.monitored(stranger, DRESS);
    Fingerprint print = snapshot(client).certificates().get(0).fingerprints().get(0);
    Fingerprint foreign = snapshot(stranger).certificates().get(0).fingerprints().get(0);
    String request = "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":["
        + picture("hit", print.hash().toString(), 90) + ","
        + picture("certified but not monitored", foreign.hash().toString(), 90) + ","
        + picture("too flat", print.hash().toString(), 19) + ","
        + "{\"id\":\"empty\",\"fingerprints\":[]}]}";
    assertThat(Checks.ok(client.postJson("/api/v1/match", request)).text())
        .isEqualTo(
            "{\"pictures\":[{\"id\":\"hit\",\"matches\":[{\"certificate\":" + coat
                + ",\"verdict\":\"copy\",\"method\":\"fingerprint\",\"distance\":0,\"radius\":"
                + print.radius() + WHOLE + "}]},"
                + "{\"id\":\"certified but not monitored\",\"matches\":[]},{\"id\":\"too flat\",\"matches\":[]},"
                + "{\"id\":\"empty\",\"matches\":[]}]}");
  }

  @Test
  void any_number_of_forms_up_to_512_is_looked_up() {
    Client client = server.newSeller("Forms");
    int id = server.monitored(client, COAT);
    String hash = snapshot(client).certificates().get(0).fingerprints().get(0).hash().toString();
    StringBuilder prints = new StringBuilder();
    for (int i = 0; i < 511; i++) {
      prints.append("{\"hash\":\"").append("00ff".repeat(16)).append("\",\"quality\":100},");
    }
    String request = "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[{\"id\":\"a\",\"fingerprints\":[" + prints
        + "{\"hash\":\"" + hash + "\",\"quality\":100}]}]}";
    assertThat(client.postJson("/api/v1/match", request).text()).contains("\"certificate\":" + id + ",");
  }

  @Test
  void a_match_request_of_the_wrong_shape_names_the_field() {
    Client client = server.newSeller("Shapes");
    invalid(client, "{}", "kernel", "a whole number");
    invalid(client, "{\"kernel\":\"1\",\"pictures\":[]}", "kernel", "a whole number");
    invalid(client, "{\"kernel\":1.5,\"pictures\":[]}", "kernel", "a whole number");
    invalid(client, "{\"kernel\":" + Kernel.VERSION + "}", "pictures", "given");
    invalid(client, "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":7}", "pictures", "a list");
    invalid(client, "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[null]}", "pictures[0]", "given");
    invalid(client, "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[{\"id\":3,\"fingerprints\":[]}]}", "pictures[0].id", "a text");
    invalid(
        client,
        "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[{\"id\":\"a\",\"fingerprints\":[{\"hash\":\"zz\",\"quality\":1}]}]}",
        "pictures[0].fingerprints[0].hash",
        "64 hexadecimal digits");
    invalid(
        client,
        "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[{\"id\":\"a\",\"fingerprints\":[{\"hash\":\"" + "0".repeat(64)
            + "\",\"quality\":101}]}]}",
        "pictures[0].fingerprints[0].quality",
        "a whole number from 0 to 100");
    invalid(
        client,
        "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[" + "{\"id\":\"a\",\"fingerprints\":[]},".repeat(500)
            + "{\"id\":\"a\",\"fingerprints\":[]}]}",
        "pictures",
        "a list of 0 to 500");
    Checks.problem(
        client.postJson("/api/v1/match", "{\"kernel\":" + Kernel.VERSION + ","),
        400,
        "json-invalid",
        "The body is not valid JSON",
        "It cannot be read from line 1, column 13 on. Nothing was changed.",
        "");
    Checks.problem(
        client.postJson("/api/v1/match", "null"),
        400,
        "field-invalid",
        "A field has the wrong form: the body",
        "the body must be an object. Nothing was changed.",
        ",\"field\":\"\"");
  }

  private static void invalid(Client client, String json, String field, String expected) {
    Checks.problem(
        client.postJson("/api/v1/match", json),
        400,
        "field-invalid",
        "A field has the wrong form: " + field,
        field + " must be " + expected + ". Nothing was changed.",
        ",\"field\":\"" + field + "\"");
  }

  @Test
  void who_asks_with_another_kernel_is_told_which_side_to_update() {
    Checks.problem(
        server.newSeller("Kernel").postJson("/api/v1/match", "{\"kernel\":" + (Kernel.VERSION + 1) + ",\"pictures\":[]}"),
        409,
        "kernel-differs",
        "The server is older than the browser extension",
        "The extension computes fingerprints of version " + (Kernel.VERSION + 1) + ", this server of version "
            + Kernel.VERSION + ". Update the server.",
        ",\"kernel\":" + Kernel.VERSION);
    Checks.problem(
        server.newSeller("Kernel").postJson("/api/v1/match", "{\"kernel\":" + (Kernel.VERSION - 1) + ",\"pictures\":[]}"),
        409,
        "kernel-differs",
        "The browser extension is older than the server",
        "The extension computes fingerprints of version " + (Kernel.VERSION - 1) + ", this server of version "
            + Kernel.VERSION + ". Update the extension.",
        ",\"kernel\":" + Kernel.VERSION);
  }

  @Test
  void a_restart_keeps_everything() {
    try (TestServer own = TestServer.start()) {
      Client client = own.newSeller("Restart");
      int monitored = own.monitored(client, COAT);
      int paused = own.monitored(client, DRESS);
      step(client, paused, "pause");
      int sighting = shotdeed.server.Reports.sighting(client, "k-1", "1", "9", Photos.mirrored(COAT));
      Client.Reply before = client.get(SNAPSHOT);
      own.pass(Duration.ofDays(2));
      own.restart();
      assertThat(client.get(SNAPSHOT).header("ETag")).isEqualTo(before.header("ETag"));
      assertThat(client.get("/api/v1/certificates/" + paused).text()).contains("\"state\":\"paused\"");
      assertThat(client.get("/api/v1/sightings/" + sighting).json().get("match").get("certificate").asInt())
          .isEqualTo(monitored);
      String hash = snapshot(client).certificates().get(0).fingerprints().get(0).hash().toString();
      String request = "{\"kernel\":" + Kernel.VERSION + ",\"pictures\":[" + picture("a", hash, 90) + "]}";
      assertThat(client.postJson("/api/v1/match", request).text())
          .contains("\"certificate\":" + monitored + ",");
    }
  }

  private static String picture(String id, String hash, int quality) {
    return "{\"id\":\"" + id + "\",\"fingerprints\":[{\"hash\":\"" + hash + "\",\"quality\":" + quality + "}]}";
  }

  private static Snapshot snapshot(Client client) {
    return SnapshotCodec.decode(Checks.ok(client.get(SNAPSHOT)).bytes());
  }

  private static void step(Client client, int id, String step) {
    Checks.ok(client.post("/api/v1/certificates/" + id + "/" + step));
  }
}
