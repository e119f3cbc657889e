package shotdeed.extension.complain;

import shotdeed.extension.browser.Drawing;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.settings.Connection;
import shotdeed.match.EvidencePicture;
import shotdeed.wire.Geometry;

/**
 * What a picture and the original have in common: both side by side, the common part outlined on each, corresponding
 * points joined, and the original laid over the picture.
 */
final class EvidenceView {
  private static int views;

  private EvidenceView() {}

  /** The view, which fills once both pictures are here; {@code null} if the server has said nothing to draw. */
  static Element of(Hit hit) {
    Geometry geometry = hit.geometry();
    if (geometry == null || hit.parts().size() > 1) {
      return null;
    }
    Element box = Ui.box("div", "evidence", Ui.text("p", "small", "loading"));
    Tasks.start(
        () -> {
          try {
            fill(box, hit, geometry);
          } catch (Http.Unreachable | Connection.ServerRefused | Tasks.Refused e) {
            box.cleared().with(Ui.notice("note", Extension.message("pictureNotLoaded")));
          }
        });
    return box;
  }

  private static void fill(Element box, Hit hit, Geometry geometry) throws Http.Unreachable, Connection.ServerRefused {
    Drawing.Picture original = Pictures.drawableOriginal(hit.certificate());
    Drawing.Picture copy = Pictures.drawableCopy(hit);
    EvidencePicture drawing =
        EvidencePicture.of(geometry, original.width(), original.height(), copy.width(), copy.height());
    if (drawing == null) {
      box.cleared().with(Ui.notice("note", Extension.message("pictureNotLoaded")));
      return;
    }
    box.cleared()
        .with(
            sideBySide(drawing, original.address(), copy.address()),
            Ui.box(
                "div",
                "captions small",
                Ui.text("span", "", "captionOriginal", String.valueOf(hit.certificate())),
                Ui.text("span", "", "captionCopy")),
            Ui.text(
                "p",
                "small",
                "evidenceFigures",
                percent(geometry.copyShare()),
                percent(geometry.originalShare()),
                percent(geometry.agreement())));
    if (!drawing.overlay().isEmpty()) {
      overlay(box, drawing, original.address(), copy.address());
    }
  }

  private static Element sideBySide(EvidencePicture drawing, String original, String copy) {
    Element svg =
        Drawing.element(
            "svg",
            "viewBox",
            drawing.viewBox(),
            "role",
            "img",
            "aria-label",
            Extension.message("evidenceAlt", String.valueOf(drawing.lines().size())));
    svg.with(image(original, drawing.original()), image(copy, drawing.copy()));
    for (String outline : new String[] {drawing.originalOutline(), drawing.copyOutline()}) {
      svg.with(
          Drawing.element("polygon", "class", "halo", "points", outline),
          Drawing.element("polygon", "points", outline));
    }
    for (int[] line : drawing.lines()) {
      svg.with(
          Drawing.element("line", "x1", "" + line[0], "y1", "" + line[1], "x2", "" + line[2], "y2", "" + line[3]),
          Drawing.element("circle", "cx", "" + line[0], "cy", "" + line[1], "r", "7"),
          Drawing.element("circle", "cx", "" + line[2], "cy", "" + line[3], "r", "7"));
    }
    return svg;
  }

  private static Element image(String address, int[] place) {
    return Drawing.element(
        "image",
        "href",
        address,
        "x",
        "" + place[0],
        "y",
        "" + place[1],
        "width",
        "" + place[2],
        "height",
        "" + place[3],
        "preserveAspectRatio",
        "none");
  }

  private static void overlay(Element box, EvidencePicture drawing, String original, String copy) {
    String side = String.valueOf(EvidencePicture.side());
    Element over =
        Drawing.element(
            "image",
            "href",
            original,
            "width",
            side,
            "height",
            side,
            "preserveAspectRatio",
            "none",
            "transform",
            drawing.overlay(),
            "opacity",
            "0.5");
    int[] size = drawing.copy();
    // Names are the whole page's, and a page may come to show two of these.
    views++;
    String name = "overlay-" + views;
    Element svg =
        Drawing.element(
            "svg", "viewBox", drawing.overlayViewBox(), "role", "img", "aria-label", Extension.message("overlayAlt"));
    // Of a crop the original reaches far beyond the copy.
    Element frame = Drawing.element("clipPath", "id", name + "-frame");
    frame.with(Drawing.element("rect", "width", "" + size[2], "height", "" + size[3]));
    Element laid = Drawing.element("g", "clip-path", "url(#" + name + "-frame)");
    laid.with(image(copy, new int[] {0, 0, size[2], size[3]}), over);
    svg.with(frame, laid);
    Element slider =
        Ui.plain("input", "", "")
            .attribute("id", name)
            .attribute("type", "range")
            .attribute("min", "0")
            .attribute("max", "100")
            .attribute("value", "50");
    slider.onInput(() -> over.setAttribute("opacity", hundredths(slider.getValue())));
    box.with(
        Ui.text("label", "", "overlay").attribute("for", name),
        slider,
        Ui.box(
            "div",
            "captions small",
            Ui.text("span", "", "captionCopy"),
            Ui.text("span", "", "overlayOriginal")),
        svg);
  }

  /** A whole number of hundredths as a fraction. */
  private static String hundredths(String value) {
    return value.length() > 2 ? "1" : "0." + (value.length() < 2 ? "0" : "") + value;
  }

  private static String percent(int tenThousandths) {
    return String.valueOf((tenThousandths + 50) / 100);
  }
}
