package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
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

  /** By address, the hits that a picture shows, each with its certificate; it wears the badge of the first. */
  private final Map<String, List<Mark>> marks = new HashMap<>();
  private boolean open = true;
  private int round;
  private int found;
  private int checked;
  private final List<String> copies = new ArrayList<>();
  private final List<String> unreachable = new ArrayList<>();
  private final int[] troubles = new int[Trouble.values().length];
  private final int[] unjudged = new int[Unjudged.values().length];
  private final PageTimes times = new PageTimes();

  private record Mark(String hit, int certificate, String state, String grade) {}

  public PageSession(int tab, Messages.Port port) {
    this.tab = tab;
    this.port = port;
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
    if (!marks.containsKey(url)) {
      send(url, "none", "", "");
    }
  }

  /** The hit on one of these pictures that is of a certificate; the empty text if there is none. */
  String hitOn(List<String> urls, int certificate) {
    for (String url : urls) {
      for (Mark mark : marks.getOrDefault(url, List.of())) {
        if (mark.certificate() == certificate) {
          return mark.hit();
        }
      }
    }
    return "";
  }

  /** Notes that a picture was looked at and gets no verdict; the page shows nothing, the panel says why. */
  void unjudged(String url, Unjudged reason) {
    done();
    unjudged[reason.ordinal()]++;
    if (!marks.containsKey(url)) {
      send(url, "unreadable", "", "");
    }
  }

  /** Notes that a picture could not be had; the page shows nothing, the panel says why. */
  void unfetched(String url, Trouble trouble) {
    done();
    troubles[trouble.ordinal()]++;
    String host = Address.origin(url);
    if (trouble == Trouble.UNREACHABLE && !host.isEmpty() && !unreachable.contains(host)) {
      unreachable.add(host);
    }
    send(url, "unreadable", "", "");
  }

  /** Tells the page what a picture turned out to be. */
  void decided(String url, Hit hit) {
    done();
    decided(List.of(url), hit);
  }

  /** Tells the page that these pictures show a hit, each a part of it: one copy, with a badge on each. */
  void decided(List<String> urls, Hit hit) {
    for (String url : urls) {
      List<Mark> on = marks.computeIfAbsent(url, key -> new ArrayList<>());
      Mark mark = new Mark(hit.id(), hit.report().certificate(), hit.state(), hit.grade());
      if (!update(on, hit, true)) {
        on.add(mark);
      }
    }
    decided(hit);
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
    String state = hit.state();
    boolean shown = state.equals(Hit.COPY) || state.equals(Hit.WAITING);
    if (shown && !copies.contains(hit.id())) {
      copies.add(hit.id());
    } else if (!shown) {
      copies.remove(hit.id());
    }
    for (String url : new ArrayList<>(marks.keySet())) {
      if (update(marks.get(url), hit, shown)) {
        sendMark(url);
      }
    }
    if (open) {
      Extension.toolbarCount(tab, copies.isEmpty() ? "" : String.valueOf(copies.size()));
    }
  }

  /** Brings the mark of a hit up to date; returns whether it is among these. */
  private static boolean update(List<Mark> on, Hit hit, boolean shown) {
    for (int i = 0; i < on.size(); i++) {
      if (on.get(i).hit().equals(hit.id())) {
        if (shown) {
          on.set(i, new Mark(hit.id(), on.get(i).certificate(), hit.state(), hit.grade()));
        } else {
          on.remove(i);
        }
        return true;
      }
    }
    return false;
  }

  private void sendMark(String url) {
    List<Mark> on = marks.get(url);
    if (on.isEmpty()) {
      marks.remove(url);
      send(url, "none", "", "");
    } else {
      send(url, on.get(0).state(), on.get(0).hit(), on.get(0).grade());
    }
  }

  /** Whether the page shows a hit. */
  public boolean shows(String hit) {
    return copies.contains(hit);
  }

  /**
   * What the panel shows of this page.
   *
   * @param thorough whether the thorough check is on
   */
  Json status(boolean thorough) {
    Json copyList = Json.array();
    for (String copy : copies) {
      copyList.add(copy);
    }
    Json hosts = Json.array();
    for (String host : unreachable) {
      hosts.add(host);
    }
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
        .put("copies", copyList)
        .put("unreachable", hosts)
        .put("troubles", troubleCounts)
        .put("unjudged", unjudgedCounts)
        .put("millis", times.json());
  }

  private void done() {
    checked++;
    times.decided();
  }

  private void send(String url, String state, String hit, String grade) {
    if (open) {
      port.send(
          Json.object()
              .put("type", "verdict")
              .put("url", url)
              .put("state", state)
              .put("hit", hit)
              .put("grade", grade));
    }
  }
}
