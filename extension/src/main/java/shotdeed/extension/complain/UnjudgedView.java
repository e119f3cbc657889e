package shotdeed.extension.complain;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Ui;
import shotdeed.model.Unjudged;

/** One quiet line on the pictures of a page that got no verdict; opened, it says why and what to do. */
final class UnjudgedView {
  private UnjudgedView() {}

  /** The line, or {@code null} if every picture got a verdict. */
  static Element of(Json page) {
    List<String> names = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    Json unjudged = page.member("unjudged");
    for (Unjudged reason : Unjudged.values()) {
      add(names, counts, reason.text(), unjudged.integer(reason.text()));
    }
    add(names, counts, "refused", page.member("troubles").integer("REFUSED"));
    return names.isEmpty() ? null : view(names, counts);
  }

  private static void add(List<String> names, List<Integer> counts, String reason, int pictures) {
    if (pictures > 0) {
      names.add("unjudged_" + reason.replace('-', '_'));
      counts.add(pictures);
    }
  }

  private static Element view(List<String> names, List<Integer> counts) {
    StringBuilder summary = new StringBuilder();
    Element reasons = Ui.box("ul", "");
    int all = 0;
    for (int i = 0; i < names.size(); i++) {
      all += counts.get(i);
      summary
          .append(i == 0 ? "" : Extension.message("listSeparator"))
          .append(Extension.message("unjudgedCount", String.valueOf(counts.get(i)), Extension.message(names.get(i))));
      reasons.with(Ui.text("li", "", names.get(i) + "_detail"));
    }
    boolean open = Document.first("details.unjudged[open]") != null; // the panel is drawn anew at every change
    Element view =
        Ui.box(
            "details",
            "unjudged small",
            Ui.text("summary", "", "unjudged", String.valueOf(all), summary.toString()),
            reasons);
    return open ? view.attribute("open", "") : view;
  }
}
