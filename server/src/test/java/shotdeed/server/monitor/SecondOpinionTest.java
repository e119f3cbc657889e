package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.confirm.Affine;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.Turned;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;

class SecondOpinionTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);

  private static TestServer server;
  private static Client client;
  private static int next;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    server.monitored(client, COAT);
    server.monitored(client, Photos.photo("dress"));
    server.monitored(client, Photos.photo("shirt"));
    server.monitored(client, Photos.photo("shoe"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode opinion(byte[] picture) {
    next++;
    int id = Reports.sighting(client, "opinion-" + next, "" + next, "7", picture);
    return client.get("/api/v1/sightings/" + id).json().get("secondOpinion");
  }

  @Test
  void the_same_file_differs_in_no_bit() {
    assertThat(opinion(COAT).toString())
        .isEqualTo(
            "[{\"algorithm\":\"JImageHash 1.0.0 PerceptiveHash(64)\",\"bits\":64,\"differing\":0,\"distance\":0.0,"
                + "\"unavailable\":null},"
                + "{\"algorithm\":\"JImageHash 1.0.0 PerceptiveHash(256)\",\"bits\":256,\"differing\":0,"
                + "\"distance\":0.0,\"unavailable\":null}]");
  }

  /** Two unrelated photographs differ in about half of the bits. */
  @ParameterizedTest
  @ValueSource(strings = {"coat", "dress", "shirt", "shoe"})
  void a_resized_copy_differs_in_few_bits_and_so_does_a_mirrored_one_once_it_is_turned_back(String photo) {
    for (byte[] copy :
        new byte[][] {
          Photos.recompressed(Photos.photo(photo), 0.75, 0.6f),
          Photos.recompressed(Photos.photo(photo), 4, 0.8f),
          Photos.mirrored(Photos.photo(photo))
        }) {
      JsonNode opinion = opinion(copy);
      assertThat(opinion).hasSize(2);
      for (JsonNode figure : opinion) {
        assertThat(figure.get("distance").asDouble()).isLessThan(0.12);
        assertThat(figure.get("distance").asDouble())
            .isEqualTo(figure.get("differing").asDouble() / figure.get("bits").asDouble());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dihedral.class)
  void a_copy_turned_in_any_way_has_the_original_laid_over_it_the_same_way(Dihedral form) throws Exception {
    var coat = new PictureDecoder().decode(COAT).image();
    JsonNode opinion = opinion(Photos.png(Turned.to(form, coat)));
    assertThat(opinion.get(0).get("distance").asDouble()).isLessThan(0.1);
    assertThat(opinion.get(1).get("distance").asDouble()).isLessThan(0.1);
  }

  @Test
  void another_photograph_differs_in_about_half_of_the_bits(@TempDir Path folder)
      throws Exception {
    FileStore files = new FileStore(folder.resolve("files"), folder.resolve("tmp"));
    PictureDecoder decoder = new PictureDecoder();
    AskSecondOpinion ask = new AskSecondOpinion(files, decoder);
    String dress = files.put(Photos.photo("dress"));
    SecondOpinion opinion =
        ask.compare(ask.look(decoder.decode(COAT).image(), Region.WHOLE, Dihedral.ROTATE0), dress, Region.WHOLE);
    assertThat(opinion.figures()).hasSize(2).allMatch(f -> f.distance() > 0.35 && f.distance() < 0.65);
  }

  @Test
  void an_original_laid_over_a_mirrored_part_of_it_differs_in_few_bits(@TempDir Path folder) throws Exception {
    FileStore files = new FileStore(folder.resolve("files"), folder.resolve("tmp"));
    PictureDecoder decoder = new PictureDecoder();
    AskSecondOpinion ask = new AskSecondOpinion(files, decoder);
    String coat = files.put(COAT);
    byte[] part = Photos.mirrored(Photos.part(COAT, 40, 60, 340, 360)); // enlarged to 400 pixels
    AskSecondOpinion.Look look = ask.look(decoder.decode(part).image(), Region.WHOLE, Dihedral.ROTATE0);
    Affine map = new Affine(-400 / 300.0, 0, 340 / 300.0, 0, 400 / 300.0, -60 / 300.0);
    assertThat(ask.compareLaid(look, coat, map).figures())
        .hasSize(2)
        .allMatch(figure -> figure.distance() < 0.12);
  }

  /** Upright rectangles around the two parts, compared as they are, differ as unrelated photographs do. */
  @Test
  void a_part_put_askew_on_a_foreign_scene_is_compared_with_the_original_put_askew_as_well(@TempDir Path folder)
      throws Exception {
    BufferedImage scene = new PictureDecoder().decode(Photos.photo("dress")).image();
    Graphics2D graphics = scene.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.translate(200, 200);
    graphics.rotate(Math.toRadians(10));
    graphics.drawImage(new PictureDecoder().decode(COAT).image().getSubimage(60, 40, 280, 300), -120, -130, null);
    graphics.dispose();
    Client seller = server.newSeller("Rowan"); // to whom the scene is foreign
    server.monitored(seller, COAT);
    int id = Reports.sighting(seller, "askew", "1", "7", Photos.png(scene));
    JsonNode sighting = seller.get("/api/v1/sightings/" + id).json();
    assertThat(sighting.at("/match/method").asText()).isEqualTo("feature");
    JsonNode figures = sighting.get("secondOpinion");
    assertThat(figures).hasSize(2);

    FileStore files = new FileStore(folder.resolve("files"), folder.resolve("tmp"));
    AskSecondOpinion ask = new AskSecondOpinion(files, new PictureDecoder());
    AskSecondOpinion.Look look = ask.look(scene, region(sighting.at("/match/region")), Dihedral.ROTATE0);
    SecondOpinion upright = ask.compare(look, files.put(COAT), region(sighting.at("/match/original")));
    for (int i = 0; i < 2; i++) {
      assertThat(figures.get(i).get("distance").asDouble()).as("laid").isLessThan(0.2);
      assertThat(upright.figures().get(i).distance()).as("upright").isGreaterThan(0.35);
    }
  }

  private static Region region(JsonNode json) {
    return new Region(
        json.get("left").asInt(), json.get("top").asInt(), json.get("right").asInt(), json.get("bottom").asInt());
  }

  @Test
  void a_sighting_is_confirmed_and_says_why_when_the_original_is_gone_or_damaged() throws Exception {
    try (TestServer own = TestServer.start()) {
      Client seller = own.newSeller("Unlucky");
      own.monitored(seller, COAT);
      String sha256 = Secrets.sha256(COAT);
      Path original = new FileStore(own.data().resolve("files"), own.data().resolve("tmp")).path(sha256);
      Files.write(original, "rot".getBytes());
      assertThat(missing(seller, "rot", "original-unreadable")).isNotZero();
      Files.delete(original);
      int id = missing(seller, "gone", "original-missing");
      assertThat(id).isNotZero();
      Client.Reply complaint = Checks.ok(Reports.complain(seller, Reports.complaint("gone-c", "" + id)));
      Client.Reply zip = seller.get("/api/v1/complaints/" + complaint.json().get("id") + "/evidence.zip");
      assertThat(new String(Checks.ok(zip).bytes(), StandardCharsets.UTF_8)) // parts of the zip are not compressed
          .contains("\"notAvailableBecause\" : \"the original is not stored\"");
    }
  }

  private static int missing(Client seller, String listing, String code) {
    int id = Reports.sighting(seller, listing, listing, "7", COPY);
    assertThat(seller.get("/api/v1/sightings/" + id).json().get("secondOpinion").get(1).toString())
        .isEqualTo(
            "{\"algorithm\":\"JImageHash 1.0.0 PerceptiveHash(256)\",\"bits\":null,\"differing\":null,"
                + "\"distance\":null,\"unavailable\":\"" + code + "\"}");
    return id;
  }

  @Test
  void sightings_from_before_there_were_second_opinions_say_so() {
    int id = Reports.sighting(client, "old-1", "old", "7", COPY);
    server.server().features().database().write(handle ->
        handle.execute("delete from second_opinion where sighting_id = ?", id));
    JsonNode opinion = client.get("/api/v1/sightings/" + id).json().get("secondOpinion");
    assertThat(opinion).hasSize(2).allMatch(f -> f.get("unavailable").asText().equals("recorded-before"));
  }

  @Test
  void the_store_takes_figures_or_a_reason_but_neither_none_nor_both() {
    int id = Reports.sighting(client, "check-1", "check", "7", COPY);
    for (String values :
        new String[] {"null, null, null", "64, 65, null", "64, null, null", "null, 3, null", "64, 3, 'failed'"}) {
      assertThatThrownBy(() ->
              server.server().features().database().write(handle ->
                  handle.execute("insert into second_opinion values (?, 9, 'x', " + values + ")", id)))
          .as(values)
          .hasMessageContaining("CHECK constraint failed");
    }
  }

  @Test
  void the_list_carries_each_sightings_own_opinion() {
    int same = Reports.sighting(client, "list-1", "list-1", "7", COAT);
    int copy = Reports.sighting(client, "list-2", "list-2", "7", COPY);
    for (JsonNode sighting : client.get("/api/v1/sightings").json().get("sightings")) {
      if (sighting.get("id").asInt() == same || sighting.get("id").asInt() == copy) {
        assertThat(sighting.get("secondOpinion"))
            .isEqualTo(client.get("/api/v1/sightings/" + sighting.get("id")).json().get("secondOpinion"));
      }
    }
  }

  @Test
  void the_algorithms_name_the_version_of_the_library_in_use() throws Exception {
    Properties library = new Properties();
    try (InputStream in =
        SecondOpinionTest.class.getResourceAsStream("/META-INF/maven/dev.brachtendorf/JImageHash/pom.properties")) {
      library.load(in);
    }
    assertThat(SecondOpinion.ALGORITHMS)
        .allMatch(name -> name.startsWith("JImageHash " + library.getProperty("version") + " "));
  }
}
