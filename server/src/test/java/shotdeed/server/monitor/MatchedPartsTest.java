package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Fingerprint;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Pdq;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.picture.Cropped;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.Turned;
import shotdeed.server.platform.FileStore;

/** Which parts match, from the finding to the evidence. The certificate has the fingerprint of a part of it only. */
class MatchedPartsTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final Region MIDDLE = new Region(2_000, 1_000, 7_000, 8_000);
  private static final String MIDDLE_JSON = "{\"left\":2000,\"top\":1000,\"right\":7000,\"bottom\":8000}";

  private static TestServer server;
  private static Client client;
  private static int coat;
  private static BufferedImage original;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
    original = new PictureDecoder().decode(COAT).image();
    Pdq.Result middle = new Pdq().hash(luma(Cropped.to(MIDDLE, original)));
    Fingerprint print = new Fingerprint(middle.hash(Dihedral.ROTATE0), middle.quality(), MIDDLE, 40);
    server.server().features().database().write(handle -> {
      handle.execute("delete from fingerprint");
      return handle.execute(
          "insert into fingerprint values (?, 0, ?, 2000, 1000, 7000, 8000, ?, 40, ?)",
          coat,
          Kernel.VERSION,
          print.quality(),
          print.hash().toBytes());
    });
    server.restart();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static LumaImage luma(BufferedImage image) {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return LumaImage.fromRgb(image.getWidth(), image.getHeight(), pixels);
  }

  /** The middle of the photograph, turned. */
  private static byte[] stolen(Dihedral form) {
    return Photos.png(Turned.to(form, Cropped.to(MIDDLE, original)));
  }

  @Test
  void a_sighting_keeps_the_part_of_the_photograph_that_was_taken_and_shows_it_to_programs() {
    Client.Reply reply = Checks.ok(Reports.send(client, Reports.report("part", "1", "7"), stolen(Dihedral.ROTATE0)));
    JsonNode match = reply.json().get("match");
    assertThat(match.get("original").toString()).isEqualTo(MIDDLE_JSON);
    int id = reply.json().get("sighting").asInt();
    assertThat(client.get("/api/v1/sightings/" + id).json().get("match")).isEqualTo(match);
  }

  @ParameterizedTest
  @EnumSource(Dihedral.class)
  void the_second_opinion_compares_the_part_that_matches_however_it_is_turned(Dihedral form) {
    int id = Reports.sighting(client, "turned-" + form.ordinal(), "t" + form.ordinal(), "7", stolen(form));
    for (JsonNode figure : client.get("/api/v1/sightings/" + id).json().get("secondOpinion")) {
      assertThat(figure.get("distance").asDouble()).as(form.name()).isLessThan(0.1);
    }
  }

  /** The same pictures compared whole differ in about as many bits as unrelated ones. */
  @Test
  void a_part_on_a_foreign_scene_is_cut_out_before_it_is_compared(@TempDir Path folder) throws Exception {
    BufferedImage scene = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    BufferedImage dress = new PictureDecoder().decode(Photos.photo("dress")).image();
    BufferedImage middle = Turned.to(Dihedral.FLIPY, Cropped.to(MIDDLE, original));
    Graphics2D graphics = scene.createGraphics();
    graphics.drawImage(dress, 0, 0, 900, 600, null);
    graphics.drawImage(middle, 90, 60, null);
    graphics.dispose();
    Region there =
        new Region(1_000, 1_000, 1_000 + middle.getWidth() * 10_000 / 900, 1_000 + middle.getHeight() * 10_000 / 600);
    FileStore files = new FileStore(folder.resolve("files"), folder.resolve("tmp"));
    AskSecondOpinion ask = new AskSecondOpinion(files, new PictureDecoder());
    String stored = files.put(COAT);
    assertThat(ask.compare(ask.look(scene, there, Dihedral.FLIPY), stored, MIDDLE).figures())
        .allMatch(figure -> figure.distance() < 0.12);
    assertThat(ask.compare(ask.look(scene, Region.WHOLE, Dihedral.FLIPY), stored, Region.WHOLE).figures())
        .allMatch(figure -> figure.distance() > 0.3);
  }

  @Test
  void the_evidence_names_both_parts_and_what_the_second_opinion_compared() {
    int id = Reports.sighting(client, "evidence", "2", "7", stolen(Dihedral.FLIPY));
    int same = Reports.sighting(client, "evidence-2", "3", "7", COAT);
    Client.Reply complaint = Checks.ok(Reports.complain(client, Reports.complaint("c", id + "," + same)));
    Client.Reply zip = client.get("/api/v1/complaints/" + complaint.json().get("id") + "/evidence.zip");
    String manifest = new String(Checks.ok(zip).bytes(), StandardCharsets.UTF_8); // parts of the zip are not compressed
    assertThat(manifest)
        .containsPattern("\"shareOfTheOriginalPercent\" : 3[45]\\.\\d+,\\s*\"agreementOfTheComparedDetailsPercent\" : \\d")
        .containsPattern(
            "\"matchedPartOfTheOriginal\" : \\{\\s*\"value\" : \\{\\s*\"leftPercent\" : 20.0,\\s*\"topPercent\" : 10.0,"
                + "\\s*\"rightPercent\" : 70.0,\\s*\"bottomPercent\" : 80.0\\s*},\\s*\"source\" : \"verified by the server\"")
        .contains("\"matchedPartOfThePicture\"")
        .contains(
            "the upright rectangle around the outlined part of the picture, with the original laid over it by the same"
                + " geometry, white where it does not reach")
        .contains("\"the whole pictures\"");
  }

  @Test
  void sightings_from_before_parts_were_kept_are_of_whole_pictures() {
    int id = Reports.sighting(client, "old", "4", "7", COAT);
    assertThat(client.get("/api/v1/sightings/" + id).json().get("match").get("original").toString())
        .isEqualTo("{\"left\":0,\"top\":0,\"right\":10000,\"bottom\":10000}");
  }
}
