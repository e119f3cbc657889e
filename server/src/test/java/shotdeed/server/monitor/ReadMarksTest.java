package shotdeed.server.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.mark.MarkedCopy;

/** The mark stands beside a match as evidence and decides nothing. */
class ReadMarksTest {
  private static final byte[] COAT = Photos.photo("coat");

  private static TestServer server;
  private static Client seller;
  private static int certificate;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    seller = server.admin();
    certificate = server.monitored(seller, COAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String read(String listing, byte[] picture) {
    int sighting = Reports.sighting(seller, "k-" + listing, listing, "7", picture);
    var mark = Checks.ok(seller.get("/api/v1/sightings/" + sighting)).json().get("mark");
    return mark.get("number").asText() + (mark.get("confidence").asInt() > 0 ? " clear" : " none");
  }

  @Test
  void a_stolen_copy_to_publish_names_its_certificate_even_small_cropped_and_mirrored() throws Exception {
    byte[] marked = new MarkedCopy().of(COAT, certificate);
    assertThat(read("1", marked)).isEqualTo(certificate + " clear");
    assertThat(read("2", Photos.recompressed(marked, 0.75, 0.7f))).isEqualTo(certificate + " clear");
    assertThat(read("3", Photos.part(marked, 20, 30, 380, 380))).isEqualTo(certificate + " clear");
    assertThat(read("4", Photos.mirrored(marked))).isEqualTo(certificate + " clear");
  }

  @Test
  void a_copy_of_the_unmarked_original_is_found_all_the_same() {
    assertThat(read("5", Photos.recompressed(COAT, 0.75, 0.7f))).isEqualTo(" none");
    assertThat(read("6", COAT)).isEqualTo(" none");
  }

  @Test
  void a_mark_of_another_certificate_is_told_as_it_is() throws Exception {
    assertThat(read("7", new MarkedCopy().of(COAT, 4_000_000))).isEqualTo("4000000 clear");
  }

  @Test
  void evidence_says_what_was_read() throws Exception {
    byte[] marked = new MarkedCopy().of(COAT, certificate);
    int sighting = Reports.sighting(seller, "e-1", "e-1", "7", marked);
    int complaint =
        Checks.ok(Reports.complain(seller, Reports.complaint("c-1", "" + sighting))).json().get("id").asInt();
    String manifest = new String(
        Zips.parts(seller.get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes()).get("manifest.json"), UTF_8);
    assertThat(manifest.replaceAll("\\s", ""))
        .containsPattern("\"invisibleMarkRead\":\\{.*?\"certificate\":\"" + certificate + "\",\"confidencePercent\":\\d+");
  }
}
