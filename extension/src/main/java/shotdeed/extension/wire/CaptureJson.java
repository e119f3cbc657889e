package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.PageCapture;

/** The page at the click; apart, because the content script needs no more than this. */
public final class CaptureJson {
  private CaptureJson() {}

  /** {@code null} stays {@code null}. */
  public static Json write(PageCapture capture) {
    if (capture == null) {
      return null;
    }
    Json texts = Json.array();
    for (String text : capture.texts()) {
      texts.add(text);
    }
    Json keep = Json.array();
    for (PageCapture.Box box : capture.keep()) {
      keep.add(write(box));
    }
    return Json.object()
        .put("url", capture.url())
        .put("title", capture.title())
        .put("texts", texts)
        .put("width", capture.width())
        .put("height", capture.height())
        .put("screenshotAt", capture.screenshotAt())
        .put("keep", keep)
        .put("unseen", capture.unseen());
  }

  /** One box. */
  public static Json write(PageCapture.Box box) {
    return Json.object()
        .put("left", box.left())
        .put("top", box.top())
        .put("right", box.right())
        .put("bottom", box.bottom());
  }

  /** {@code null} stays {@code null}. */
  public static PageCapture read(Json json) {
    return json == null
        ? null
        : new PageCapture(
            json.string("url"),
            json.string("title"),
            json.strings("texts"),
            json.integer("width"),
            json.integer("height"),
            json.stringOr("screenshotAt", null),
            boxes(json),
            json.stringOr("unseen", null));
  }

  /** The member {@code keep}. */
  public static List<PageCapture.Box> boxes(Json json) {
    List<PageCapture.Box> boxes = new ArrayList<>();
    for (Json box : json.list("keep")) {
      boxes.add(box(box));
    }
    return boxes;
  }

  /** One box. */
  public static PageCapture.Box box(Json json) {
    return new PageCapture.Box(
        json.integer("left"), json.integer("top"), json.integer("right"), json.integer("bottom"));
  }
}
