package shotdeed.extension.complain;

import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Screenshot;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.wire.GradeKey;
import shotdeed.fingerprint.Region;
import shotdeed.model.SamePage;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SightingResult;

/** One hit: original and copy side by side, what is known of it, what a complaint would cost, and the complaint. */
final class HitView {
  private final Element main;
  private final int tab;
  private final String id;
  private final Runnable back;
  private final ForecastView forecast = new ForecastView();
  private final ComplaintView complaint;
  private String drawn = "";

  HitView(Element main, int tab, String id, Runnable back) {
    this.main = main;
    this.tab = tab;
    this.id = id;
    this.back = back;
    this.complaint = new ComplaintView(tab);
  }

  /** Draws the hit as it stands in the database; pictures already shown stay. Waits. */
  void draw() {
    Json stored = Database.HITS.get(id);
    if (stored == null) {
      main.cleared().with(backButton(), Ui.notice("bad", Extension.message("hitGone")));
      return;
    }
    Hit hit = Hit.read(stored);
    if (!hit.state().equals(drawn)) {
      drawn = hit.state();
      Element evidence = EvidenceView.of(hit);
      main.cleared().with(backButton(), Ui.text("h1", "", title(hit)));
      if (hit.state().equals(Hit.OWN)) { // what to do comes first
        MarkView.addTo(main, hit);
      }
      main.with(evidence == null ? pictures(hit) : evidence, facts(hit), verdict(hit));
      if (hit.state().equals(Hit.COPY)) {
        MarkView.addTo(main, hit);
      }
      ConsoleLink.addShop(main, hit);
      judgement(hit);
      if (hit.state().equals(Hit.COPY)) {
        main.with(forecast.element());
        forecast.load(hit.result().sighting());
      }
      if (hit.state().equals(Hit.COPY) || hit.state().equals(Hit.WAITING)) {
        listing(hit);
        main.with(complaint.element());
      }
    }
    if (hit.state().equals(Hit.COPY) || hit.state().equals(Hit.WAITING)) {
      complaint.draw(hit);
    }
  }

  /** The person has clicked the toolbar icon beside the tab. Waits. */
  void allowed() {
    Json stored = Database.HITS.get(id);
    if (stored != null) {
      complaint.allowed(Hit.read(stored));
    }
  }

  /** Found in a list of many items: the evidence is the listing's own page. */
  private void listing(Hit hit) {
    String address = hit.report().listing().pageUrl();
    Screenshot.Tab page = Screenshot.tab(tab);
    if (page != null && !page.url().isEmpty() && !SamePage.is(page.url(), address)) {
      main.with(
          Ui.notice("note", Extension.message("openListingWhy")), Ui.button("primary", "openListing", () -> Extension.open(address)));
    }
  }

  /** What is part of a complaint is judged there. */
  private void judgement(Hit hit) {
    boolean complained = hit.result() != null && hit.result().complaint() > 0 || Drafts.about(id) != null;
    boolean shown = hit.isStanding() || hit.state().equals(Hit.RELATED);
    if (hit.state().equals(Hit.NOT_A_COPY)) {
      main.with(button("copyAfterAll", "copyAfterAll"));
    } else if (shown && !complained) {
      main.with(button("notACopy", hit.state().equals(Hit.RELATED) ? "hideRelated" : "notACopy"));
    }
  }

  private Element button(String said, String word) {
    Element button = Ui.button("", word, () -> {});
    return button.onClick(
        () -> {
          button.setDisabled(true);
          Tasks.start(
              () -> {
                Messages.ask(Json.object().put("type", said).put("hit", id));
                draw();
              });
        });
  }

  private Element backButton() {
    return Ui.button("back", "backToPage", back);
  }

  private static String title(Hit hit) {
    return switch (hit.state()) {
      case Hit.RELATED -> "relatedTitle";
      case Hit.OWN -> "ownTitle";
      default -> "compareTitle";
    };
  }

  private static Element pictures(Hit hit) {
    return Ui.box(
        "div",
        "pair",
        Ui.box(
            "figure",
            "",
            Pictures.framed(Pictures.original(hit.certificate(), "view"), hit.original()),
            caption(hit.original(), "captionOriginal", String.valueOf(hit.certificate()))),
        Ui.box(
            "figure",
            "",
            hit.parts().size() > 1
                ? Pictures.copies(hit, "view")
                : Pictures.framed(Pictures.copies(hit, "view"), hit.region()),
            hit.parts().size() > 1 // nothing is outlined on the slices
                ? caption(Region.WHOLE, "captionCopy")
                : caption(hit.region(), "captionCopy")));
  }

  private static Element caption(Region part, String key, String... values) {
    String words = Extension.message(key, values);
    return Ui.plain(
        "figcaption",
        "",
        part.equals(Region.WHOLE) ? words : words + " · " + Extension.message("partMatches"));
  }

  private static Element facts(Hit hit) {
    SightingReport report = hit.report();
    SeenListing listing = report.listing();
    SightingResult result = hit.result();
    CertificateSummary certificate = result == null ? null : result.certificate();
    return Ui.facts(
        "factListing",
        listing.title(),
        "factShop",
        listing.shopName(),
        "factPlace",
        Place.of(hit),
        "factSeen",
        Extension.localTime(report.seenAt()),
        "factCertificate",
        certificate == null ? named(hit) : certificate.id() + " · " + certificate.title(),
        "factGrade",
        certificate == null ? "" : Extension.message(GradeKey.of(certificate.grade())),
        "factCertified",
        certificate == null ? "" : Extension.localTime(certificate.certifiedAt()),
        "factMatch",
        match(hit),
        "factMark",
        MarkView.words(hit),
        "factUploader",
        uploader(hit));
  }

  /** Of the first part that names one. */
  private static String uploader(Hit hit) {
    String number = hit.report().picture().uploader();
    return number.isEmpty() ? "" : Extension.message("uploaderLead", number);
  }

  private static String named(Hit hit) {
    String title = hit.certificateTitle();
    return hit.certificate() + (title.isEmpty() ? "" : " · " + title);
  }

  /** The server's figures where it has spoken, else this browser's own. */
  private static String match(Hit hit) {
    SightingResult result = hit.result();
    if (result != null && result.match() != null) {
      return switch (result.match().method()) {
        case "exact" -> Extension.message("matchExact");
        case "feature" -> Extension.message("matchFeatures");
        default ->
            Extension.message(
              "matchBits",
              String.valueOf(result.match().distance()),
              String.valueOf(result.match().radius()));
      };
    }
    if (hit.distance() < 0) {
      return Extension.message("matchFeatures");
    }
    return Extension.message("matchLocal", String.valueOf(hit.distance()));
  }

  private static Element verdict(Hit hit) {
    return switch (hit.state()) {
      case Hit.COPY -> Ui.notice("good", Extension.message("verdictConfirmed"));
      case Hit.OWN -> Ui.notice("note", Extension.message("verdictOwn"));
      case Hit.WAITING -> Ui.notice("note", Extension.message("verdictWaiting"));
      case Hit.RELATED -> Ui.notice("note", Extension.message("verdictRelated"));
      case Hit.NOT_A_COPY -> Ui.notice("note", Extension.message("verdictNotACopy"));
      case Hit.REFUSED -> Ui.notice("bad", Extension.message("verdictRefused", hit.problem()));
      default -> Ui.notice("note", Extension.message("verdictNone"));
    };
  }
}
