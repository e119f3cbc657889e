package shotdeed.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.platform.Secrets;

/** A photograph that a detail page cuts in three, so that it is whole in none of its pictures. */
class StripApiTest {
  private static final byte[] COAT = Photos.photo("coat");
  private static final List<byte[]> CUT = Photos.slices(COAT, 750, 210, 530);
  private static final List<byte[]> THIN =
      Photos.slices(COAT, 750, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720);
  private static final byte[] AVIF =
      HexFormat.of().parseHex("0000001c667479706176696600000000617669666d696631" + "6d696166");

  private static TestServer server;
  private static Client client;
  private static int coat;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    client = server.newSeller("Willow");
    coat = server.monitored(client, COAT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A report about the middle one of three slices. */
  private static String report(String key, String listing) {
    return Reports.strip(key, listing, 3);
  }

  private static String seen(int position) {
    return Reports.slice(position);
  }

  private static Client.Reply send(String report, List<byte[]> slices) {
    return Reports.send(client, report, slices);
  }

  private static int sighting(String report, List<byte[]> slices) {
    int id = Checks.ok(send(report, slices)).json().get("sighting").asInt();
    assertThat(id).isPositive();
    return id;
  }

  /** Slices of 60 rows each, too low for the fingerprints of any of the photograph's parts. */
  @Test
  void no_fingerprint_of_a_slice_finds_the_copy_and_that_of_all_joined_does() {
    for (byte[] slice : THIN) {
      JsonNode alone = Checks.ok(Reports.send(client, Reports.report("alone-1", "299", "7"), slice)).json();
      assertThat(alone.at("/match/method").asText()).isNotEqualTo("fingerprint");
    }
    JsonNode joined = Checks.ok(send(Reports.strip("joined-1", "300", THIN.size()), THIN)).json();
    assertThat(joined.get("verdict").asText()).isEqualTo("copy");
    assertThat(joined.at("/match/certificate").asInt()).isEqualTo(coat);
    assertThat(joined.at("/match/method").asText()).isEqualTo("fingerprint");
    assertThat(joined.at("/match/distance").asInt()).isLessThanOrEqualTo(31);
  }

  @Test
  void the_sighting_keeps_every_slice_as_it_was_served_and_says_which_show_the_copy() {
    int id = sighting(report("kept-1", "301"), CUT);
    JsonNode json = client.get("/api/v1/sightings/" + id).json();
    assertThat(json.get("pictureSha256").asText()).isEqualTo(Secrets.sha256(CUT.get(1)));
    assertThat(json.at("/picture/position").asInt()).isEqualTo(2);
    assertThat(json.get("slices")).hasSize(3);
    assertThat(json.get("slices").get(0).toString())
        .isEqualTo(
            "{\"shows\":true,\"picture\":" + seen(1) + ",\"sha256\":\"" + Secrets.sha256(CUT.get(0))
                + "\",\"mediaType\":\"image/jpeg\",\"bytes\":" + CUT.get(0).length
                + ",\"width\":750,\"height\":210}");
    String picture = "/api/v1/sightings/" + id + "/picture";
    assertThat(client.get(picture).bytes()).isEqualTo(CUT.get(1));
    for (int i = 0; i < 3; i++) {
      assertThat(client.get(picture + "?slice=" + (i + 1)).bytes()).isEqualTo(CUT.get(i));
    }
    assertThat(client.get(picture + "?slice=3&size=thumb").header("Content-Type")).isEqualTo("image/jpeg");
    Checks.notFound(client.get(picture + "?slice=4"));
    assertThat(client.get(picture + "?slice=0").json().get("field").asText()).isEqualTo("slice");
    assertThat(client.get(picture + "?slice=x").json().get("field").asText()).isEqualTo("slice");
  }

  @Test
  void the_sightings_picture_is_the_slice_with_most_of_the_copy_whichever_the_browser_names() {
    String report = report("claim-1", "309").replace("\"picture\":" + seen(2), "\"picture\":" + seen(1));
    JsonNode json = client.get("/api/v1/sightings/" + sighting(report, CUT)).json();
    assertThat(json.get("pictureSha256").asText()).isEqualTo(Secrets.sha256(CUT.get(1)));
    assertThat(json.get("height").asInt()).isEqualTo(320);
    assertThat(json.get("picture").toString()).isEqualTo(seen(2));
  }

  @Test
  void the_second_opinion_compares_what_the_slices_show_together() {
    int id = sighting(report("opinion-1", "302"), CUT);
    for (JsonNode figure : client.get("/api/v1/sightings/" + id).json().get("secondOpinion")) {
      assertThat(figure.get("distance").asDouble()).isLessThan(0.15);
    }
  }

  @Test
  void the_evidence_holds_all_slices() throws IOException {
    int id = sighting(report("evidence-1", "303"), CUT);
    int complaint =
        Checks.ok(Reports.complain(client, Reports.complaint("evidence-1", "" + id))).json().get("id").asInt();
    Map<String, byte[]> parts = Zips.parts(client.get("/api/v1/complaints/" + complaint + "/evidence.zip").bytes());
    String folder = "sighting-" + id + "/";
    assertThat(parts.keySet())
        .filteredOn(path -> path.startsWith("sighting-"))
        .containsExactlyInAnyOrder(
            folder + "picture-01.jpg",
            folder + "picture-02.jpg",
            folder + "picture-03.jpg");
    for (int i = 0; i < 3; i++) {
      assertThat(parts.get(folder + "picture-0" + (i + 1) + ".jpg")).isEqualTo(CUT.get(i));
    }
    JsonNode sighting = new ObjectMapper().readTree(parts.get("manifest.json")).get("sightings").get(0);
    assertThat(sighting.at("/picture/value").asText()).isEqualTo(folder + "picture-02.jpg");
    assertThat(sighting.at("/judgedFrom/value").asText()).isEqualTo("the slices joined, the uppermost first");
    assertThat(sighting.has("matchedPartOfThePicture")).as("beside one slice's file").isFalse();
    assertThat(sighting.at("/matchedPartOfTheJoinedSlices/value/bottomPercent").asDouble()).isBetween(90.0, 100.0);
    assertThat(sighting.at("/secondOpinionCompares/value").asText())
        .isEqualTo(
            "the upright rectangle around the outlined part of the joined slices, in grey and at most 400 pixels across,"
                + " with the original laid over it by the same geometry, white where it does not reach");
    assertThat(sighting.get("slices")).hasSize(3);
    assertThat(sighting.at("/slices/2/showsTheCopy/value").asBoolean()).isTrue();
    assertThat(sighting.at("/slices/2/pictureUrl/source").asText()).isEqualTo("stated by the seller's browser");
  }

  @Test
  void one_strip_on_one_listing_is_one_sighting_a_day() {
    int first = sighting(report("day-1", "304"), CUT);
    assertThat(sighting(report("day-1", "304"), CUT)).isEqualTo(first);
    assertThat(sighting(report("day-2", "304"), CUT)).isEqualTo(first);
    assertThat(sighting(report("day-3", "other"), CUT)).isNotEqualTo(first);
  }

  @Test
  void a_copy_found_in_one_slice_alone_and_later_in_the_strip_is_one_sighting_a_day() {
    List<byte[]> slices = Photos.slices(COAT, 750, 90, 660);
    int alone = Reports.sighting(client, "day-4", "310", "7", slices.get(1));
    assertThat(sighting(report("day-5", "310"), slices)).isEqualTo(alone);
    int strip = sighting(report("day-6", "311"), slices);
    assertThat(strip).isNotEqualTo(alone);
    assertThat(Reports.sighting(client, "day-7", "311", "7", slices.get(1))).isEqualTo(strip);
  }

  @Test
  void a_copy_found_in_three_slices_and_later_in_five_is_one_sighting_a_day() {
    List<byte[]> other = Photos.slices(Photos.photo("shirt"), 750, 210, 530);
    List<byte[]> five = List.of(other.get(0), CUT.get(0), CUT.get(1), CUT.get(2), other.get(2));
    int three = sighting(report("day-8", "312"), CUT);
    assertThat(sighting(Reports.strip("day-9", "312", 5), five)).isEqualTo(three);
    assertThat(client.get("/api/v1/sightings/" + three).json().get("reports").asInt()).isEqualTo(2);
  }

  @Test
  void slices_of_another_photograph_are_no_copy_and_nothing_is_kept() throws IOException {
    List<byte[]> other = Photos.slices(Photos.photo("shirt"), 750, 210, 530);
    Client.Reply reply = Checks.ok(send(report("other-1", "305"), other));
    assertThat(reply.json().get("verdict").asText()).isEqualTo("none");
    try (Stream<Path> files = Files.walk(server.data())) {
      assertThat(files.map(p -> p.getFileName().toString())).doesNotContain(Secrets.sha256(other.get(0)));
    }
  }

  @Test
  void a_slice_among_those_of_another_photograph_shows_its_part() {
    List<byte[]> other = Photos.slices(Photos.photo("shirt"), 750, 90, 660);
    byte[] most = Photos.slices(COAT, 750, 90, 660).get(1);
    int id = sighting(report("among-1", "307"), List.of(other.get(0), most, other.get(2)));
    assertThat(client.get("/api/v1/sightings/" + id).json().get("slices"))
        .extracting(slice -> slice.get("shows").asBoolean())
        .containsExactly(false, true, false);
  }

  @Test
  void a_slice_that_only_browsers_decode_is_joined_by_its_raster() {
    byte[] empty = new byte[0];
    Client.Parts parts = new Client.Parts()
        .field("report", report("avif-1", "306"))
        .file("picture", "d1.jpg", CUT.get(0))
        .file("picture", "d2.avif", AVIF)
        .file("picture", "d3.jpg", CUT.get(2))
        .file("raster", "none", empty)
        .file("raster", "d2.png", Photos.asPng(CUT.get(1)))
        .file("raster", "none", empty);
    int id = Checks.ok(client.postParts("/api/v1/sightings", parts)).json().get("sighting").asInt();
    assertThat(id).isPositive();
    assertThat(client.get("/api/v1/sightings/" + id + "/picture?slice=2").bytes()).isEqualTo(AVIF);
    assertThat(client.get("/api/v1/sightings/" + id + "/picture?slice=2&size=thumb").header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  @Test
  void what_makes_no_strip_is_refused_with_the_reason() {
    invalid(report("bad-1", "307"), CUT.subList(0, 2), "as many as there are parts picture");
    invalid(Reports.strip("bad-2", "307", 25), CUT, "a list of 2 to 24");
    invalid(report("bad-3", "307").replace("\"picture\":" + seen(2), "\"picture\":" + seen(9)), CUT,
        "a list with the picture in it");
    byte[] narrower = Photos.recompressed(CUT.get(1), 0.9, 0.8f);
    invalid(report("bad-4", "307"), List.of(CUT.get(0), narrower, CUT.get(2)),
        "pictures that make a strip: slices of 750 and 675 pixels across make no strip");
    byte[] broken = "no picture".getBytes();
    assertThat(send(report("bad-5", "307"), List.of(CUT.get(0), broken, CUT.get(2))).json().get("code").asText())
        .isEqualTo("picture-not-a-picture");
  }

  /** Each of them alone would be decoded. */
  @Test
  void slices_of_more_than_100_million_pixels_together_are_refused_before_they_are_decoded() {
    byte[] flat = Photos.plain(7000, 7000);
    Client.Reply reply = send(report("large-1", "308"), List.of(flat, flat, flat));
    assertThat(reply.json().get("code").asText()).isEqualTo("picture-too-many-pixels");
  }

  private static void invalid(String report, List<byte[]> slices, String expected) {
    JsonNode json = send(report, slices).json();
    assertThat(json.get("code").asText()).isEqualTo("field-invalid");
    assertThat(json.get("field").asText()).isEqualTo("slices");
    assertThat(json.get("detail").asText()).contains("slices must be " + expected);
  }
}
