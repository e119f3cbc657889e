package shotdeed.server.complain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shotdeed.server.Checks;
import shotdeed.server.Client;
import shotdeed.server.Photos;
import shotdeed.server.Reports;
import shotdeed.server.TestServer;
import shotdeed.server.Zips;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Secrets;

class EvidenceApiTest {
  private static CoatCase desk;

  @BeforeAll
  static void start() {
    desk = CoatCase.open();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void the_evidence_is_sealed_complete_and_the_same_each_time() throws Exception {
    String listing = desk.nextListing();
    int first = Reports.sighting(desk.client(), "e-1", listing, "70", CoatCase.COPY);
    int second = Reports.sighting(desk.client(), "e-2", listing, "70", CoatCase.MIRRORED);
    Client.Reply reply = Checks.ok(desk.client().postParts(
        "/api/v1/complaints",
        new Client.Parts()
            .field("complaint", Reports.complaint("evidence-1", first + "," + second))
            .file("screenshot", "s.png", CoatCase.SCREENSHOT)));
    int id = reply.json().get("id").asInt();
    Client.Reply zip = Checks.ok(desk.client().get("/api/v1/complaints/" + id + "/evidence.zip?screenshot=true"));
    assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
    assertThat(zip.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"shotdeed-complaint-" + id + ".zip\"");
    Map<String, byte[]> parts = Zips.parts(zip.bytes());
    assertThat(parts.keySet().stream().filter(path -> !path.equals("verify.html")))
        .containsExactly(
            "contents.note",
            "evidence.pdf",
            "manifest.json",
            "sealed.txt",
            "sighting-" + first + "/picture.jpg",
            "sighting-" + second + "/picture.jpg",
            "certificate-" + desk.coat() + ".json",
            "screenshot.png",
            "proofs/evidence.tlog-proof",
            "proofs/certificate-" + desk.coat() + ".tlog-proof",
            "proofs/certificate-" + desk.coat() + "-1.tlog-proof",
            "proofs/certificate-" + desk.coat() + "-2.tlog-proof",
            "proofs/certificate-" + desk.coat() + "-3.tlog-proof",
            "proofs/certificate-" + desk.coat() + "-4.tlog-proof");
    assertThat(parts.get("sighting-" + first + "/picture.jpg")).isEqualTo(CoatCase.COPY);
    assertThat(parts.get("sighting-" + second + "/picture.jpg")).isEqualTo(CoatCase.MIRRORED);
    assertThat(parts.get("screenshot.png")).isEqualTo(CoatCase.SCREENSHOT);

    JsonNode manifest = TestServer.json(parts.get("manifest.json"));
    assertThat(Secrets.sha256(parts.get("manifest.json")))
        .isEqualTo(desk.client().get("/api/v1/complaints/" + id).json().get("manifestSha256").asText());
    for (JsonNode part : manifest.get("parts")) {
      byte[] content = parts.get(part.get("path").asText());
      assertThat(part.get("sha256").asText()).isEqualTo(Secrets.sha256(content));
      assertThat(part.get("bytes").asInt()).isEqualTo(content.length);
    }
    assertThat(manifest.get("parts")).hasSize(4);
    assertThat(manifest.get("complaint").get("screenshot").get("value").asText()).isEqualTo("screenshot part");
    assertThat(manifest.get("complaint").get("noScreenshot").get("value").isNull()).isTrue();
    JsonNode seen = manifest.get("sightings").get(1);
    assertThat(seen.get("verdict").toString())
        .isEqualTo("{\"value\":\"copy\",\"source\":\"verified by the server\"}");
    assertThat(seen.get("form").get("value").asText()).isEqualTo("flipy");
    assertThat(seen.get("pageUrl").toString())
        .isEqualTo(
            "{\"value\":\"https://item.taobao.com/item.htm?id=" + listing
                + "\",\"source\":\"stated by the seller's browser\"}");
    JsonNode opinion = seen.get("secondOpinion");
    assertThat(opinion.get("source").asText()).isEqualTo("verified by the server");
    assertThat(opinion.get("value").get(0).get("algorithm").asText())
        .isEqualTo("JImageHash 1.0.0 PerceptiveHash(64)");
    assertThat(opinion.get("value").get(0).get("bits").asInt()).isEqualTo(64);
    assertThat(opinion.get("value").get(1).get("normalisedHammingDistance").asDouble()).isLessThan(0.12);
    assertThat(manifest.get("complaint").get("ownership").get("source").asText()).isEqualTo("stated by the seller");

    JsonNode certificate = TestServer.json(parts.get("certificate-" + desk.coat() + ".json"));
    assertThat(certificate.get("originalSha256").get("value").asText()).isEqualTo(Secrets.sha256(CoatCase.COAT));
    parts.forEach((path, content) -> {
      if (!path.equals("verify.html")) {
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).as(path).doesNotContain("forecast", "Willow's person");
      }
    });
    assertThat(parts.values()).noneMatch(content -> Arrays.equals(content, CoatCase.COAT));

    // Later life of the certificate does not change what was sealed.
    desk.server().pass(Duration.ofMinutes(3));
    Map<String, byte[]> later =
        Zips.parts(desk.client().get("/api/v1/complaints/" + id + "/evidence.zip?screenshot=true").bytes());
    for (String path : List.of("manifest.json", "sealed.txt", "screenshot.png", "certificate-" + desk.coat() + ".json")) {
      assertThat(later.get(path)).as(path).isEqualTo(parts.get(path));
    }
  }

  @Test
  void evidence_without_a_screenshot_says_none_and_why_in_a_field_of_its_own() throws Exception {
    int id = desk.prepared("no-shot-1", "" + desk.sighting("70"));
    Client.Reply zip = Checks.ok(desk.client().get("/api/v1/complaints/" + id + "/evidence.zip?screenshot=true"));
    JsonNode complaint = TestServer.json(Zips.parts(zip.bytes()).get("manifest.json")).get("complaint");
    assertThat(complaint.get("screenshot").toString())
        .isEqualTo("{\"value\":\"none\",\"source\":\"stated by the seller's browser\"}");
    assertThat(complaint.get("noScreenshot").toString())
        .isEqualTo("{\"value\":\"the browser did not grant it\",\"source\":\"stated by the seller's browser\"}");
  }

  @Test
  void evidence_with_a_part_missing_or_damaged_is_an_error_and_no_broken_zip() throws Exception {
    byte[] screenshot = Photos.asPng(Photos.recompressed(Photos.photo("shoe"), 0.3, 0.5f));
    int id = Checks.ok(desk.withScreenshot("gone-1", desk.sighting("79"), screenshot)).json().get("id").asInt();
    String path = "/api/v1/complaints/" + id + "/evidence.zip?screenshot=true";
    Path stored =
        new FileStore(desk.server().data().resolve("files"), desk.server().data().resolve("tmp")).path(Secrets.sha256(screenshot));
    Checks.ok(desk.client().get(path));
    Files.write(stored, new byte[] {1});
    internal(desk.client().get(path));
    Files.delete(stored);
    internal(desk.client().get(path));
  }

  private static void internal(Client.Reply reply) {
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("Content-Disposition")).isNull();
    assertThat(reply.json().get("code").asText()).isEqualTo("internal");
  }
}
