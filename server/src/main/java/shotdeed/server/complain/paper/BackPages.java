package shotdeed.server.complain.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shotdeed.server.complain.By;
import shotdeed.server.complain.paper.EvidenceBlocks.Picture;
import shotdeed.server.complain.paper.EvidenceBlocks.Row;

/** What stands behind the pictures: the capture, the certificates, the log, the parts, and how all of it is checked. */
final class BackPages {
  private static final float SCREENSHOT = 330;
  /** Parts that are named here; the sealed list in the bundle names all. */
  private static final int MAX_PARTS = 700;
  private static final int MAX_TEXTS = 40;

  private final EvidenceBlocks blocks;
  private final EvidenceWords words;
  private final EvidenceCase of;
  private final Sealed complaint;

  BackPages(EvidenceBlocks blocks, EvidenceWords words, EvidenceCase of) {
    this.blocks = blocks;
    this.words = words;
    this.of = of;
    complaint = new Sealed(of.manifest().path("complaint"));
  }

  void capture(Picture screenshot) throws IOException {
    blocks.heading(words.of("capture"), 120);
    List<Row> rows = new ArrayList<>();
    rows.add(words.time("capture.clicked", complaint.said("clickedAt")));
    rows.add(words.time("capture.prepared", complaint.said("preparedAt")));
    Sealed click = new Sealed(of.manifest().path("click"));
    if (click.row().has("pageUrl")) {
      rows.add(words.address("capture.url", click.said("pageUrl")));
      if (click.value("pageOfSighting").isTextual()) {
        rows.add(words.row("capture.another", words.of("capture.another.is"), By.SERVER));
      }
      rows.add(words.row("capture.title", click.said("pageTitle")));
      rows.add(words.row(
          "capture.view", words.of("pixels", click.text("viewWidth"), click.text("viewHeight")), By.BROWSER));
      int texts = 0;
      for (JsonNode text : click.value("pageTexts")) {
        if (texts++ < MAX_TEXTS) {
          rows.add(words.row("capture.text", text.asText(), By.BROWSER));
        }
      }
      if (!click.said("pictureNotInViewBecause").none()) {
        rows.add(words.row("capture.unseen", click.said("pictureNotInViewBecause")));
      }
      if (!click.said("screenshotAt").none()) {
        rows.add(words.time("capture.screenshot-at", click.said("screenshotAt")));
      }
    }
    if (click.row().has("browser")) {
      rows.add(words.row("client", click.said("browser"), words.of(
          "client.is", click.text("extension"), click.text("browser"), click.text("language"))));
    }
    blocks.rows(rows);
    if (screenshot != null) {
      blocks.pictures(List.of(screenshot), SCREENSHOT);
    } else {
      blocks.paragraph(words.of("screenshot.no." + of.screenshot().whyNot(),
          words.noScreenshot(complaint.text("noScreenshot"))));
    }
  }

  void certificates() throws IOException {
    for (Map.Entry<Integer, JsonNode> each : of.certificates().entrySet()) {
      Sealed certificate = new Sealed(each.getValue());
      blocks.heading(words.of("certificate.title", each.getKey()), 120);
      List<Row> rows = new ArrayList<>();
      String grade = certificate.text("grade");
      rows.add(words.row("grade", certificate.said("grade"), words.grade(grade)));
      rows.add(words.row("grade.means", words.gradeMeans(grade), null));
      rows.add(words.row("basis", certificate.said("basis"), words.basis(certificate.text("basis"))));
      rows.add(words.row("certificate.name", certificate.said("title")));
      rows.add(words.row("certificate.state", certificate.said("state"), words.state(certificate.text("state"))));
      rows.add(words.row("original.hash", certificate.said("originalSha256")));
      rows.add(words.row(
          "original.file",
          words.of("original.file.is", certificate.text("originalBytes"), certificate.text("mediaType"),
              certificate.text("width"), certificate.text("height")),
          certificate.said("originalBytes").by()));
      rows.add(words.time("certificate.received", certificate.said("receivedAt")));
      rows.add(words.time("certificate.certified", certificate.said("certifiedAt")));
      for (Sealed published : certificate.rows("firstPublished")) {
        rows.add(words.row("certificate.published", published.text("place") + " · " + published.text("on"), By.SELLER));
      }
      for (Sealed review : certificate.rows("reviews")) {
        rows.add(words.row(
            "certificate.review",
            words.of("review." + (review.text("stage").equals("first") ? "first" : "second"),
                words.of("review.decision." + decision(review.text("decision"))), words.time(review.text("at"))),
            By.SERVER));
      }
      EvidenceCase.Leaf leaf = of.log() == null ? null : of.log().certificates().get(each.getKey());
      rows.add(words.row("logged", words.leaf(leaf), By.SERVER));
      blocks.rows(rows);
    }
  }

  private static String decision(String code) {
    return switch (code) {
      case "pass", "approve" -> "for";
      default -> "against";
    };
  }

  void log() throws IOException {
    blocks.heading(words.of("log"), 120);
    EvidenceCase.LogFacts log = of.log();
    if (log == null) {
      blocks.paragraph(words.of("log.none"));
      return;
    }
    List<Row> rows = new ArrayList<>();
    rows.add(words.row("log.origin", log.origin(), null));
    rows.add(words.row("log.key", log.fingerprint(), null));
    rows.add(words.row("log.checkpoint", words.of("log.checkpoint.is", log.size(), log.root()), By.SERVER));
    rows.add(words.row("log.evidence", words.leaf(log.evidence()), By.SERVER));
    for (EvidenceCase.Attestation seen : log.attestations()) {
      rows.add(words.row("time.authority", words.of("time.attested", words.time(seen.at()), seen.by()), null));
    }
    blocks.rows(rows);
    blocks.paragraph(words.of("log.means"));
    blocks.paragraph(FrontPage.standing(words, log));
  }

  void parts() throws IOException {
    blocks.heading(words.of("parts"), 60);
    blocks.paragraph(words.of("parts.means"));
    int named = 0;
    for (JsonNode part : of.manifest().path("parts")) {
      if (named++ < MAX_PARTS) {
        String path = part.path("path").asText();
        blocks.small(words.of(
            of.withheld().contains(path) ? "part.withheld" : "part",
            path, part.path("bytes").asText(), part.path("sha256").asText()));
      }
    }
    if (named > MAX_PARTS) {
      blocks.small(words.of("parts.more", named - MAX_PARTS));
    }
    blocks.small("sealed.txt · SHA-256 " + of.sealedSha256());
    blocks.paragraph(words.of(of.originals().isEmpty() ? "originals.none" : "originals.some", of.originals().size()));
  }

  void checking() throws IOException {
    blocks.heading(words.of("check"), 140);
    blocks.bullets(List.of(words.of("check.page"), words.of("check.command")));
    // Not the fingerprint that stands in this paper: whoever forges a bundle prints their own.
    blocks.code("java -jar shotdeed.jar verify --key FINGERPRINT shotdeed-complaint-" + of.complaint() + ".zip");
    blocks.bullets(List.of(words.of("check.key"), words.of("check.answers")));
    if (of.log() == null) {
      return;
    }
    for (EvidenceCase.Attestation seen : of.log().attestations()) {
      if (seen.file() != null) {
        blocks.bullets(List.of(words.of("check.stamp", seen.by())));
        blocks.code("openssl ts -verify -data " + seen.file().replace(".tsr", ".checkpoint") + " -in " + seen.file()
            + " -CAfile ca.pem");
      }
    }
  }
}
