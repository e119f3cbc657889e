package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.wire.SnapshotCodec;

/** An original that leaked proves nothing any more, whoever shows it. */
class VoidCertificateTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  private static final String REASON = "{\"reason\":\"The studio sent it out unmarked\"}";

  private TestServer server;
  private Client willow;

  @BeforeEach
  void start() {
    server = TestServer.start();
    willow = server.newSeller("Willow");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply ended(Client client, int id) {
    return Checks.ok(client.postJson("/api/v1/certificates/" + id + "/void", REASON));
  }

  private static Client.Reply upload(Client client, String unpublished, byte[] photo) {
    return Checks.ok(client.postParts(
        "/api/v1/certificates",
        new Client.Parts()
            .field("unpublished", unpublished)
            .field("firstPublished", "my shop")
            .field("publishedOn", "2026-10-01")
            .file("file", "photo.jpg", photo)));
  }

  private static String code(Client.Reply upload) {
    return upload.json().at("/results/0/code").asText();
  }

  private static int number(Client.Reply upload) {
    return upload.json().at("/results/0/certificate").asInt();
  }

  private Client.Reply approve(int id) {
    return server.admin().postJson("/api/v1/certificates/" + id + "/second-review", "{\"decision\":\"approve\"}");
  }

  private static int snapshot(Client client) {
    return SnapshotCodec.decode(Checks.ok(client.get("/api/v1/snapshot?kernel=" + Kernel.VERSION)).bytes())
        .certificates()
        .size();
  }

  @Test
  void nothing_is_matched_against_it_any_more_not_even_after_a_restart() {
    int id = server.monitored(willow, COAT);
    assertThat(snapshot(willow)).isEqualTo(1);
    assertThat(ended(willow, id).json().get("state").asText()).isEqualTo("voided");
    assertThat(snapshot(willow)).isZero();
    server.pass(Duration.ofDays(1));
    server.restart();
    assertThat(snapshot(willow)).isZero();
  }

  @Test
  void no_complaint_can_be_prepared_with_it_and_one_that_was_stays() {
    int id = server.monitored(willow, COAT);
    int first = Reports.sighting(willow, "k-1", "1", "7", COPY);
    int second = Reports.sighting(willow, "k-2", "2", "8", COPY);
    int complaint = Checks.ok(Reports.complain(willow, Reports.complaint("c-1", "" + first))).json().get("id").asInt();
    String before = willow.get("/api/v1/complaints/" + complaint).text();
    ended(willow, id);
    Checks.problem(
        Reports.complain(willow, Reports.complaint("c-2", "" + second)),
        409,
        "certificate-voided",
        "Certificate " + id + " was voided",
        "Its original leaked, so it proves nothing any more. No complaint was prepared; the copy you found is kept.",
        ",\"certificate\":" + id);
    assertThat(willow.get("/api/v1/complaints/" + complaint).text()).isEqualTo(before);
  }

  @Test
  void it_cannot_be_taken_back_and_takes_no_further_step() {
    int id = server.monitored(willow, COAT);
    ended(willow, id);
    for (String step : new String[] {"monitor", "pause", "resume", "retire"}) {
      Client.Reply refused = willow.post("/api/v1/certificates/" + id + "/" + step);
      assertThat(refused.status() + " " + refused.json().get("state").asText()).as(step).isEqualTo("409 voided");
    }
    assertThat(willow.postJson("/api/v1/certificates/" + id + "/void", REASON).status()).isEqualTo(409);
  }

  @Test
  void a_declaration_is_needed_and_bounded() {
    int id = server.monitored(willow, COAT);
    for (String reason : new String[] {"{}", "{\"reason\":\" \"}", "{\"reason\":\"" + "x".repeat(1001) + "\"}"}) {
      Client.Reply refused = willow.postJson("/api/v1/certificates/" + id + "/void", reason);
      assertThat(refused.status() + " " + refused.json().at("/field").asText()).isEqualTo("400 reason");
    }
    assertThat(snapshot(willow)).isEqualTo(1);
  }

  @Test
  void its_owner_cannot_certify_the_photograph_as_unpublished_again_but_register_it_as_published() {
    int id = server.certified(willow, COAT);
    ended(willow, id);
    assertThat(code(upload(willow, "true", COAT))).isEqualTo("picture-voided");
    assertThat(code(upload(willow, "true", Photos.recompressed(COAT, 1, 0.6f)))).isEqualTo("picture-voided");
    Client.Reply registered = upload(willow, "false", COAT);
    assertThat(registered.json().at("/results/0/state").asText()).isEqualTo("first-passed");
    Checks.ok(approve(number(registered)));
    // Of the two, the one that stands is named.
    assertThat(code(upload(willow, "true", COAT))).isEqualTo("picture-already-certified");
  }

  @Test
  void a_retired_one_whose_original_leaked_is_voided_too_and_known_again_when_it_comes_back() {
    int id = server.monitored(willow, COAT);
    int copy = Reports.sighting(willow, "k-1", "1", "7", COPY);
    Checks.ok(willow.post("/api/v1/certificates/" + id + "/retire"));
    assertThat(ended(willow, id).json().get("state").asText()).isEqualTo("voided");
    assertThat(snapshot(willow)).isZero();
    assertThat(Reports.complain(willow, Reports.complaint("c-1", "" + copy)).json().get("code").asText())
        .isEqualTo("certificate-voided");
    byte[] compressed = Photos.recompressed(COAT, 1, 0.6f);
    assertThat(code(upload(willow, "true", COAT))).isEqualTo("picture-voided");
    assertThat(code(upload(willow, "true", compressed))).isEqualTo("picture-voided");
    server.restart();
    assertThat(code(upload(willow, "true", compressed))).isEqualTo("picture-voided");
  }

  @Test
  void nobody_else_can_have_the_file_certified_as_unpublished_either() {
    Client birch = server.newSeller("Birch");
    ended(willow, server.certified(willow, COAT));
    Client.Reply taken = upload(birch, "true", COAT);
    assertThat(taken.json().at("/results/0/state").asText()).isEqualTo("first-passed"); // nobody is told of the other
    Checks.problem(
        approve(number(taken)),
        409,
        "photograph-leaked",
        "The original of this photograph leaked",
        "It cannot be certified as unpublished. Nothing was changed. Reject it as published before; its owner may"
            + " register it with proof.",
        "");
    Checks.ok(approve(number(upload(server.newSeller("Maple"), "false", COAT))));
  }

  @Test
  void an_altered_copy_is_recognised_where_uploads_are_compared_with_all_others_and_no_dispute_opens() {
    server.comparing();
    Client birch = server.newSeller("Birch");
    ended(willow, server.certified(willow, COAT));
    int altered = number(upload(birch, "true", Photos.mirrored(COAT)));
    server.settle();
    assertThat(approve(altered).json().get("code").asText()).isEqualTo("photograph-leaked");
    assertThat(birch.get("/api/v1/certificates/" + altered).json().at("/certificate/state").asText())
        .isEqualTo("first-passed");
  }

  @Test
  void the_machine_leaves_it_to_a_person() {
    ended(willow, server.certified(willow, COAT));
    server.server().features().database().write(handle -> handle.execute(
        "insert into review_setting (zone, working_days, one_in, set_at)"
            + " values ('Asia/Shanghai', 1, 1000000, '2026-11-21T08:00:00.000Z')"));
    int taken = number(upload(server.newSeller("Birch"), "true", COAT));
    server.settle();
    assertThat(server.admin().get("/api/v1/reviews").text()).contains("\"id\":" + taken);
  }
}
