package shotdeed.extension.page;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Elements;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.PageData;
import shotdeed.extension.browser.Roots;

/** What a page says of its item and shop, in the words of the page: the background makes sense of it. */
final class PageFacts {
  private static final int MAX_TEXT = 500;

  /** Elements that one reading looks at. */
  private static final int MOST = 20;

  private PageFacts() {}

  /** Reads what a shape asks for. */
  static Json read(Roots roots, PageData data, Json shape) {
    Json facts = Json.object();
    Json readings = shape.many("read");
    for (int r = 0; r < readings.size(); r++) {
      Json reading = readings.item(r);
      Json texts = Json.array();
      String attribute = reading.said("attribute");
      Json selectors = reading.many("select");
      for (int i = 0; i < selectors.size() && texts.size() == 0; i++) {
        Elements found = roots.all(selectors.text(i), attribute.isEmpty() ? 1 : MOST);
        for (int j = 0; j < found.size(); j++) {
          add(texts, attribute.isEmpty() ? found.get(j).said() : found.get(j).getAttribute(attribute));
        }
      }
      if (reading.has("after")) {
        Json values = data.texts(reading.said("after"), reading.said("path"));
        for (int i = 0; i < values.size() && i < MOST; i++) {
          add(texts, values.text(i));
        }
      }
      facts.put(reading.said("name"), texts);
    }
    Json message = Json.object().put("address", Document.address()).put("pageTitle", Document.title()).put("facts", facts);
    return shape.is("product") ? message.put("product", data.product()) : message;
  }

  private static void add(Json texts, String text) {
    if (text != null && !text.isEmpty()) {
      texts.add(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    }
  }

  /** Whether this page asks the visitor to sign in or to prove to be human; then nothing else is read from it. */
  static boolean isBarrier(Roots roots, Json shape) {
    String selector = shape.said("barrier");
    if (shape.is("barred") || !selector.isEmpty() && roots.first(selector) != null) {
      return true;
    }
    String title = Document.title();
    Json parts = shape.many("barrierTitles");
    for (int i = 0; i < parts.size(); i++) {
      if (title.indexOf(parts.text(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
