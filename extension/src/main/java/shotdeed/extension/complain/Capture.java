package shotdeed.extension.complain;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Screenshot;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.site.Sites;
import shotdeed.extension.wire.CaptureJson;
import shotdeed.model.NoScreenshot;
import shotdeed.model.NotInView;
import shotdeed.model.SamePage;
import shotdeed.wire.PageCapture;
import shotdeed.wire.PageCapture.Box;
import shotdeed.wire.SeenListing;

/**
 * The page at the click: the content script brings the picture into view and says what the page says, then the browser
 * takes the screenshot, then the content script says whether all stood still.
 *
 * @param page {@code null} if the tab was closed or showed another page
 * @param screenshot {@code null} if there is none
 * @param noScreenshot why there is none, or {@code null}
 */
record Capture(PageCapture page, byte[] screenshot, NoScreenshot noScreenshot) {
  /** The server takes screenshots up to 8 MiB. */
  private static final int MAX_SCREENSHOT = 8 << 20;

  /** Longer than a page needs to load the picture that was scrolled to. */
  private static final int ANSWER_MILLIS = 6_000;

  /** A gallery that turns its pictures is caught between two turns. */
  private static final int ATTEMPTS = 2;

  /** Waits for the page that a tab shows, which should be the one that a hit is on. */
  static Capture of(int tab, Hit hit) {
    int own = Screenshot.front(tab);
    try {
      Capture taken = null;
      for (int i = 0; i < ATTEMPTS && (taken == null || taken.isMoving()); i++) {
        taken = once(tab, hit);
      }
      return taken;
    } finally {
      Screenshot.back(own);
    }
  }

  private boolean isMoving() {
    return page != null && NotInView.ofSentence(page.unseen()) == NotInView.MOVING;
  }

  /** Whether the picture is not in view for a reason that a person can mend: one that is gone is gone. */
  boolean isMendable() {
    NotInView why = page == null ? null : NotInView.ofSentence(page.unseen());
    return why != null && why != NotInView.GONE;
  }

  /** A page that the person has gone on to is none of ours: nothing of it is read, and nothing of it is sent. */
  private static Capture once(int tab, Hit hit) {
    Screenshot.Tab now = Screenshot.tab(tab);
    if (now == null || now.url().isEmpty()) {
      return new Capture(null, null, now == null ? NoScreenshot.TAB_CLOSED : NoScreenshot.NOT_ALLOWED);
    }
    if (!SamePage.is(now.url(), hit.report().listing().pageUrl())) {
      return new Capture(null, null, NoScreenshot.OTHER_PAGE);
    }
    PageCapture shown = show(tab, now, hit);
    byte[] screenshot = null;
    NoScreenshot why = null;
    try {
      screenshot = Screenshot.take(tab, now.url(), MAX_SCREENSHOT);
    } catch (Tasks.Refused e) {
      why = reason(e.getMessage());
    }
    String at = Extension.instant();
    Json after = Messages.askTab(tab, Json.object().put("type", "taken"), ANSWER_MILLIS);
    return screenshot == null
        ? new Capture(shown, null, why)
        : new Capture(shown == null ? null : stillThere(shown, at, after), screenshot, null);
  }

  private static NoScreenshot reason(String refusal) {
    return switch (refusal) {
      case Screenshot.TAB_CLOSED -> NoScreenshot.TAB_CLOSED;
      case Screenshot.OTHER_PAGE -> NoScreenshot.OTHER_PAGE;
      case Screenshot.NOT_ALLOWED -> NoScreenshot.NOT_ALLOWED;
      default -> NoScreenshot.REFUSED;
    };
  }

  /** What the page says; where it says nothing, what the browser says of its tab. */
  private static PageCapture show(int tab, Screenshot.Tab bare, Hit hit) {
    Json urls = Json.array();
    for (String url : hit.addresses()) {
      urls.add(url);
    }
    SeenListing listing = hit.report().listing();
    Json ask =
        Json.object()
            .put("type", "show")
            .put("urls", urls)
            .put("item", listing.listingId())
            .put("title", listing.title())
            .put("shop", listing.shopName())
            .put("generic", Sites.isGeneric(listing.site()));
    Extension.injectShowScript(tab);
    Json said = Messages.askTab(tab, ask, ANSWER_MILLIS);
    if (said != null) {
      return CaptureJson.read(said);
    }
    return bare.width() == 0 || bare.height() == 0
        ? null
        : new PageCapture(
            bare.url(),
            bare.title(),
            List.of(),
            bare.width(),
            bare.height(),
            null,
            List.of(),
            NotInView.UNREAD.sentence());
  }

  /** Only what stood where it was said to stand stays readable. */
  private static PageCapture stillThere(PageCapture shown, String at, Json after) {
    List<Box> keep = after == null ? new ArrayList<>() : CaptureJson.boxes(after);
    boolean lost = shown.unseen() == null && (after == null || after.flag("pictureMoved"));
    return new PageCapture(
        shown.url(),
        shown.title(),
        shown.texts(),
        shown.width(),
        shown.height(),
        at,
        keep,
        lost ? NotInView.MOVING.sentence() : shown.unseen());
  }
}
