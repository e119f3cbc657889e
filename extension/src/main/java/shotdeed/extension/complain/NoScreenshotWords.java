package shotdeed.extension.complain;

import shotdeed.model.NoScreenshot;
import shotdeed.model.NotInView;
import shotdeed.wire.PageCapture;

/** Keys of the words for what the evidence of a complaint lacks. */
final class NoScreenshotWords {
  private NoScreenshotWords() {}

  /** Why there is no screenshot. */
  static String key(NoScreenshot why) {
    return why == null
        ? "noScreenshotRefused"
        : switch (why) {
          case NOT_ALLOWED, CONSOLE -> "noScreenshot";
          case OTHER_PAGE -> "noScreenshotOtherPage";
          case TAB_CLOSED -> "noScreenshotTabClosed";
          case REFUSED -> "noScreenshotRefused";
          case INTERRUPTED -> "noScreenshotInterrupted";
        };
  }

  /** Why the picture is not in view; {@code null} if it is, or if nothing of the page is known. */
  static String missing(PageCapture page) {
    NotInView why = page == null ? null : NotInView.ofSentence(page.unseen());
    return why == null
        ? null
        : switch (why) {
          case GONE -> "unseenGone";
          case HIDDEN -> "unseenHidden";
          case COVERED -> "unseenCovered";
          case MOVING -> "unseenMoving";
          case UNREAD -> "unseenUnread";
        };
  }
}
