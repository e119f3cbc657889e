package shotdeed.extension;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.Arrived;
import shotdeed.extension.scan.Looked;
import shotdeed.extension.scan.PageSession;
import shotdeed.extension.scan.Scanner;
import shotdeed.extension.settings.WatchedSite;
import shotdeed.extension.site.Facts;
import shotdeed.extension.site.Grid;
import shotdeed.extension.site.Site;
import shotdeed.extension.site.Sites;
import shotdeed.extension.watch.Visits;
import shotdeed.picture.PictureServers;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * The pages that are open and what their content scripts say: held to what the browser says of the sender, because a page may
 * have got hold of its content script. A frame's pictures are its page's.
 */
final class OpenPages {
  private static final int MAX_ADDRESS = 2_000;

  /** What a frame says before its page has said what it is of is kept; more than this is not. */
  private static final int MOST_KEPT = 100;

  private final List<PageSession> pages = new ArrayList<>();

  /** By tab. A frame may come before its page does. */
  private final Map<Integer, List<PageDoor>> frames = new HashMap<>();

  private final Looked looked;
  private Scanner scanner;
  private Visits visits;
  private List<WatchedSite> sites;

  OpenPages(Looked looked) {
    this.looked = looked;
  }

  void use(Scanner scanner, Visits visits) {
    this.scanner = scanner;
    this.visits = visits;
  }

  /** The pages, each as long as the next of its tab has not come. */
  List<PageSession> all() {
    return pages;
  }

  /** The page of a tab, or {@code null}. */
  PageSession of(int tab) {
    for (PageSession page : pages) {
      if (page.tab() == tab) {
        return page;
      }
    }
    return null;
  }

  /** Waits until the sites that are watched are known. */
  void loadSites() {
    if (sites == null) {
      sites = WatchedSite.load();
    }
  }

  /** The sites that are watched have changed. */
  void sitesChanged() {
    sites = null;
  }

  /** A content script says that it is there. */
  Messages.PortReceiver connect(Messages.Port port, Messages.Sender sender) {
    PageDoor door = new PageDoor(port, sender);
    if (sender.frame() == 0) {
      leave(sender.tab());
      door.page = new PageSession(sender.tab(), port, looked);
      pages.add(door.page);
      for (PageDoor frame : framesOf(sender.tab())) {
        if (frame.page == null) { // the others are of the page before
          frame.join(door.page);
        }
      }
    } else {
      frames.computeIfAbsent(sender.tab(), tab -> new ArrayList<>()).add(door);
      PageSession page = of(sender.tab());
      if (page != null) {
        door.join(page);
      }
    }
    return door;
  }

  private List<PageDoor> framesOf(int tab) {
    return frames.getOrDefault(tab, List.of());
  }

  /** The page of a tab that was closed or left is kept only until the next one comes. */
  private void leave(int tab) {
    for (int i = pages.size() - 1; i >= 0; i--) {
      if (pages.get(i).tab() == tab) {
        visits.leave(pages.get(i));
        pages.get(i).close();
        pages.remove(i);
      }
    }
  }

  /** The way in from one content script: of a page, or of a frame in it. */
  private final class PageDoor implements Messages.PortReceiver {
    private final Messages.Port port;
    private final Messages.Sender sender;
    private final boolean frame;
    private final ArrayDeque<Json> said = new ArrayDeque<>();
    private boolean working;

    /** Whether the page is to read itself in another way: what it read before does not count. */
    private boolean changing;

    /** {@code null} while a frame's page has not come. */
    private PageSession page;

    private Site site;

    PageDoor(Messages.Port port, Messages.Sender sender) {
      this.port = port;
      this.sender = sender;
      this.frame = sender.frame() != 0;
      this.site = Sites.forHost(Address.host(sender.url()));
    }

    @Override
    public void receive(Json message) {
      String type = message.string("type");
      if (type.equals("page")) {
        shape(message.string("address"), false);
        hidden(message);
      } else if (type.equals("hidden")) {
        hidden(message);
      } else if (frame ? type.equals("pictures") : type.equals("facts") || type.equals("pictures")) {
        if (isReady() || said.size() < MOST_KEPT) {
          said.add(message);
        }
        goOn();
      } else if (type.equals("removed") && page != null) {
        page.badgesRemoved();
      } else if (type.equals("seen") && page != null) {
        page.seen(message.strings("urls"));
      }
    }

    /** A frame's pictures are of its page's listing, which the page may not have named yet. */
    private boolean isReady() {
      return !frame || page != null && page.listing() != null;
    }

    private void goOn() {
      if (isReady() && !working && !said.isEmpty()) {
        working = true;
        Tasks.start(this::work);
      }
    }

    /** This frame is in a page that has come. */
    void join(PageSession of) {
      page = of;
      page.join(port);
      goOn();
    }

    /** One message after the other: pictures are of the listing that was named before them. */
    private void work() {
      try {
        for (Json message = said.poll(); message != null; message = said.poll()) {
          hear(message);
        }
      } finally {
        working = false;
      }
    }

    private void hear(Json message) {
      try {
        if (message.string("type").equals("facts")) {
          facts(Facts.read(message.member("said")));
        } else {
          pictures(message);
        }
      } catch (Json.WrongShape e) { // a page that has got hold of its content script
        Tasks.log("ShotDeed: a page said what it cannot mean: " + e.getMessage());
      }
    }

    private void hidden(Json message) {
      if (!frame) {
        page.hidden(message.flag("hidden"));
        scanner.resume(page);
      }
    }

    /** @param anew whether all that was read by another shape is to be read once more */
    private void shape(String address, boolean anew) {
      Site now = frame && page != null ? pageSite() : site;
      port.send(
          Json.object()
              .put("type", "shape")
              .put("shape", (frame ? now.frame(address) : site.shape(address)).json())
              .put("anew", anew));
    }

    private Site pageSite() {
      return page.listing() == null ? site : Sites.forHost(Address.host(page.listing().pageUrl()));
    }

    private void facts(Facts facts) {
      if (frame || !isOfSender(facts.address())) {
        return;
      }
      Site better = Sites.forPage(site, facts);
      if (better != site) {
        site = better;
        if (page.listing() != null) {
          page.askAgain();
        }
        changing = true;
        shape(facts.address(), true);
        return;
      }
      changing = false;
      loadSites();
      SeenListing now = WatchedSite.withMarket(sites, site.listing(facts));
      if (!visits.isElsewhere(page, now)) {
        page.facts(site, facts);
      }
      for (PageDoor frame : framesOf(sender.tab())) {
        frame.goOn();
      }
    }

    private boolean isOfSender(String address) {
      return address.length() <= MAX_ADDRESS && Address.origin(address).equals(Address.origin(sender.url()));
    }

    private void pictures(Json message) {
      if (page == null || page.listing() == null || changing) {
        return;
      }
      List<Arrived> pictures = new ArrayList<>();
      Map<String, SeenListing> items = new HashMap<>();
      for (Json picture : message.list("pictures")) {
        String url = picture.string("url");
        SeenListing item = frame ? null : Grid.item(site, page.listing(), picture);
        if (item != null) {
          items.putIfAbsent(PictureServers.key(url), item);
        }
        SeenListing of = item == null ? listingOf(url, items) : item;
        SeenPicture seen = new SeenPicture(url, url, picture.string("role"), 1);
        pictures.add(new Arrived(seen, of, item == null ? "" : picture.string("link")));
      }
      page.seen(message.strings("seen"));
      scanner.add(page, pictures);
    }

    /** In a grid, a picture that leads to nothing is of the item that another place, or the page's data, said it is of. */
    private SeenListing listingOf(String url, Map<String, SeenListing> here) {
      boolean grid = !frame && site.item(page.listing().pageUrl()).isEmpty();
      return grid ? here.getOrDefault(PictureServers.key(url), page.listingOf(url)) : page.listing();
    }

    @Override
    public void closed() {
      if (frame) {
        if (page != null) {
          page.leave(port);
        }
        List<PageDoor> others = frames.get(sender.tab());
        others.remove(this);
        if (others.isEmpty()) {
          frames.remove(sender.tab());
        }
        return;
      }
      visits.leave(page);
      page.close();
      pages.remove(page);
    }
  }
}
