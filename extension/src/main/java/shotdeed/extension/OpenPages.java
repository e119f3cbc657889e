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
import shotdeed.extension.site.PictureAddress;
import shotdeed.extension.site.Site;
import shotdeed.extension.site.Sites;
import shotdeed.extension.watch.Visits;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * The pages that are open and what their content scripts say: held to what the browser says of the sender, because a page may
 * have got hold of its content script. A frame's pictures are its page's.
 */
final class OpenPages {
  private static final int MAX_ADDRESS = 2_000;

  /** A frame waits so long for its page to say what it is of. */
  private static final int FRAME_MILLIS = 10_000;

  private static final int LOOK_MILLIS = 50;

  private final List<PageSession> pages = new ArrayList<>();

  /** Frames whose page has not said anything yet, by tab. */
  private final Map<Integer, List<PageDoor>> early = new HashMap<>();

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
      for (PageDoor frame : early.getOrDefault(sender.tab(), List.of())) {
        frame.page = door.page;
      }
      early.remove(sender.tab());
    } else {
      door.page = of(sender.tab());
      if (door.page == null) {
        early.computeIfAbsent(sender.tab(), tab -> new ArrayList<>()).add(door);
      }
    }
    return door;
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
    private boolean joined;

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
        shape(message.string("address"));
        hidden(message);
      } else if (type.equals("hidden")) {
        hidden(message);
      } else if (type.equals("facts") || type.equals("pictures")) {
        said.add(message);
        if (!working) {
          working = true;
          Tasks.start(this::work);
        }
      } else if (type.equals("removed") && page != null) {
        page.badgesRemoved();
      } else if (type.equals("seen") && page != null) {
        page.seen(message.strings("urls"));
      }
    }

    /** One message after the other: pictures are of the listing that was named before them, and a frame waits for its page. */
    private void work() {
      try {
        for (int waited = 0; frame && !joined && waited < FRAME_MILLIS; waited += LOOK_MILLIS) {
          if (page != null && page.listing() != null) {
            joined = true;
            page.join(port);
          } else {
            Tasks.pause(LOOK_MILLIS);
          }
        }
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

    private void shape(String address) {
      Site now = frame && page != null ? pageSite() : site;
      port.send(
          Json.object().put("type", "shape").put("shape", (frame ? now.frame(address) : site.shape(address)).json()));
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
        shape(facts.address());
        return;
      }
      if (sites == null) {
        sites = WatchedSite.load();
      }
      SeenListing now = WatchedSite.withMarket(sites, site.listing(facts));
      if (!visits.isElsewhere(page, now)) {
        page.facts(site, facts);
      }
    }

    private boolean isOfSender(String address) {
      return address.length() <= MAX_ADDRESS && Address.origin(address).equals(Address.origin(sender.url()));
    }

    private void pictures(Json message) {
      if (page == null || page.listing() == null) {
        return;
      }
      List<Arrived> pictures = new ArrayList<>();
      Map<String, SeenListing> items = new HashMap<>();
      for (Json picture : message.list("pictures")) {
        String url = picture.string("url");
        SeenListing item = frame ? null : Grid.item(site, page.listing(), picture);
        if (item != null) {
          items.putIfAbsent(PictureAddress.full(url), item);
        }
        SeenListing of = item == null ? listingOf(url, items) : item;
        pictures.add(new Arrived(new SeenPicture(url, url, picture.string("role"), 1), of));
      }
      page.seen(message.strings("seen"));
      scanner.add(page, pictures);
    }

    /** In a grid, a picture that leads to nothing is of the item that another place, or the page's data, said it is of. */
    private SeenListing listingOf(String url, Map<String, SeenListing> here) {
      boolean grid = !frame && site.item(page.listing().pageUrl()).isEmpty();
      return grid ? here.getOrDefault(PictureAddress.full(url), page.listingOf(url)) : page.listing();
    }

    @Override
    public void closed() {
      if (frame) {
        if (page != null) {
          page.leave(port);
        }
        List<PageDoor> waiting = early.get(sender.tab());
        if (waiting != null) {
          waiting.remove(this);
        }
        return;
      }
      visits.leave(page);
      page.close();
      pages.remove(page);
    }
  }
}
