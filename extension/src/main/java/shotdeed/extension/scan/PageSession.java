package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.PictureReader.Trouble;
import shotdeed.extension.site.Facts;
import shotdeed.extension.site.Site;
import shotdeed.model.PictureRole;
import shotdeed.model.Unjudged;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/** One open page: what was found on it so far, and the way back to its content script. */
public final class PageSession {
  /** A page with more pictures is checked up to here, so that it cannot keep the worker busy for good. */
  private static final int MAX_PICTURES = 1000;

  private final int tab;
  private final PageListing listing = new PageListing();
  private final PageQueue queue = new PageQueue();
  private final PageNames names = new PageNames();
  private final PageShape shape = new PageShape();

  /** Pictures and their listings that came since the page last began: what comes twice is answered once. */
  private final Set<String> came = new HashSet<>();

  /** In a grid, what each picture is of. */
  private final PageItems items = new PageItems();

  /** Addresses that have their verdict. */
  private final Set<String> done = new HashSet<>();

  private boolean hidden;

  /** Pictures that the page holds itself: they have no address to be asked for. */
  private int embedded;

  /** Whether the page asks to sign in or to prove to be human. */
  private boolean barrier;

  /** Whether the page took the badges away. */
  private boolean removed;

  private PageStrips strips = new PageStrips();
  private final PageLooks looks = new PageLooks();

  private final PageBadges badges;
  private boolean open = true;
  private int round;
  private final Looked looked;
  private final PageCounts counts = new PageCounts();
  private final List<String> copies = new ArrayList<>();

  /** Of a shop of the seller's own: counted apart. */
  private final List<String> own = new ArrayList<>();

  private final PageTimes times = new PageTimes();

  public PageSession(int tab, Messages.Port port, Looked looked) {
    this.tab = tab;
    this.looked = looked;
    this.badges = new PageBadges(port, names, items);
  }

  /** The tab that shows the page. */
  public int tab() {
    return tab;
  }

  /** What the page says of its listing; {@code null} before it said anything credible. */
  public SeenListing listing() {
    return listing.seen();
  }

  /** Takes what the page now says of its listing. */
  public void listing(SeenListing now) {
    listing.say(now);
  }

  /** The same for all addresses of what the page shows; the empty text before it said anything credible. */
  public String key() {
    return listing.key();
  }

  /** Whether the page went to another listing without being loaded anew. */
  public boolean isElsewhere(SeenListing now) {
    return listing.isElsewhere(now);
  }

  /** The page went to another listing: nothing of the one before counts, and it sends all that it shows once more. */
  public void begin(SeenListing now) {
    listing.begin(now);
    shape.clear();
    copies.clear();
    own.clear();
    badges.clear();
    restart();
    if (open) {
      Extension.toolbarCount(tab, "");
      badges.tell(Json.object().put("type", "again").put("all", true));
    }
  }

  /**
   * Takes what the page of the listing that was last said does not show of what its marketplace's pages are known by; may be
   * said again, and the last word stands. Each listing and part counts once a day, whatever is said later: say it when the
   * page has come to rest, not while it still fills.
   *
   * @param site one of {@link shotdeed.wire.ChangedPages#SITES}; of any other page nothing is kept
   * @param parts of {@link shotdeed.wire.ChangedPages#PARTS}; empty if the page is as it is known
   */
  public void changed(String site, List<String> parts) {
    boolean differs = shape.say(site, parts);
    looked.changed(listing(), site, shape.missing());
    if (differs) {
      Messages.tell(Json.object().put("type", "changed"));
    }
  }

  /** Whether the page is still there. */
  public boolean isOpen() {
    return open;
  }

  /** A frame of the page shows pictures too. */
  public void join(Messages.Port frame) {
    badges.join(frame);
  }

  /** A frame is gone. */
  public void leave(Messages.Port frame) {
    badges.leave(frame);
  }

  /** The page went out of sight, or came back: nothing of a hidden page is checked. */
  public void hidden(boolean now) {
    hidden = now;
  }

  /** Whether it waits until somebody sees it. */
  public boolean isHidden() {
    return hidden;
  }

  /** Whether pictures wait to be checked. */
  public boolean isWaiting() {
    return !queue.isEmpty();
  }

  /** Pictures came into view: they go first. */
  public void seen(List<String> urls) {
    for (String url : urls) {
      queue.seen(names.first(url));
    }
  }

  /** What the page says of itself. */
  public void facts(Site site, Facts said) {
    embedded = said.said().integerOr("embedded", 0);
    barrier = said.isBarrier();
    boolean titled = !said.text("title").isEmpty() || !listing().title().equals(said.pageTitle());
    if (said.isSettled() && !barrier && !site.item(said.address()).isEmpty()) {
      changed(site.name(), missing(site, titled));
    }
  }

  /** Of what every item page of a marketplace shows, what this one does not. */
  private List<String> missing(Site site, boolean titled) {
    List<String> missing = new ArrayList<>();
    for (String part : site.expected()) {
      boolean there =
          switch (part) {
            case ChangedPages.TITLE -> titled;
            case ChangedPages.SHOP -> !listing().shopName().isEmpty() || !listing().shopId().isEmpty();
            case ChangedPages.MAIN -> names.has(HitName.listing(listing()), PictureRole.MAIN.text());
            default -> true;
          };
      if (!there) {
        missing.add(part);
      }
    }
    return missing;
  }

  /** How far going through this page of many items is. */
  public void walk(String now) {
    items.walk(now);
  }

  /** The page took the badges away. */
  public void badgesRemoved() {
    removed = true;
  }

  /** The listing that a picture is of: in a grid each has its own, and one in two cards the first's. */
  public SeenListing listingOf(String url) {
    return items.of(names.first(url), listing());
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
  boolean arrived(Arrived picture) {
    times.arrived();
    String url = picture.picture().url();
    String role = picture.picture().role();
    SeenListing of = picture.listing();
    SeenListing item = of == listing() ? null : of;
    String first = names.add(url);
    String whose = HitName.listing(of);
    if (came.size() <= MAX_PICTURES && !came.add(first + "\n" + whose)) {
      boolean another = items.place(first, picture.link(), item);
      if (done.contains(first) && (another || !first.equals(url))) {
        send(first); // another size of a picture that has its verdict has it too, and so has another link to its item
      }
      return false;
    }
    if (counts.found() > MAX_PICTURES) {
      unfetched(first, Trouble.TOO_MANY);
      return false;
    }
    items.place(first, picture.link(), item);
    SeenPicture placed = new SeenPicture(first, first, role, names.place(whose, role, first));
    queue.add(new Arrived(placed, of, picture.link()));
    if (PageStrips.isSlice(placed)) {
      strips.expect(placed);
    }
    return true;
  }

  /** The strips that the detail pictures of this round make. */
  PageStrips strips() {
    return strips;
  }

  /** The next picture to check, or {@code null}. */
  Arrived next() {
    return queue.next();
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
      restart();
      badges.tell(Json.object().put("type", "again").put("all", false));
    }
  }

  private void restart() {
    round++;
    came.clear();
    done.clear();
    items.clear();
    names.clear();
    queue.clear();
    looks.clear();
    strips = new PageStrips();
    counts.clear();
  }

  /** Tells the page that a picture is no copy, unless it shows a part of one. */
  void clear(String url) {
    examined(url);
    clean(url);
  }

  /** There is nothing to compare a picture with. */
  void skipped(String url) {
    counts.skipped();
    times.decided();
    clean(url);
  }

  /** Whether every picture that the page has shown so far has been through. */
  public boolean isSettled() {
    return counts.isSettled();
  }

  /** Pictures that were looked at. */
  public int looked() {
    return counts.looked();
  }

  /** Pictures that could not be. */
  public int failed() {
    return counts.failed();
  }

  /** Copies on it that are not of a shop of the seller's own. */
  public int copies() {
    return copies.size();
  }

  /** The hit on one of these pictures that is of a certificate; the empty text if there is none. */
  String hitOn(List<String> urls, int certificate) {
    return badges.hitOn(urls, certificate);
  }

  /** Notes that a picture was looked at and gets no verdict; the page shows nothing, the panel says why. */
  void unjudged(String url, Unjudged reason) {
    counts.failed(reason);
    times.decided();
    tell(url, reason.text());
    clean(url);
  }

  /** Notes that a picture could not be had; the page shows nothing, the panel says why. */
  void unfetched(String url, Trouble trouble) {
    unfetched(url, trouble, url);
  }

  /** @param asked the address that was asked for it, which may be a secure one where the page's own is not */
  void unfetched(String url, Trouble trouble, String asked) {
    counts.failed(trouble, asked);
    times.decided();
    tell(url, trouble.text());
    send(url);
  }

  /** Tells the page what a picture turned out to be. */
  void decided(String url, Hit hit) {
    examined(url);
    decided(List.of(url), hit);
  }

  /** Tells the page that these pictures show a hit, each a part of it: one copy, with a badge on each. */
  void decided(List<String> urls, Hit hit) {
    done.addAll(urls);
    for (String url : urls) {
      badges.add(url, hit);
      done.add(names.first(url));
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
    if (hit != null && listing() != null && isHere(hit)) {
      decided(hit.addresses(), hit);
    }
  }

  private boolean isHere(Hit hit) {
    String page = hit.report().listing().pageUrl();
    if (page.equals(listing().pageUrl())) {
      return true;
    }
    for (SeenListing of : items.all(names.first(hit.addresses().get(0)), listing())) {
      if (page.equals(of.pageUrl())) {
        return true;
      }
    }
    return false;
  }

  /** A picture that the page need not name itself: it stands somewhere on it. */
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
    Json status = Json.object();
    SeenListing said = listing();
    counts.addTo(status);
    looks.addTo(status, thorough);
    items.addTo(status, done, badges.pictures());
    shape.addTo(status);
    return status
        .put("url", said == null ? "" : said.pageUrl())
        .put("listing", said == null ? "" : HitName.listing(said))
        .put("title", said == null ? "" : said.title())
        .put("shop", said == null ? "" : said.shopName())
        .put("embedded", embedded)
        .put("barrier", barrier)
        .put("badgesRemoved", removed)
        .put("hidden", hidden)
        .put("copies", PageCounts.array(copies))
        .put("own", PageCounts.array(own))
        .put("millis", times.json());
  }

  private void examined(String url) {
    counts.examined();
    times.decided();
    tell(url, "");
  }

  /** Whoever counts what was looked at is told of a picture, for each listing that shows it. */
  private void tell(String url, String failure) {
    for (SeenListing of : items.all(names.first(url), listing())) {
      looked.at(of, url, failure);
    }
  }

  /** A picture that shows no hit wears nothing. */
  private void clean(String url) {
    if (!badges.isOn(url)) {
      send(url);
    }
  }

  private void send(String url) {
    done.add(url);
    if (open) {
      badges.send(url);
    }
  }
}
