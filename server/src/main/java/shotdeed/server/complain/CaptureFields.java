package shotdeed.server.complain;

import java.util.ArrayList;
import java.util.List;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.PageCapture;
import shotdeed.wire.PageCapture.Box;

/** Checks and bounds what a browser states about the page at the click. */
final class CaptureFields {
  private static final int MAX_ADDRESS = 2000;
  private static final int MAX_TEXT = 300;
  private static final int MAX_SHORT = 50;
  private static final int MAX_TEXTS = 20;
  private static final int MAX_BOXES = 20;
  private static final int MAX_SIDE = 65_535;

  private CaptureFields() {}

  /**
   * What was stated, one line a text, without control characters.
   *
   * @param stated {@code null} stays {@code null}
   * @param screenshot whether one was sent: it was taken at a time
   */
  static PageCapture checked(PageCapture stated, boolean screenshot) {
    if (stated == null) {
      return null;
    }
    int width = Fields.number("capture.width", stated.width(), 1, MAX_SIDE);
    int height = Fields.number("capture.height", stated.height(), 1, MAX_SIDE);
    String unseen = PageText.line(stated.unseen(), MAX_TEXT);
    return new PageCapture(
        Fields.pageAddress("capture.url", stated.url(), MAX_ADDRESS),
        PageText.line(stated.title(), MAX_TEXT),
        texts(stated.texts()),
        width,
        height,
        screenshotAt(stated.screenshotAt(), screenshot),
        boxes(stated.keep(), width, height),
        unseen.isEmpty() ? null : unseen);
  }

  private static String screenshotAt(String stated, boolean screenshot) {
    if (screenshot) {
      return Times.text(Times.stated("capture.screenshotAt", Fields.present("capture.screenshotAt", stated)));
    }
    if (stated != null) {
      throw Fields.invalid("capture.screenshotAt", "null where no screenshot is sent");
    }
    return null;
  }

  private static List<String> texts(List<String> stated) {
    List<String> texts = new ArrayList<>();
    for (String text : Fields.list("capture.texts", stated, 0, MAX_TEXTS)) {
      String line = PageText.line(text, MAX_TEXT);
      if (!line.isEmpty()) {
        texts.add(line);
      }
    }
    return List.copyOf(texts);
  }

  private static List<Box> boxes(List<Box> stated, int width, int height) {
    List<Box> boxes = Fields.list("capture.keep", stated, 0, MAX_BOXES);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = Fields.present("capture.keep[" + i + "]", boxes.get(i));
      boolean inside = box.left() >= 0 && box.top() >= 0 && box.right() <= width && box.bottom() <= height;
      if (!inside || box.left() >= box.right() || box.top() >= box.bottom()) {
        throw Fields.invalid("capture.keep[" + i + "]", "a box within what was in view");
      }
    }
    return List.copyOf(boxes);
  }

  /** What captured it; a browser that does not say is nobody's loss. */
  static CaptureClient client(CaptureClient client) {
    return client == null
        ? new CaptureClient("", "", "")
        : new CaptureClient(
            PageText.line(client.extension(), MAX_SHORT),
            PageText.line(client.browser(), MAX_TEXT),
            PageText.line(client.language(), MAX_SHORT));
  }
}
