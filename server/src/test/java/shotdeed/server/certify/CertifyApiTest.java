package shotdeed.server.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Secrets;

class CertifyApiTest {
  private static final byte[] COAT = Photos.photo("coat");

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
  void an_upload_passes_the_first_review_and_waits_for_a_person() {
    Client client = server.newSeller("Willow");
    Client.Reply reply = upload(client, "外套 <b>.jpg", COAT);
    int id = id(reply);
    assertThat(reply.text())
        .isEqualTo(
            "{\"results\":[{\"file\":\"外套 <b>.jpg\",\"certificate\":" + id
                + ",\"state\":\"first-passed\",\"code\":null,\"message\":null,\"existing\":0}]}");
    assertThat(client.get("/api/v1/certificates/" + id).text())
        .isEqualTo(
            "{\"certificate\":{\"id\":" + id + ",\"title\":\"外套 <b>.jpg\",\"state\":\"first-passed\",\"grade\":"
                + "\"certified-before-publication\",\"certifiedAt\":null,\"sha256\":\"" + Secrets.sha256(COAT)
                + "\",\"width\":400,\"height\":400},\"basis\":\"own\",\"firstPublished\":null,\"publishedOn\":null,\"mediaType\":"
                + "\"image/jpeg\",\"bytes\":" + COAT.length + ",\"createdAt\":\"2026-11-21T08:00:00.000Z\","
                + "\"monitoredAt\":null,\"reviews\":[{\"stage\":\"first\",\"decision\":\"pass\",\"code\":null,"
                + "\"reason\":null,\"by\":null,\"ownUpload\":false,\"at\":\"2026-11-21T08:00:00.000Z\"}],\"remarks\":[],"
                + "\"category\":\"other\",\"person\":\"unknown\"}");
  }

  @Test
  void without_the_declaration_a_photograph_is_registered_as_published() {
    Client client = server.newSeller("Published");
    Client.Parts parts = new Client.Parts()
        .field("basis", "commissioned")
        .field("firstPublished", "own shop, 2025")
        .field("publishedOn", "2025-03-08")
        .field("title", "Spring coat")
        .file("file", "a.jpg", COAT);
    int id = id(Checks.ok(client.postParts("/api/v1/certificates", parts)));
    assertThat(client.get("/api/v1/certificates/" + id).text())
        .contains(
            "\"title\":\"Spring coat\"",
            "\"grade\":\"registered-after-publication\"",
            "\"basis\":\"commissioned\"",
            "\"firstPublished\":\"own shop, 2025\"");
  }

  @Test
  void each_file_of_an_upload_gets_its_own_answer() {
    Client client = server.newSeller("Many");
    byte[] shirt = Photos.photo("shirt");
    Client.Parts parts = new Client.Parts()
        .field("unpublished", "true")
        .file("file", "shirt.jpg", shirt)
        .file("file", "again.jpg", shirt)
        .file("file", "smaller.jpg", Photos.recompressed(Photos.photo("shirt"), 1.1, 0.6f))
        .file("file", "turned.jpg", Photos.mirrored(shirt))
        .file("file", "notes.txt", "no picture at all".getBytes())
        .file("file", "half.jpg", Arrays.copyOf(COAT, COAT.length / 2))
        .file("file", "tiny.jpg", Photos.recompressed(COAT, 0.5, 0.9f))
        .file("file", "grey.png", Photos.plain(500, 500))
        .file("file", "empty.jpg", new byte[0])
        .file("file", "column.png", Photos.emptyPng(1, 40_000_000));
    Client.Reply reply = Checks.ok(client.postParts("/api/v1/certificates", parts));
    int id = id(reply);
    assertThat(reply.json().get("results"))
        .extracting(
            r -> r.get("file").asText() + " " + r.get("state").asText() + " " + r.get("code").asText() + " "
                + r.get("message").asText() + " " + r.get("existing").asInt())
        .containsExactly(
            "shirt.jpg first-passed null null 0",
            "again.jpg refused picture-already-certified You have certified this very file already " + id,
            "smaller.jpg refused picture-altered-copy-certified You have certified this photograph already " + id,
            "turned.jpg refused picture-altered-copy-certified You have certified this photograph already " + id,
            "notes.txt refused picture-not-a-picture This file is not a picture 0",
            "half.jpg refused picture-truncated The picture is cut off 0",
            "tiny.jpg refused picture-too-small The picture is too small 0",
            "grey.png refused picture-flat The picture is too plain to be told apart 0",
            "empty.jpg refused picture-not-a-picture This file is not a picture 0",
            "column.png refused picture-too-many-pixels The picture has too many pixels 0");
  }

  @Test
  void a_part_of_a_certified_photograph_and_pictures_made_of_it_are_refused() {
    Client client = server.newSeller("Close-ups");
    byte[] dress = Photos.photo("dress");
    Client.Parts parts = new Client.Parts()
        .field("unpublished", "true")
        .file("file", "coat.jpg", COAT)
        .file("file", "dress.jpg", dress)
        .file("file", "close-up.jpg", Photos.part(COAT, 60, 40, 320, 300))
        .file("file", "half.jpg", Photos.part(Photos.recompressed(COAT, 2, 0.9f), 0, 0, 800, 540))
        .file("file", "collage.jpg", Photos.collage(600, 20, COAT, dress))
        .file("file", "poster.jpg", Photos.framed(COAT, java.awt.Color.BLUE, 200, 100, 200, 300));
    Client.Reply reply = Checks.ok(client.postParts("/api/v1/certificates", parts));
    int coat = id(reply);
    assertThat(reply.json().get("results"))
        .extracting(
            result -> result.get("file").asText() + " " + result.get("state").asText() + " "
                + result.get("code").asText() + " " + result.get("existing").asInt())
        .containsExactly(
            "coat.jpg first-passed null 0",
            "dress.jpg first-passed null 0",
            "close-up.jpg refused picture-part-of-certified " + coat,
            "half.jpg refused picture-part-of-certified " + coat,
            "collage.jpg refused picture-collage 0",
            "poster.jpg refused picture-border 0");
  }

  @Test
  void the_whole_photograph_of_a_certified_detail_is_refused_too() {
    Client client = server.newSeller("Details first");
    int detail = id(upload(client, "detail.jpg", Photos.part(COAT, 60, 40, 320, 300)));
    assertThat(upload(client, "coat.jpg", COAT).json().get("results"))
        .extracting(result -> result.get("code").asText() + " " + result.get("existing").asInt())
        .containsExactly("picture-holds-certified " + detail);
  }

  @Test
  void the_same_photograph_without_its_outermost_pixels_or_in_a_thin_frame_is_the_same() {
    Client client = server.newSeller("Trimmed");
    int id = id(upload(client, "coat.jpg", Photos.recompressed(COAT, 2, 0.9f)));
    Client.Parts parts = new Client.Parts()
        .field("unpublished", "true")
        .file("file", "trimmed.jpg", Photos.part(COAT, 3, 3, 397, 397))
        .file("file", "framed.jpg", Photos.framed(COAT, java.awt.Color.WHITE, 15, 15, 15, 15));
    assertThat(Checks.ok(client.postParts("/api/v1/certificates", parts)).json().get("results"))
        .extracting(result -> result.get("code").asText() + " " + result.get("existing").asInt())
        .containsOnly("picture-altered-copy-certified " + id);
  }

  @Test
  void a_refusal_is_recorded_with_its_reason_and_its_bytes_are_not_kept() throws Exception {
    Client client = server.newSeller("Refused");
    byte[] plain = Photos.plain(700, 600);
    int id = id(upload(client, "grey.png", plain));
    assertThat(client.get("/api/v1/certificates/" + id).json().get("reviews").get(0).get("code").asText())
        .isEqualTo("picture-flat");
    assertThat(client.get("/api/v1/certificates").json().get("total").asInt()).isZero();
    assertThat(client.get("/api/v1/certificates?state=refused").json().get("certificates").get(0).get("id").asInt())
        .isEqualTo(id);
    try (Stream<java.nio.file.Path> files = Files.walk(server.data().resolve("files"))) {
      assertThat(files.map(p -> p.getFileName().toString())).doesNotContain(Secrets.sha256(plain));
    }
    Checks.notFound(client.get("/api/v1/certificates/" + id + "/picture"));
  }

  @Test
  void another_sellers_certificate_is_never_revealed() {
    Client first = server.newSeller("First");
    Client second = server.newSeller("Second");
    int id = id(upload(first, "dress.jpg", Photos.photo("dress")));
    Client.Reply same = upload(second, "dress.jpg", Photos.photo("dress"));
    assertThat(same.json().get("results").get(0).get("state").asText()).isEqualTo("first-passed");
    assertThat(id(same)).isGreaterThan(id);
  }

  @Test
  void the_file_is_kept_untouched_and_shown_small() throws Exception {
    Client client = server.newSeller("Shown");
    int id = id(upload(client, "coat.jpg", COAT));
    String sha256 = Secrets.sha256(COAT);
    String path = "files/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    assertThat(Files.readAllBytes(server.data().resolve(path))).isEqualTo(COAT);
    assertThat(side(client.get("/api/v1/certificates/" + id + "/picture?size=thumb"))).isEqualTo("320x320");
    assertThat(side(client.get("/api/v1/certificates/" + id + "/picture?size=thumb"))).isEqualTo("320x320");
    assertThat(side(client.get("/api/v1/certificates/" + id + "/picture"))).isEqualTo("400x400");
    assertThat(client.get("/api/v1/certificates/" + id + "/picture?size=huge").json().get("field").asText())
        .isEqualTo("size");
  }

  private static String side(Client.Reply reply) throws Exception {
    assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.bytes()));
    return image.getWidth() + "x" + image.getHeight();
  }

  @Test
  void a_picture_is_kept_by_a_browser_but_shown_only_to_who_may_see_it() {
    Client own = server.newSeller("Cached");
    String path = "/api/v1/certificates/" + server.certified(own, COAT) + "/picture";
    Client.Reply first = Checks.ok(own.get(path));
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    Client.Reply again = own.get(path, "If-None-Match", first.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    Client.Reply stranger = server.newSeller("Next at the desk").get(path, "If-None-Match", first.header("ETag"));
    Checks.notFound(stranger);
    assertThat(stranger.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void the_admin_decides_about_another_sellers_upload() {
    Client client = server.newSeller("Reviewed");
    int id = id(upload(client, "coat.jpg", COAT));
    assertThat(server.admin().get("/api/v1/reviews").text()).contains("\"id\":" + id + ",");
    Checks.problem(
        review(client, id, "approve", ""),
        403,
        "not-allowed",
        "You may not do this",
        "It takes another role. Nothing was changed.",
        "");
    Checks.problem(
        client.get("/api/v1/reviews"),
        403,
        "not-allowed",
        "You may not do this",
        "It takes another role. Nothing was changed.",
        "");
    assertThat(Checks.ok(server.admin().get("/api/v1/certificates/" + id + "/picture?size=thumb")).bytes())
        .isNotEmpty();
    Client.Reply approved = Checks.ok(review(server.admin(), id, "approve", ""));
    assertThat(approved.json().get("state").asText()).isEqualTo("certified");
    assertThat(approved.json().get("certifiedAt").asText()).isEqualTo("2026-11-21T08:00:00.000Z");
    // Once decided it is none of the reviewer's business any more.
    Checks.notFound(server.admin().get("/api/v1/certificates/" + id));
    // But who comes second is told so, and changes nothing.
    Checks.problem(
        review(server.admin(), id, "reject", "late"),
        409,
        "already-reviewed",
        "Admin has already decided about this photograph",
        "Your decision was not recorded. Nothing was changed.",
        ",\"decision\":\"approve\"");
  }

  @Test
  void a_rejection_says_why_and_leaves_the_photograph_free() {
    Client client = server.newSeller("Rejected");
    int id = id(upload(client, "coat.jpg", COAT));
    Checks.problem(
        review(server.admin(), id, "reject", " "),
        400,
        "field-invalid",
        "A field has the wrong form: reason",
        "reason must be a text: a rejection says why. Nothing was changed.",
        ",\"field\":\"reason\"");
    Checks.ok(review(server.admin(), id, "reject", "A logo is on it"));
    assertThat(client.get("/api/v1/certificates/" + id).text())
        .contains(
            "\"state\":\"rejected\"",
            "{\"stage\":\"second\",\"decision\":\"reject\",\"code\":null,\"reason\":\"A logo is on it\","
                + "\"by\":\"Admin\","
                + "\"ownUpload\":false,");
    assertThat(upload(client, "coat.jpg", COAT).json().get("results").get(0).get("state").asText())
        .isEqualTo("first-passed");
  }

  @Test
  void a_server_of_one_person_may_review_its_own_upload_and_says_so() {
    try (TestServer own = TestServer.start()) {
      int id = id(upload(own.admin(), "coat.jpg", COAT));
      Checks.ok(review(own.admin(), id, "approve", ""));
      assertThat(own.admin().get("/api/v1/certificates/" + id).text()).contains("\"ownUpload\":true");
    }
  }

  @Test
  void with_another_reviewer_nobody_reviews_their_own_upload() {
    try (TestServer own = TestServer.start()) {
      Client reviewer = own.person("Reviewer", shotdeed.server.account.Role.REVIEWER);
      int id = id(upload(own.admin(), "coat.jpg", COAT));
      Checks.problem(
          review(own.admin(), id, "approve", ""),
          403,
          "own-review",
          "Your own upload is reviewed by somebody else",
          "This server has other reviewers. The certificate waits for one of them.",
          "");
      assertThat(own.admin().get("/api/v1/certificates/" + id).text()).contains("\"state\":\"first-passed\"");
      Checks.ok(review(reviewer, id, "approve", ""));
      Checks.problem(
          upload(reviewer, "coat.jpg", COAT),
          403,
          "not-allowed",
          "You may not do this",
          "It takes another role. Nothing was changed.",
          "");
    }
  }

  @Test
  void numbers_ascend_and_lists_come_in_pages() {
    Client client = server.newSeller("Pages");
    int first = id(upload(client, "coat.jpg", COAT));
    int second = id(upload(client, "dress.jpg", Photos.photo("dress")));
    assertThat(second).isGreaterThan(first);
    assertThat(client.get("/api/v1/certificates?page=1").json().get("certificates"))
        .extracting(c -> c.get("id").asInt())
        .containsExactly(second, first);
    assertThat(client.get("/api/v1/certificates?page=2").json().get("certificates")).isEmpty();
    assertThat(client.get("/api/v1/certificates?state=monitored").json().get("total").asInt()).isZero();
    Checks.problem(
        client.get("/api/v1/certificates?page=0"),
        400,
        "field-invalid",
        "A field has the wrong form: page",
        "page must be a whole number from 1. Nothing was changed.",
        ",\"field\":\"page\"");
    Checks.problem(
        client.get("/api/v1/certificates?state=lost"),
        400,
        "field-invalid",
        "A field has the wrong form: state",
        "state must be a certificate's state. Nothing was changed.",
        ",\"field\":\"state\"");
  }

  @Test
  void sellers_do_not_see_each_others_certificates() {
    Client owner = server.newSeller("Owner");
    Client stranger = server.newSeller("Stranger");
    int id = server.certified(owner, Photos.photo("shoe"));
    String path = "/api/v1/certificates/" + id;
    Checks.notFound(stranger.get(path));
    Checks.notFound(stranger.get(path + "/picture"));
    Checks.notFound(stranger.get(path + "/picture?size=thumb"));
    for (String step : new String[] {"monitor", "pause", "resume", "retire"}) {
      Checks.notFound(stranger.post(path + "/" + step));
    }
    assertThat(stranger.get("/api/v1/certificates").json().get("total").asInt()).isZero();
  }

  @Test
  void the_declaration_must_be_clear() {
    Client client = server.newSeller("Unclear");
    Checks.problem(
        client.postParts(
            "/api/v1/certificates", new Client.Parts().field("unpublished", "yes").file("file", "a", COAT)),
        400,
        "field-invalid",
        "A field has the wrong form: unpublished",
        "unpublished must be true or false. Nothing was changed.",
        ",\"field\":\"unpublished\"");
    Checks.problem(
        client.postParts("/api/v1/certificates", new Client.Parts().field("basis", "found").file("file", "a", COAT)),
        400,
        "field-invalid",
        "A field has the wrong form: basis",
        "basis must be own, employee, commissioned, licensed or ai-made. Nothing was changed.",
        ",\"field\":\"basis\"");
    Checks.problem(
        client.postParts("/api/v1/certificates", new Client.Parts().field("unpublished", "true")),
        400,
        "part-missing",
        "The part file is missing",
        "Nothing was kept. Send the request with the part file.",
        ",\"field\":\"file\"");
  }

  static Client.Reply upload(Client client, String name, byte[] photo) {
    return client.postParts(
        "/api/v1/certificates", new Client.Parts().field("unpublished", "true").file("file", name, photo));
  }

  static int id(Client.Reply reply) {
    return Checks.ok(reply).json().get("results").get(0).get("certificate").asInt();
  }

  private static Client.Reply review(Client client, int id, String decision, String reason) {
    return client.postJson(
        "/api/v1/certificates/" + id + "/second-review",
        "{\"decision\":\"" + decision + "\",\"reason\":\"" + reason + "\"}");
  }
}
