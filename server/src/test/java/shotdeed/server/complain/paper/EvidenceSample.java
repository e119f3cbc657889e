package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shotdeed.server.Photos;
import shotdeed.server.TestServer;
import shotdeed.server.complain.By;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** Sealed evidence that the tests print. */
final class EvidenceSample {
  static final byte[] COAT = Photos.photo("coat");
  static final byte[] COPY = Photos.recompressed(COAT, 0.75, 0.6f);
  static final EvidenceCase.Pictures PICTURES = new EvidenceCase.Pictures() {
    @Override
    public byte[] part(String path) {
      return path.endsWith(".jpg") ? COPY : null;
    }

    @Override
    public byte[] original(int certificate) {
      return COAT;
    }
  };
  static final EvidenceCase.Screenshot NO_SCREENSHOT = new EvidenceCase.Screenshot(null, "none");
  static final EvidenceCase.LogFacts LOG = new EvidenceCase.LogFacts(
      "shotdeed/3f9a00112233aabb",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      1234,
      "hiFvqCCq6bWRWCSMaEg7Wlq4WGqAFtCjdKyZYTB6ArM=",
      new EvidenceCase.Leaf(1229, Instant.parse("2026-11-22T02:00:01Z"), null),
      Map.of(12, new EvidenceCase.Leaf(40, Instant.parse("2026-03-08T02:00:01Z"), null)),
      List.of());
  static final EvidenceCase.LogFacts STAMPED = new EvidenceCase.LogFacts(
      LOG.origin(),
      LOG.fingerprint(),
      LOG.size(),
      LOG.root(),
      LOG.evidence(),
      LOG.certificates(),
      List.of(new EvidenceCase.Attestation(
          "Test Authority", Instant.parse("2026-11-22T02:05:00Z"), "stamps/test-authority-1234.tsr")));

  private static final String HASH = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";

  private EvidenceSample() {}

  static ObjectNode said(Object value, By by) {
    ObjectNode said = object("{}");
    said.set("value", TestServer.json(Json.write(value)));
    return said.put("source", by.sentence());
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) TestServer.json(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A picture on a listing whose texts all are the same but for numbers and addresses. */
  static ObjectNode sighting(int number, String shop, String title) {
    ObjectNode s = object("{}");
    s.set("sighting", said(number, By.SERVER));
    s.set("picture", said("sighting-" + number + "/picture.jpg", By.SERVER));
    s.set("pictureSha256", said(HASH, By.SERVER));
    s.set("certificate", said(12, By.SERVER));
    s.set("verdict", said("copy", By.SERVER));
    s.set("method", said("fingerprint", By.SERVER));
    s.set("distance", said(7, By.SERVER));
    s.set("radius", said(31, By.SERVER));
    s.set("matchedPartOfThePicture", said(part(0, 0, 100, 100), By.SERVER));
    s.set("matchedPartOfTheOriginal", said(part(0, 0, 100, 100), By.SERVER));
    s.set("form", said("rotate0", By.SERVER));
    ObjectNode geometry = object(
        "{\"outlineInThePicturePercent\":[2,2,98,2,98,98,2,98],"
            + "\"outlineInTheOriginalPercent\":[2,2,98,2,98,98,2,98],\"shareOfThePicturePercent\":92.16,"
            + "\"shareOfTheOriginalPercent\":92.16,\"agreementOfTheComparedDetailsPercent\":98.4}");
    s.set("geometry", said(geometry, By.SERVER));
    s.set("invisibleMarkRead", said(object("{\"certificate\":\"12\",\"confidencePercent\":93}"), By.SERVER));
    ArrayNode opinions = TestServer.json("[]".getBytes(StandardCharsets.UTF_8)).deepCopy();
    opinions.add(object("{\"algorithm\":\"JImageHash 1.0.0 PerceptiveHash(64)\",\"bits\":64,\"differing\":3}"));
    s.set("secondOpinion", said(opinions, By.SERVER));
    s.set("judgedFrom", said("the picture's bytes", By.SERVER));
    s.set("width", said(800, By.SERVER));
    s.set("height", said(600, By.SERVER));
    s.set("receivedAt", said("2026-11-22T01:58:03.250Z", By.SERVER));
    s.set("seenAt", said("2026-11-22T01:58:01.000Z", By.BROWSER));
    s.set("market", said("taobao", By.BROWSER));
    s.set("site", said("item.taobao.com", By.BROWSER));
    s.set("pageUrl", said("https://item.taobao.com/item.htm?id=680012345678", By.BROWSER));
    s.set("listingId", said("680012345678", By.BROWSER));
    s.set("title", said(title, By.BROWSER));
    s.set("shopId", said("70", By.BROWSER));
    s.set("shopName", said(shop, By.BROWSER));
    s.set("pictureUrl", said("https://img.alicdn.com/imgextra/i1/70/O1CN01_!!70.jpg_430x430.jpg", By.BROWSER));
    s.set("fetchedUrl", said("https://img.alicdn.com/imgextra/i1/70/O1CN01_!!70.jpg", By.BROWSER));
    s.set("role", said(number % 2 == 1 ? "main" : "detail", By.BROWSER));
    s.set("position", said(number, By.BROWSER));
    s.set("extension", said("1.0.0", By.BROWSER));
    s.set("browser", said("Chrome 142 on Windows", By.BROWSER));
    s.set("language", said("zh-CN", By.BROWSER));
    return s;
  }

  private static ObjectNode part(double left, double top, double right, double bottom) {
    return object("{\"leftPercent\":" + left + ",\"topPercent\":" + top + ",\"rightPercent\":" + right
        + ",\"bottomPercent\":" + bottom + "}");
  }

  static ObjectNode manifest(String seller, List<ObjectNode> sightings) {
    ObjectNode manifest = object("{\"format\":\"shotdeed-evidence-1\"}");
    ObjectNode complaint = manifest.putObject("complaint");
    complaint.set("number", said(88, By.SERVER));
    complaint.set("seller", said(seller, By.SELLER));
    complaint.set("preparedAt", said("2026-11-22T02:00:00.500Z", By.SERVER));
    complaint.set("clickedAt", said("2026-11-22T02:00:00.000Z", By.BROWSER));
    complaint.set("noScreenshot", said("The tab no longer showed the listing.", By.BROWSER));
    complaint.set("software", said("ShotDeed 1.0", By.SERVER));
    ArrayNode all = manifest.putArray("sightings");
    sightings.forEach(all::add);
    ArrayNode parts = manifest.putArray("parts");
    for (ObjectNode sighting : sightings) {
      parts.addObject()
          .put("path", sighting.get("picture").get("value").asText())
          .put("sha256", HASH)
          .put("bytes", COPY.length);
    }
    return manifest;
  }

  static JsonNode certificate(String title) {
    ObjectNode c = object("{}");
    c.set("certificate", said(12, By.SERVER));
    c.set("originalSha256", said(HASH, By.SERVER));
    c.set("originalBytes", said(COAT.length, By.SERVER));
    c.set("mediaType", said("image/jpeg", By.SERVER));
    c.set("width", said(4000, By.SERVER));
    c.set("height", said(3000, By.SERVER));
    c.set("receivedAt", said("2026-03-08T02:00:00.000Z", By.SERVER));
    c.set("certifiedAt", said("2026-03-08T05:00:00.000Z", By.SERVER));
    c.set("state", said("monitored", By.SERVER));
    c.set("title", said(title, By.SELLER));
    c.set("basis", said("own", By.SELLER));
    c.set("grade", said("certified-before-publication", By.SELLER));
    c.putArray("reviews").addObject().put("stage", "first").put("decision", "pass").put("at", "2026-03-08T02:00:00Z");
    return c;
  }

  static EvidenceCase of(JsonNode manifest, EvidenceCase.LogFacts log, EvidenceCase.Screenshot screenshot) {
    return new EvidenceCase(
        88,
        manifest,
        new TreeMap<>(Map.of(12, certificate("Linen dress, front"))),
        HASH,
        log,
        screenshot,
        List.of(),
        List.of(),
        Instant.parse("2026-11-22T03:00:00Z"));
  }

  static EvidenceCase usual() {
    return of(
        manifest("溪木服饰", List.of(sighting(1, "山海服饰专营店", "春季新款亚麻连衣裙 女 收腰显瘦 中长款"))),
        LOG,
        NO_SCREENSHOT);
  }

  static byte[] pdf(String language, EvidenceCase of) {
    return pdf(language, of, PICTURES);
  }

  static byte[] pdf(String language, EvidenceCase of, EvidenceCase.Pictures pictures) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new EvidencePdf(new PictureDecoder()).write(out, Texts.in(Language.of(language)), of, pictures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
