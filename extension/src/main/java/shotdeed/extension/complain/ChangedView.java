package shotdeed.extension.complain;

import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Ui;

/** One notice on a page that is not as its marketplace's pages are known: what was not found, and what works all the same. */
final class ChangedView {
  private ChangedView() {}

  /** The notice, or {@code null} if the page is as it is known, or of no marketplace that is. */
  static Element of(Json page) {
    List<String> changed = page.strings("changed");
    if (changed.isEmpty()) {
      return null;
    }
    StringBuilder parts = new StringBuilder();
    for (String part : changed) {
      parts.append(parts.length() == 0 ? "" : Extension.message("listSeparator")).append(Extension.message("part_" + part));
    }
    String site = page.string("changedSite");
    Element notice = Ui.box("div", "notice note changed").attribute("role", "status");
    notice.with(Ui.text("p", "", "pageChanged", Extension.message("site_" + site), parts.toString()));
    for (String kept : page.strings("kept")) {
      notice.with(Ui.text("p", "", "kept_" + kept));
    }
    return notice;
  }
}
