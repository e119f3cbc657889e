package shotdeed.extension.page;

import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.InView;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.PageData;
import shotdeed.extension.browser.PageHook;
import shotdeed.extension.browser.Reveal;
import shotdeed.extension.browser.Roots;

/**
 * The content script: asks the background what pages of this marketplace look like, finds the pictures, sends their addresses,
 * those in view first, and puts a badge on those that come back as hits. It holds no pixels, no fingerprints, no words, no
 * marketplace and no address of the server.
 */
public final class PageWatcher {
  private static final int QUIET_MILLIS = 250;

  /** Connections in a row that end without an answer; then the page stops trying, so that it never spins. */
  private static final int RECONNECTS = 20;

  /** A worker that hears nothing for half a minute is stopped, though it may be at work for this page. */
  private static final int ALIVE_MILLIS = 20_000;

  /** What is sent waits this long to hear what is in view; a page that paints nothing never says. */
  private static final int VIEW_MILLIS = 150;

  /** After this a page has said what it says. */
  private static final int SETTLED_MILLIS = 4_000;

  /** Addresses that are remembered; a page that is scrolled for a day forgets what it does not show any more. */
  private static final int MOST_KNOWN = 3_000;

  private final Roots roots = new Roots();
  private final PageData data = new PageData();
  private final Badges badges = new Badges(() -> tell("removed"));
  private final InView view = new InView(this::seen, this::sendSeen);

  /** By address. Objects of the browser rather than Java's maps: they cost the page no code. */
  private Json verdicts = Json.object();

  private Json asked = Json.object();

  /** What is about to be sent, and of it what is in view. */
  private Json fresh = Json.array();

  private Json inView = Json.object();
  private int unanswered;
  private Pictures shown = new Pictures();
  private PictureSources sources = new PictureSources("", Json.object());
  private String sentFacts = "";
  private String address = "";
  private boolean settled;

  /** What the background says of pages such as this; {@code null} before it did. */
  private Json shape;

  private Messages.Port port;
  private int connects;

  /** Starts watching the page, once. */
  public static void watch() {
    if (Document.claim("watch")) {
      PageWatcher watcher = new PageWatcher();
      watcher.roots.refresh();
      watcher.look();
      watcher.roots.onChange(QUIET_MILLIS, watcher::look);
      Document.onHidden(watcher::hidden);
      Messages.onWake(watcher::sayAgain);
      Reveal.later(SETTLED_MILLIS, watcher::settle);
    }
  }

  private void tell(String type) {
    if (port != null) {
      port.send(Json.object().put("type", type));
    }
  }

  private void settle() {
    settled = true;
    look();
  }

  private void hidden(boolean hidden) {
    if (port != null) {
      port.send(Json.object().put("type", "hidden").put("hidden", hidden));
    }
    if (!hidden) {
      look();
    }
  }

  /** The background lost what it knew of this page; what wears a badge keeps it meanwhile. */
  private void sayAgain() {
    if (port == null) {
      connects = 0;
      forget(false);
      connect();
    }
  }

  private void connect() {
    if (connects < RECONNECTS) {
      connects++;
      sentFacts = "";
      port = Messages.connect(new Receiver());
      sayWhere();
      Reveal.later(ALIVE_MILLIS, new Alive(port));
    }
  }

  private void sayWhere() {
    address = Document.address();
    port.send(Json.object().put("type", "page").put("address", address).put("hidden", Document.isHidden()));
  }

  /** Says from time to time that the page waits, as long as it does. */
  private final class Alive implements Runnable {
    private final Messages.Port mine;

    Alive(Messages.Port mine) {
      this.mine = mine;
    }

    @Override
    public void run() {
      if (port == mine) {
        if (unanswered > 0 && !Document.isHidden()) {
          tell("waiting");
        }
        Reveal.later(ALIVE_MILLIS, this);
      }
    }
  }

  private void look() {
    if (port == null && shape == null) {
      connect();
      return; // the background says how to look
    }
    if (!Document.address().equals(address)) {
      if (port == null) {
        connect();
      } else {
        sayWhere();
      }
      return;
    }
    if (shape == null) {
      return;
    }
    roots.refresh();
    boolean barrier = PageFacts.isBarrier(roots, shape);
    Collector found = new Collector(roots, data, sources, shape);
    if (!barrier) {
      found.collect();
    }
    exchange(found.shown());
    if (port == null) {
      // The next worker knows nothing of this page: with something new to say all of it is said once more.
      if (isNew(found)) {
        forget(false);
        connect();
      }
      return;
    }
    Json facts = PageFacts.read(roots, data, shape).put("barrier", barrier).put("embedded", sources.embedded()).put("settled", settled);
    String text = facts.text();
    if (!text.equals(sentFacts)) {
      sentFacts = text;
      port.send(Json.object().put("type", "facts").put("said", facts));
    }
    ask(found);
  }

  private boolean isNew(Collector found) {
    for (int i = 0; i < found.said().size(); i++) {
      if (!asked.has(key(found.said().item(i)))) {
        return true;
      }
    }
    return false;
  }

  private static String key(Json said) {
    return said.said("url") + "\n" + said.said("link");
  }

  /** What shows another picture than before loses its badge; what shows a known one gets it. */
  private void exchange(Pictures now) {
    for (int i = 0; i < shown.size(); i++) {
      Shown before = shown.get(i);
      if (before.element() != null && wearsBadge(before) && !now.stillShows(before)) {
        badges.hide(before.element());
      }
    }
    shown = now;
    PageHook.begin(shape);
    for (int i = 0; i < now.size(); i++) {
      Shown picture = now.get(i);
      if (picture.element() != null) {
        PageHook.add(picture.element(), picture.url());
      }
      if (verdict(picture) != null) {
        draw(picture);
      }
    }
  }

  private void ask(Collector found) {
    Json said = found.said();
    boolean waits = false;
    for (int i = 0; i < said.size(); i++) {
      String url = key(said.item(i));
      if (!asked.has(url)) {
        asked.put(url, true);
        fresh.add(said.item(i));
        unanswered++;
        Element element = found.shown().get(i).element();
        if (element != null) {
          view.watch(element);
          waits = true;
        }
      }
    }
    if (fresh.size() > 0) {
      if (waits && !Document.isHidden()) {
        Reveal.later(VIEW_MILLIS, this::sendFresh);
      } else {
        sendFresh();
      }
    }
    if (asked.keyCount() > MOST_KNOWN) {
      forgetGone();
    }
  }

  private void seen(Element element, boolean visible) {
    if (visible) {
      for (int i = 0; i < shown.size(); i++) {
      Shown picture = shown.get(i);
        if (picture.element() == element && !verdicts.has(picture.url())) {
          inView.put(picture.url(), true);
        }
      }
    }
  }

  private void sendSeen() {
    if (fresh.size() > 0) {
      sendFresh();
    } else if (inView.keyCount() > 0 && port != null) {
      port.send(Json.object().put("type", "seen").put("urls", inView.keyList()));
      inView = Json.object();
    }
  }

  private void sendFresh() {
    if (fresh.size() > 0 && port != null) {
      port.send(Json.object().put("type", "pictures").put("pictures", fresh).put("seen", inView.keyList()));
      fresh = Json.array();
      inView = Json.object();
    }
  }

  private final class Receiver implements Messages.PortReceiver {
    @Override
    public void receive(Json message) {
      String type = message.said("type");
      if (type.equals("shape")) {
        sentFacts = "";
        shape = message.memberOrNull("shape");
        sources = new PictureSources(Document.address(), shape);
        if (message.is("anew")) {
          forget(false);
        }
        look();
      } else if (type.equals("again")) {
        forget(message.is("all"));
        look();
      } else {
        connects = 0;
        answered(message);
      }
    }

    /** The worker was stopped: what it has not answered is asked again, of the next one. */
    @Override
    public void closed() {
      port = null;
      fresh = Json.array();
      boolean waits = unanswered > 0;
      unanswered = 0;
      keepAnswered();
      if (waits) {
        look();
      }
    }
  }

  private void answered(Json verdict) {
    String url = verdict.said("url");
    if (!verdicts.has(url) && unanswered > 0) {
      unanswered--;
    }
    verdicts.put(url, verdict);
    for (int i = 0; i < shown.size(); i++) {
      Shown picture = shown.get(i);
      if (picture.url().equals(url)) {
        if (picture.element() != null) {
          view.leave(picture.element());
        }
        draw(picture);
      }
    }
  }

  /** Copies stay marked unless all is forgotten; everything else is asked again, what has no answer yet as well. */
  private void forget(boolean all) {
    Json kept = Json.object();
    Json urls = verdicts.keyList();
    for (int i = 0; i < urls.size(); i++) {
      String url = urls.text(i);
      Json verdict = verdicts.memberOrNull(url);
      if (!all && !verdict.said("hit").isEmpty()) {
        kept.put(url, verdict);
      }
    }
    verdicts = kept;
    asked = Json.object();
    fresh = Json.array();
    unanswered = 0;
    for (int i = 0; all && i < shown.size(); i++) {
      if (shown.get(i).element() != null) {
        badges.hide(shown.get(i).element());
      }
    }
  }

  /** What has no answer is asked again. */
  private void keepAnswered() {
    Json known = Json.object();
    Json keys = asked.keyList();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.text(i);
      if (verdicts.has(key.substring(0, key.indexOf('\n')))) {
        known.put(key, true);
      }
    }
    asked = known;
  }

  /** A page that goes on for ever keeps what it shows. */
  private void forgetGone() {
    Json known = Json.object();
    for (int i = 0; i < shown.size(); i++) {
      Shown picture = shown.get(i);
      Json verdict = verdicts.memberOrNull(picture.url());
      if (verdict != null) {
        known.put(picture.url(), verdict);
      }
    }
    verdicts = known;
    keepAnswered();
  }

  /** One picture in the cards of two items is told of each: its verdict holds one for each link. */
  private Json verdict(Shown picture) {
    Json verdict = verdicts.memberOrNull(picture.url());
    Json here = verdict == null ? null : verdict.memberOrNull(picture.link());
    return here == null ? verdict : here;
  }

  private void draw(Shown picture) {
    Element element = picture.element();
    Json verdict = verdict(picture);
    if (element == null) {
      return;
    }
    if (wearsBadge(picture)) {
      badges.show(
          element,
          verdict.said("text"),
          verdict.said("hint"),
          verdict.said("look"),
          () -> {
            Json now = verdict(picture);
            Messages.tell(Json.object().put("type", "open").put("hit", (now == null ? verdict : now).said("hit")));
          });
    } else {
      badges.hide(element);
    }
  }

  private boolean wearsBadge(Shown picture) {
    Json verdict = verdict(picture);
    return verdict != null && !verdict.said("hit").isEmpty();
  }
}
