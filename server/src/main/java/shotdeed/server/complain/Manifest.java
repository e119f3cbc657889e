package shotdeed.server.complain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shotdeed.fingerprint.Region;
import shotdeed.image.Strip;
import shotdeed.ledger.SealedList;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.FirstPublication;
import shotdeed.server.certify.Review;
import shotdeed.server.complain.risk.StatedReason;
import shotdeed.server.monitor.SecondOpinion;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.Slice;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;
import shotdeed.wire.Geometry;
import shotdeed.wire.PageCapture;
import shotdeed.wire.ReadMark;

/**
 * What a complaint's evidence consists of: every part with its SHA-256, and every statement with who makes it. The
 * manifest is written once, when the complaint is prepared; its own SHA-256 seals it. The forecast is not in it, nor is
 * the untouched original, which could be used to answer the complainant.
 */
final class Manifest {
  private static final By SERVER = By.SERVER;
  private static final By BROWSER = By.BROWSER;
  private static final By SELLER = By.SELLER;
  private static final String FROM_BYTES = "the picture's bytes";
  private static final String FROM_RASTER = "a PNG that the seller's browser made of the picture";
  private static final String WHOLE_PICTURES = "the whole pictures";
  private static final String MATCHED_PARTS =
      "the matched part of the picture, turned back as its form says, with the matched part of the original";
  private static final String MATCHED_SLICES =
      "the matched part of the joined slices, in grey and at most " + Strip.WIDTH
          + " pixels across, turned back as its form says, with the matched part of the original";
  private static final String LAID_PARTS =
      "the upright rectangle around the outlined part of the picture, with the original laid over it by the same"
          + " geometry, white where it does not reach";
  private static final String LAID_SLICES =
      "the upright rectangle around the outlined part of the joined slices, in grey and at most " + Strip.WIDTH
          + " pixels across, with the original laid over it by the same geometry, white where it does not reach";
  private static final double PERCENT = Region.UNIT / 100.0;
  private static final String FROM_SLICES = "the slices joined, the uppermost first";
  private static final String ANOTHER_PAGE = "another page than that of any sighting";

  /** Where it stands in a bundle. */
  static final String PATH = "manifest.json";

  private static final String FORMAT = "shotdeed-evidence-1";

  /** Evidence is in English, whoever prepares it. */
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

  private final List<Map<String, Object>> parts = new ArrayList<>();
  private final List<SealedList.Part> list = new ArrayList<>();
  private final List<Map<String, Object>> sightings = new ArrayList<>();
  private final Map<String, Object> page = new LinkedHashMap<>();
  private final List<Map<String, Object>> reasons = new ArrayList<>();

  /** The manifest itself and its parts, in order. */
  SealedList list(byte[] manifest) {
    return list(manifest, list);
  }

  /** The sealed list of a manifest of long ago. */
  static SealedList listOf(byte[] manifest) throws IOException {
    List<SealedList.Part> parts = new ArrayList<>();
    for (JsonNode part : Json.tree(manifest).get("parts")) {
      parts.add(new SealedList.Part(
          part.get("sha256").asText(), part.get("bytes").asInt(), part.get("path").asText()));
    }
    return list(manifest, parts);
  }

  private static SealedList list(byte[] manifest, List<SealedList.Part> parts) {
    List<SealedList.Part> all = new ArrayList<>();
    all.add(new SealedList.Part(Secrets.sha256(manifest), manifest.length, PATH));
    all.addAll(parts);
    return new SealedList(List.copyOf(all));
  }

  /** A part of the bundle. */
  record Part(String path, String sha256, int bytes, String mediaType) {}

  /** Adds a part; its content lies in the file store under its hash. */
  void part(Part part) {
    parts.add(row("path", part.path(), "sha256", part.sha256(), "bytes", part.bytes(), "mediaType", part.mediaType()));
    list.add(new SealedList.Part(part.sha256(), part.bytes(), part.path()));
  }

  /**
   * Adds a sighting.
   *
   * @param geometry how the copy lies on the original; {@code null} for the same file, and from before it was kept
   * @param mark what was read of an invisible mark; {@code null} if nobody looked
   * @param path of the picture's part
   * @param certificatePath of the certificate's part
   * @param slices of the strip that was judged; none for a picture alone
   * @param slicePaths of the slices' parts
   */
  void sighting(
      Sighting s,
      Geometry geometry,
      ReadMark mark,
      SecondOpinion opinion,
      String path,
      String certificatePath,
      List<Slice> slices,
      List<String> slicePaths) {
    boolean raster = s.file().raster() != null;
    boolean joined = !slices.isEmpty();
    Map<String, Object> sighting = row(
        "sighting", said(SERVER, s.id()),
        "picture", said(SERVER, path),
        "pictureSha256", said(SERVER, s.file().sha256()),
        "certificate", said(SERVER, s.found().certificate()),
        "certificateRecord", said(SERVER, certificatePath),
        "verdict", said(SERVER, s.found().verdict().text()),
        "method", said(SERVER, s.found().method().text()),
        "distance", said(SERVER, s.found().distance()),
        "radius", said(SERVER, s.found().radius()),
        joined ? "matchedPartOfTheJoinedSlices" : "matchedPartOfThePicture", said(SERVER, part(s.found().region())),
        "matchedPartOfTheOriginal", said(SERVER, part(s.found().original())),
        "form", said(SERVER, s.form()),
        "geometry", said(SERVER, geometry == null ? null : geometry(geometry)),
        "invisibleMarkRead", said(SERVER, mark == null ? null : mark(mark)),
        "kernel", said(SERVER, s.kernel()),
        "secondOpinion", said(SERVER, secondOpinion(opinion)),
        "secondOpinionCompares", said(SERVER, compared(s, geometry, joined)),
        "judgedFrom", said(SERVER, raster ? FROM_RASTER : FROM_BYTES),
        "width", said(raster ? BROWSER : SERVER, s.file().width()),
        "height", said(raster ? BROWSER : SERVER, s.file().height()),
        "receivedAt", said(SERVER, Times.text(s.receivedAt())),
        "seenAt", said(BROWSER, Times.text(s.seenAt())),
        "market", said(BROWSER, s.listing().market()),
        "site", said(BROWSER, s.listing().site()),
        "pageUrl", said(BROWSER, s.listing().pageUrl()),
        "listingId", said(BROWSER, s.listing().listingId()),
        "title", said(BROWSER, s.listing().title()),
        "shopId", said(BROWSER, s.listing().shopId()),
        "shopName", said(BROWSER, s.listing().shopName()),
        "pictureUrl", said(BROWSER, s.picture().url()),
        "fetchedUrl", said(BROWSER, s.picture().fetchedUrl()),
        "role", said(BROWSER, s.picture().role()),
        "position", said(BROWSER, s.picture().position()),
        "extension", said(BROWSER, s.client().extension()),
        "browser", said(BROWSER, s.client().browser()),
        "language", said(BROWSER, s.client().language()));
    if (joined) {
      sighting.put("judgedFrom", said(SERVER, FROM_SLICES));
      sighting.put("slices", slices(slices, slicePaths));
    }
    sightings.add(sighting);
  }

  private static String compared(Sighting s, Geometry geometry, boolean joined) {
    if (geometry != null) {
      return joined ? LAID_SLICES : LAID_PARTS;
    }
    if (joined) {
      return MATCHED_SLICES;
    }
    return s.found().whole() ? WHOLE_PICTURES : MATCHED_PARTS;
  }

  private static List<Map<String, Object>> slices(List<Slice> slices, List<String> paths) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      boolean raster = slice.file().raster() != null;
      rows.add(row(
          "picture", said(SERVER, paths.get(i)),
          "pictureSha256", said(SERVER, slice.file().sha256()),
          "showsTheCopy", said(SERVER, slice.shows()),
          "judgedFrom", said(SERVER, raster ? FROM_RASTER : FROM_BYTES),
          "width", said(raster ? BROWSER : SERVER, slice.file().width()),
          "height", said(raster ? BROWSER : SERVER, slice.file().height()),
          "pictureUrl", said(BROWSER, slice.picture().url()),
          "fetchedUrl", said(BROWSER, slice.picture().fetchedUrl()),
          "role", said(BROWSER, slice.picture().role()),
          "position", said(BROWSER, slice.picture().position())));
    }
    return rows;
  }

  /** In per cent of width and height, from the top left. */
  private static Map<String, Object> part(Region region) {
    return row(
        "leftPercent", region.left() / PERCENT,
        "topPercent", region.top() / PERCENT,
        "rightPercent", region.right() / PERCENT,
        "bottomPercent", region.bottom() / PERCENT);
  }

  /** In per cent of width, height, area and compared details; outlines as x and y in turn, points as x and y in each picture. */
  private static Map<String, Object> geometry(Geometry geometry) {
    return row(
        "outlineInThePicturePercent", percent(geometry.copyOutline()),
        "outlineInTheOriginalPercent", percent(geometry.originalOutline()),
        "shareOfThePicturePercent", geometry.copyShare() / PERCENT,
        "shareOfTheOriginalPercent", geometry.originalShare() / PERCENT,
        "agreementOfTheComparedDetailsPercent", geometry.agreement() / PERCENT,
        "pointsInBothPercent", percent(geometry.points()));
  }

  /** Beside the match, as evidence: none says nothing against it. */
  private static Map<String, Object> mark(ReadMark mark) {
    return mark.found()
        ? row("certificate", mark.number(), "confidencePercent", mark.confidence())
        : row("certificate", "none");
  }

  private static List<Double> percent(List<Integer> numbers) {
    return numbers.stream().map(number -> number / PERCENT).toList();
  }

  /** The figures, or why there are none. */
  private static List<Map<String, Object>> secondOpinion(SecondOpinion opinion) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SecondOpinion.Figure figure : opinion.figures()) {
      rows.add(
          figure.missing() == null
              ? row(
                  "algorithm", figure.algorithm(),
                  "bits", figure.bits(),
                  "differing", figure.differing(),
                  "normalisedHammingDistance", figure.distance())
              : row(
                  "algorithm", figure.algorithm(),
                  "notAvailableBecause", ENGLISH.get("sighting.opinion.missing." + figure.missing().text())));
    }
    return rows;
  }

  /** Adds the page at the click; {@code null} if nothing is known of it. */
  void capture(Capture capture) {
    if (capture == null) {
      return;
    }
    page.putAll(row(
        "extension", said(BROWSER, capture.client().extension()),
        "browser", said(BROWSER, capture.client().browser()),
        "language", said(BROWSER, capture.client().language())));
    PageCapture stated = capture.page();
    if (stated != null) {
      page.putAll(row(
          "pageUrl", said(BROWSER, stated.url()),
          "pageOfSighting", said(SERVER, capture.isAnotherPage() ? ANOTHER_PAGE : capture.pageOfSighting()),
          "pageTitle", said(BROWSER, stated.title()),
          "pageTexts", said(BROWSER, stated.texts()),
          "viewWidth", said(BROWSER, stated.width()),
          "viewHeight", said(BROWSER, stated.height()),
          "screenshotAt", said(BROWSER, stated.screenshotAt()),
          "pictureNotInViewBecause", said(BROWSER, stated.unseen()),
          "readableBoxesOfTheView", said(BROWSER, stated.keep())));
    }
    if (capture.screenshotWidth() > 0) {
      page.putAll(row(
          "screenshotWidth", said(SERVER, capture.screenshotWidth()),
          "screenshotHeight", said(SERVER, capture.screenshotHeight()),
          "screenshotHasTheProportionsOfTheView", said(SERVER, stated == null ? null : capture.fits())));
    }
  }

  /** Adds why the seller complains although something speaks against it; who said so in the house is not part of it. */
  void reasons(List<StatedReason> stated) {
    for (StatedReason reason : stated) {
      reasons.add(row(
          "against", said(SERVER, reason.code().text()),
          "sightings", said(SERVER, reason.sightings()),
          "reason", said(SELLER, reason.text()),
          "statedAt", said(SERVER, Times.text(reason.at()))));
    }
  }

  /** The manifest's bytes; the same content gives the same bytes. */
  byte[] bytes(int complaint, String server, String seller, CaseComplaint c) {
    Map<String, Object> manifest = row(
        "format", FORMAT,
        "complaint", row(
            "number", said(SERVER, complaint),
            "seller", said(SELLER, seller),
            "preparedAt", said(SERVER, Times.text(c.preparedAt())),
            "clickedAt", said(BROWSER, Times.text(c.statedPreparedAt())),
            "ownership", said(SELLER, c.ownershipStatement()),
            "screenshot", said(BROWSER, c.screenshot() == null ? "none" : "screenshot part"),
            "noScreenshot", said(BROWSER, c.noScreenshot()),
            "software", said(SERVER, "ShotDeed " + server)),
        "click", page,
        "clock", "Times verified by the server are those of the operator's own clock.",
        "sightings", sightings);
    if (!reasons.isEmpty()) {
      manifest.put("reasons", reasons);
    }
    manifest.put("parts", parts);
    return Json.writeIndented(manifest);
  }

  /** A certificate as it stood, without names of persons. */
  static byte[] certificate(Certificate c, List<Review> reviews, List<FirstPublication> publications) {
    List<Map<String, Object>> decisions = new ArrayList<>();
    for (Review review : reviews) {
      decisions.add(row(
          "stage", review.stage(),
          "decision", review.decision(),
          "at", Times.text(review.at()),
          "byOwnSeller", review.ownUpload()));
    }
    List<Map<String, Object>> published = new ArrayList<>();
    for (FirstPublication each : publications) {
      published.add(row("place", each.place(), "on", each.day(), "statedAt", Times.text(each.statedAt())));
    }
    return Json.writeIndented(row(
        "certificate", said(SERVER, c.id()),
        "originalSha256", said(SERVER, c.sha256()),
        "originalBytes", said(SERVER, c.bytes()),
        "mediaType", said(SERVER, c.mediaType()),
        "width", said(SERVER, c.width()),
        "height", said(SERVER, c.height()),
        "receivedAt", said(SERVER, Times.text(c.createdAt())),
        "certifiedAt", said(SERVER, c.certifiedAt() == null ? null : Times.text(c.certifiedAt())),
        "state", said(SERVER, c.state().text()),
        "title", said(SELLER, c.title()),
        "basis", said(SELLER, c.basis().text()),
        "grade", said(SELLER, c.grade().text()),
        "gradeMeans", ENGLISH.get("grade." + c.grade().text() + ".means"),
        "firstPublished", said(SELLER, published),
        "reviews", decisions));
  }

  private static Map<String, Object> said(By by, Object value) {
    return row("value", value, "source", by.sentence());
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }
}
