package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.PictureReader.Trouble;
import shotdeed.model.PictureRole;
import shotdeed.model.Unjudged;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/** One open page: what was found on it so far, and the way back to its content script. */
public final class PageSession {
  /** A page with more pictures is checked up to here, so that it cannot keep the worker busy for good. */
  private static final int MAX_PICTURES = 1000;

  private final int tab;
  private final Messages.Port port;
  private SeenListing listing;
  private final ArrayDeque<SeenPicture> queue = new ArrayDeque<>();
  private PageStrips strips = new PageStrips();
  private final PageLooks looks = new PageLooks();

  private final PageBadges badges;
  private boolean open = true;
  private int round;
  private int found;
  private int checked;
  private final List<String> copies = new ArrayList<>();

  /** Of a shop of the seller's own: counted apart. */
  private final List<String> own = new ArrayList<>();

  private final List<String> unreachable = new ArrayList<>();
  private final int[] troubles = new int[Trouble.values().length];
  private final int[] unjudged = new int[Unjudged.values().length];
  private final PageTimes times = new PageTimes();

  public PageSession(int tab, Messages.Port port) {
    this.tab = tab;
    this.port = port;
    this.badges = new PageBadges(port);
  }

  /** The tab that shows the page. */
  public int tab() {
    return tab;
  }

  /** What the page says of its listing; {@code null} before it said anything credible. */
  public SeenListing listing() {
    return listing;
  }

  /** Takes what the page now says of its listing. */
  public void listing(SeenListing now) {
    listing = now;
  }

  boolean isOpen() {
    return open;
  }

  /** The page is gone. */
  public void close() {
    open = false;
    queue.clear();
    looks.clear();
    strips = new PageStrips();
  }

  /** Its thorough check. */
  PageLooks looks() {
    return looks;
  }

  /** Takes a picture that the page shows; returns whether it waits to be checked. */
  boolean arrived(SeenPicture picture) {
    times.arrived();
    found++;
    if (found > MAX_PICTURES) {
      unfetched(picture.url(), Trouble.TOO_MANY);
      return false;
    }
    queue.add(picture);
    if (PageStrips.isSlice(picture)) {
      strips.expect(picture);
    }
    return true;
  }

  /** The strips that the detail pictures of this round make. */
  PageStrips strips() {
    return strips;
  }

  /** The next picture to check, or {@code null}. */
  SeenPicture next() {
    return queue.poll();
  }

  /** How often the page was asked to begin again: what belongs to an earlier round no longer counts. */
  int round() {
    return round;
  }

  void took(PictureReader.Read read) {
    times.took(read);
  }

  void took(double hash, double match) {
    times.took(hash, match);
  }

  /** The monitor library changed: what was clean may not be. The page sends its pictures once more. */
  public void askAgain() {
    if (open) {
      round++;
      queue.clear();
      looks.clear();
      strips = new PageStrips();
      found = 0;
      checked = 0;
      unreachable.clear();
      Arrays.fill(troubles, 0);
      Arrays.fill(unjudged, 0);
      port.send(Json.object().put("type", "again"));
    }
  }

  /** Tells the page that a picture is no copy, unless it shows a part of one. */
  void clear(String url) {
    done();
    clean(url);
  }

  /** The hit on one of these pictures that is of a certificate; the empty text if there is none. */
  String hitOn(List<String> urls, int certificate) {
    return badges.hitOn(urls, certificate);
  }

  /** Notes that a picture was looked at and gets no verdict; the page shows nothing, the panel says why. */
  void unjudged(String url, Unjudged reason) {
    done();
    unjudged[reason.ordinal()]++;
    clean(url);
  }

  /** Notes that a picture could not be had; the page shows nothing, the panel says why. */
  void unfetched(String url, Trouble trouble) {
    done();
    troubles[trouble.ordinal()]++;
    String host = Address.origin(url);
    if (trouble == Trouble.UNREACHABLE && !host.isEmpty() && !unreachable.contains(host)) {
      unreachable.add(host);
    }
    send(url);
  }

  /** Tells the page what a picture turned out to be. */
  void decided(String url, Hit hit) {
    done();
    decided(List.of(url), hit);
  }

  /** Tells the page that these pictures show a hit, each a part of it: one copy, with a badge on each. */
  void decided(List<String> urls, Hit hit) {
    for (String url : urls) {
      badges.add(url, hit);
    }
    decided(hit);
    if (ShopWords.mayHaveChanged(hit)) {
      Tasks.start(() -> shopJudged(hit.id()));
    }
  }

  /**
   * Waits until the badge of a hit is what the server's console now says of its shop. Who draws this page's status is told
   * of a change only when the status has it: asked for it earlier, they would be left with the old one.
   */
  public void shopJudged(String id) {
    boolean wasOwn = own.contains(id);
    Hit now = ShopWords.ask(id);
    if (now != null && shows(id)) {
      decided(now);
      if (own.contains(id) != wasOwn) {
        Messages.tell(Json.object().put("type", "changed"));
      }
    }
  }

  /** Shows a hit that this page's pictures have, if it is one; {@code null} is none. */
  public void show(Hit hit) {
    if (hit != null && listing != null && hit.report().listing().pageUrl().equals(listing.pageUrl())) {
      decided(hit.addresses(), hit);
    }
  }

  /** A picture of the page by its address; one that the page does not name itself stands somewhere on it. */
  SeenPicture named(String url) {
    return new SeenPicture(url, url, PictureRole.OTHER.text(), 1);
  }

  /** Tells the page what became of a hit. */
  public void decided(Hit hit) {
    looks.related(hit);
    boolean owned = hit.state().equals(Hit.OWN);
    list(copies, hit.id(), hit.isStanding() && !owned);
    list(own, hit.id(), owned);
    badges.update(hit, open);
    if (open) {
      Extension.toolbarCount(tab, copies.isEmpty() ? "" : String.valueOf(copies.size()));
    }
  }

  private static void list(List<String> hits, String hit, boolean listed) {
    if (!listed) {
      hits.remove(hit);
    } else if (!hits.contains(hit)) {
      hits.add(hit);
    }
  }

  /** The hits that the page shows, those of a shop of the seller's own among them. */
  public List<String> hits() {
    List<String> hits = new ArrayList<>(copies);
    hits.addAll(own);
    return hits;
  }

  /** Whether the page shows a hit. */
  public boolean shows(String hit) {
    return copies.contains(hit) || own.contains(hit);
  }

  /**
   * What the panel shows of this page.
   *
   * @param thorough whether the thorough check is on
   */
  Json status(boolean thorough) {
    Json troubleCounts = Json.object();
    for (Trouble trouble : Trouble.values()) {
      troubleCounts.put(trouble.toString(), troubles[trouble.ordinal()]);
    }
    Json unjudgedCounts = Json.object();
    for (Unjudged reason : Unjudged.values()) {
      unjudgedCounts.put(reason.text(), unjudged[reason.ordinal()]);
    }
    Json status = Json.object();
    looks.addTo(status, thorough);
    return status
        .put("url", listing == null ? "" : listing.pageUrl())
        .put("title", listing == null ? "" : listing.title())
        .put("shop", listing == null ? "" : listing.shopName())
        .put("found", found)
        .put("checked", checked)
        .put("copies", array(copies))
        .put("own", array(own))
        .put("unreachable", array(unreachable))
        .put("troubles", troubleCounts)
        .put("unjudged", unjudgedCounts)
        .put("millis", times.json());
  }

  private void done() {
    checked++;
    times.decided();
  }

  /** A picture that shows no hit wears nothing. */
  private void clean(String url) {
    if (!badges.isOn(url)) {
      send(url);
    }
  }

  private void send(String url) {
    if (open) {
      badges.send(url);
    }
  }

  private static Json array(List<String> texts) {
    Json list = Json.array();
    for (String text : texts) {
      list.add(text);
    }
    return list;
  }
}
