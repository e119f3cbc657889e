package shotdeed.extension.page;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.site.Site;
import shotdeed.extension.site.Site.PagePicture;
import shotdeed.extension.site.Sites;
import shotdeed.extension.wire.ListingJson;

/**
 * The content script: finds the pictures of the page, sends their addresses to the background, and puts a badge on those
 * that come back as hits. It holds no pixels, no fingerprints, no words and no address of the server.
 */
public final class PageWatcher {
  private static final int QUIET_MILLIS = 250;

  /** Connections in a row that end without an answer; then the page stops trying, so that it never spins. */
  private static final int RECONNECTS = 20;

  private final Site site = Sites.forHost(Address.host(Document.address()));
  private final Badges badges = new Badges();

  /** By address. Objects of the browser rather than Java's maps: they cost the page no code. */
  private final Json verdicts = Json.object();

  private final Json asked = Json.object();
  private List<PagePicture> shown = new ArrayList<>();
  private String sentListing = "";

  /** The address of which the background was told that it shows no picture. */
  private Messages.Port port;
  private int connects;

  /** Starts watching the page, once. */
  public static void watch() {
    if (Document.claim()) {
      PageWatcher watcher = new PageWatcher();
      watcher.look();
      Document.onChange(QUIET_MILLIS, watcher::look);
      Messages.onWake(watcher::sayAgain);
      PageCapturer capturer = new PageCapturer(watcher.site, watcher.badges);
      Messages.onAsked("show", (message, reply) -> capturer.show(watcher.pictures(), message.strings("urls"), reply));
      Messages.onAsked("taken", (message, reply) -> capturer.taken(reply));
    }
  }

  /** The background lost what it knew of this page; what wears a badge keeps it meanwhile. */
  private void sayAgain() {
    if (port == null) {
      connects = 0;
      for (String url : asked.keys()) {
        asked.remove(url);
        if (verdicts.has(url) && verdicts.memberOrNull(url).string("hit").isEmpty()) {
          verdicts.remove(url);
        }
      }
      look();
    }
  }

  private List<PagePicture> pictures() {
    return site.isBarrier() ? new ArrayList<>() : site.pictures();
  }

  private void look() {
    List<PagePicture> now = pictures();
    for (PagePicture before : shown) {
      if (wearsBadge(before) && !shows(now, before)) {
        badges.hide(before.element());
      }
    }
    shown = now;
    Json fresh = Json.array();
    int count = 0;
    for (PagePicture picture : now) {
      Json verdict = verdicts.memberOrNull(picture.url());
      if (verdict != null) {
        draw(picture, verdict);
      }
      if (!asked.has(picture.url())) {
        asked.put(picture.url(), true);
        fresh.add(
            Json.object()
                .put("url", picture.url())
                .put("role", picture.role())
                .put("position", picture.position()));
        count++;
      }
    }
    if (count > 0) {
      send(fresh);
    }
  }

  private void send(Json pictures) {
    if (port == null) {
      if (connects >= RECONNECTS) {
        return;
      }
      connects++;
      sentListing = "";
      port = Messages.connect(new Receiver());
    }
    Json listing = ListingJson.write(site.listing(Document.address(), Document.title()));
    String text = listing.text();
    Json message = Json.object().put("type", "pictures").put("pictures", pictures);
    if (!text.equals(sentListing)) {
      sentListing = text;
      message.put("listing", listing);
    }
    port.send(message);
  }

  private final class Receiver implements Messages.PortReceiver {
    @Override
    public void receive(Json message) {
      if (message.string("type").equals("again")) {
        forget(message.flag("all"));
        look();
        return;
      }
      connects = 0;
      String url = message.string("url");
      verdicts.put(url, message);
      for (PagePicture picture : shown) {
        if (picture.url().equals(url)) {
          draw(picture, message);
        }
      }
    }

    /** The worker was stopped: what it has not answered is asked again, of the next one. */
    @Override
    public void closed() {
      port = null;
      for (PagePicture picture : shown) {
        if (!verdicts.has(picture.url())) {
          asked.remove(picture.url());
        }
      }
      look();
    }
  }

  /** Copies stay marked unless all is forgotten; everything else is asked again, what has no answer yet as well. */
  private void forget(boolean all) {
    for (String url : asked.keys()) {
      Json verdict = verdicts.memberOrNull(url);
      if (all || verdict == null || verdict.string("hit").isEmpty()) {
        verdicts.remove(url);
        asked.remove(url);
      }
    }
    for (int i = 0; all && i < shown.size(); i++) {
      badges.hide(shown.get(i).element());
    }
  }

  private void draw(PagePicture picture, Json verdict) {
    Element element = picture.element();
    String hit = verdict.string("hit");
    if (!hit.isEmpty()) {
      badges.show(
          element,
          verdict.string("text"),
          verdict.string("hint"),
          verdict.string("look"),
          () -> Messages.tell(Json.object().put("type", "open").put("hit", hit)));
    } else {
      badges.hide(element);
    }
  }

  private boolean wearsBadge(PagePicture picture) {
    Json verdict = verdicts.memberOrNull(picture.url());
    return verdict != null && !verdict.string("hit").isEmpty();
  }

  private static boolean shows(List<PagePicture> pictures, PagePicture wanted) {
    for (PagePicture picture : pictures) {
      if (picture.element() == wanted.element()) {
        return picture.url().equals(wanted.url());
      }
    }
    return false;
  }
}
