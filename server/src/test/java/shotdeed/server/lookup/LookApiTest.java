package shotdeed.server.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.feature.FeatureKernel;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Json;
import shotdeed.wire.Geometry;
import shotdeed.wire.Look;
import shotdeed.wire.LookCodec;
import shotdeed.wire.LookMatch;
import shotdeed.wire.LookResult;

class LookApiTest {
  private static final byte[] COAT = Photos.photo("coat");

  /** A part of the photograph, as large as the whole. */
  private static final byte[] DETAIL = Photos.part(COAT, 110, 60, 310, 260);

  private static final String NOTHING = "{\"rasterWanted\":false,\"rasterSide\":0,\"matches\":[]}";
  private static final String MORE = "{\"rasterWanted\":true,\"rasterSide\":" + Judge.COPY_SIDE + ",\"matches\":[]}";

  private static TestServer server;
  private static Client client;
  private static int coat;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
    server.monitored(client, Photos.photo("shirt"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String answer(Client client, byte[] look) {
    return Checks.ok(Looks.send(client, look)).text();
  }

  private static Look.Candidate candidate(int certificate) {
    return new Look.Candidate(certificate, 12, Dihedral.ROTATE0, Region.WHOLE, Region.WHOLE);
  }

  @Test
  void a_picture_with_features_of_a_certificate_is_worth_a_raster() {
    assertThat(answer(client, Looks.thorough(DETAIL, 0))).isEqualTo(MORE);
    assertThat(answer(client, Looks.thorough(Photos.mirrored(DETAIL), 0))).isEqualTo(MORE);
  }

  @Test
  void with_its_raster_it_is_a_copy_that_lies_where_it_was_cut_out() throws Exception {
    LookResult result =
        Json.read(Checks.ok(Looks.send(client, Looks.thorough(DETAIL, Judge.COPY_SIDE))).bytes(), LookResult.class);
    assertThat(result.rasterWanted()).isFalse();
    assertThat(result.matches()).hasSize(1);
    LookMatch match = result.matches().get(0);
    assertThat(match.certificate()).isEqualTo(coat);
    assertThat(match.verdict()).isEqualTo("copy");
    assertThat(match.method()).isEqualTo("feature");
    assertThat(match.summary().id()).isEqualTo(coat);
    Geometry geometry = match.geometry();
    assertThat(geometry.agreement()).isGreaterThan(5_000);
    assertThat(geometry.copyShare()).isGreaterThan(7_000);
    assertThat(geometry.originalShare()).isBetween(1_800, 2_800);
    assertThat(geometry.points()).isNotEmpty();
    List<Integer> outline = geometry.originalOutline();
    for (int i = 0; i < outline.size(); i += 2) {
      assertThat(outline.get(i)).isBetween(2_400, 8_100);
      assertThat(outline.get(i + 1)).isBetween(1_200, 6_800);
    }
  }

  @Test
  void a_guess_of_fingerprints_that_geometry_does_not_confirm_is_nothing() {
    byte[] dress = Photos.photo("dress");
    assertThat(answer(client, Looks.ofFingerprints(dress, candidate(coat), Judge.COPY_SIDE))).isEqualTo(NOTHING);
    assertThat(answer(client, Looks.ofFingerprints(COAT, candidate(coat), Judge.COPY_SIDE)))
        .contains("\"verdict\":\"copy\",\"method\":\"fingerprint\"");
  }

  @Test
  void a_picture_of_something_else_is_not() {
    assertThat(answer(client, Looks.thorough(Photos.photo("dress"), 0))).isEqualTo(NOTHING);
    assertThat(answer(client, Looks.thorough(Photos.plain(300, 300), 0))).isEqualTo(NOTHING);
  }

  @Test
  void what_fingerprints_found_is_worth_a_raster_without_features_too() {
    assertThat(answer(client, Looks.ofFingerprints(COAT, candidate(coat), 0))).isEqualTo(MORE);
  }

  @Test
  void certificates_of_other_sellers_are_found_by_nobody() {
    Client other = server.newSeller("Birch");
    assertThat(answer(other, Looks.thorough(DETAIL, 0))).isEqualTo(NOTHING);
    assertThat(answer(other, Looks.ofFingerprints(COAT, candidate(coat), 0))).isEqualTo(NOTHING);
    assertThat(answer(other, Looks.ofFingerprints(COAT, candidate(coat), Judge.COPY_SIDE))).isEqualTo(NOTHING);
    assertThat(answer(other, Looks.ofFingerprints(COAT, candidate(Integer.MAX_VALUE), 0))).isEqualTo(NOTHING);
  }

  @Test
  void a_certificate_is_found_as_soon_as_it_is_monitored_and_as_long() {
    Client own = server.newSeller("Maple");
    byte[] look = Looks.thorough(DETAIL, 0);
    assertThat(answer(own, look)).isEqualTo(NOTHING);
    int id = server.monitored(own, COAT);
    assertThat(answer(own, look)).isEqualTo(MORE);
    Checks.ok(own.post("/api/v1/certificates/" + id + "/pause"));
    assertThat(answer(own, look)).isEqualTo(NOTHING);
    assertThat(answer(own, Looks.ofFingerprints(COAT, candidate(id), 0))).isEqualTo(NOTHING);
    Checks.ok(own.post("/api/v1/certificates/" + id + "/resume"));
    assertThat(answer(own, look)).isEqualTo(MORE);
    Checks.ok(own.post("/api/v1/certificates/" + id + "/retire"));
    assertThat(answer(own, look)).isEqualTo(NOTHING);
  }

  @Test
  void what_is_monitored_is_found_after_a_restart() {
    try (TestServer restarted = TestServer.start()) {
      Client seller = restarted.newSeller("Elm");
      restarted.monitored(seller, COAT);
      restarted.restart();
      assertThat(answer(seller, Looks.thorough(DETAIL, 0))).isEqualTo(MORE);
    }
  }

  @Test
  void what_is_no_look_is_refused_with_a_reason() {
    byte[] look = Looks.thorough(DETAIL, 0);
    look[look.length - 1]++;
    Checks.problem(
        Looks.send(client, look),
        400,
        "field-invalid",
        "A field has the wrong form: body",
        "body must be a look: this look was damaged on its way. Nothing was changed.",
        ",\"field\":\"body\"");
    assertThat(Looks.send(client, new byte[0]).status()).isEqualTo(400);
    assertThat(Looks.send(client, new byte[LookCodec.MAX_BYTES + 1]).status()).isEqualTo(413);
  }

  @Test
  void features_of_another_version_are_refused_saying_who_is_older() {
    byte[] older = Looks.thorough(DETAIL, 0);
    older[9] = (byte) (FeatureKernel.VERSION - 1);
    Checks.problem(
        Looks.send(client, older),
        409,
        "kernel-differs",
        "The browser extension is older than the server",
        "The extension computes features of version " + (FeatureKernel.VERSION - 1) + ", this server of version "
            + FeatureKernel.VERSION + ". Update the extension.",
        ",\"kernel\":" + FeatureKernel.VERSION);
    older[9] = (byte) (FeatureKernel.VERSION + 1);
    assertThat(Looks.send(client, older).text()).contains("Update the server.");
  }

  @Test
  void the_most_candidates_that_fit_are_looked_at() {
    List<Look.Candidate> many = java.util.Collections.nCopies(Look.MAX_CANDIDATES, candidate(coat));
    assertThat(answer(client, Looks.look(many, Looks.none(800, 800), null))).isEqualTo(MORE);
  }
}
