package shotdeed.extension.complain;

import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.BadgeWords;
import shotdeed.extension.scan.Hit;
import shotdeed.wire.ReadMark;

/**
 * What was read of the invisible mark, as evidence beside the match: that there is none says nothing against it. To a
 * seller whose own listing shows the original it says where the copy to publish is.
 */
final class MarkView {
  private MarkView() {}

  /** What was read, in a few words; the empty text if nobody looked. */
  static String words(Hit hit) {
    ReadMark mark = hit.mark();
    if (mark == null) {
      return "";
    }
    return mark.found()
        ? Extension.message("markRead", mark.number(), String.valueOf(mark.confidence()))
        : Extension.message("markNone");
  }

  /** What it means. */
  static void addTo(Element view, Hit hit) {
    ReadMark mark = hit.mark();
    boolean own = hit.state().equals(Hit.OWN);
    if (mark == null) {
      return;
    }
    if (mark.namesOther(hit.certificate())) {
      view.with(Ui.notice("note", Extension.message("markOther", mark.number(), String.valueOf(hit.certificate()))));
    } else if (!mark.found() && !own) {
      view.with(Ui.text("p", "small", "markNoneMeans"));
    } else if (BadgeWords.isUnmarkedOriginal(hit)) {
      String number = String.valueOf(hit.certificate());
      Element toDo = ConsoleLink.to(hit, Extension.message("downloadToPublish", number), "/certificates/" + number);
      view.with(
          Ui.notice("warn", Extension.message("ownUnmarked")), toDo, Ui.text("p", "small", "ownUnmarkedMeans"));
    } else if (own) {
      view.with(Ui.notice("good", Extension.message("ownMarked")));
    }
  }
}
