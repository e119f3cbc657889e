package shotdeed.extension.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Turn;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.WatchJson;
import shotdeed.model.WatchAddress;
import shotdeed.wire.SeenListing;
import shotdeed.wire.WatchEntry;
import shotdeed.wire.WatchList;
import shotdeed.wire.WatchRequest;

/**
 * The team's watch list as this browser holds it. Whether an open page is on it is found out here: nobody is asked, so
 * nobody learns of pages that are not.
 */
public final class WatchedPages {
  /** Kind of an entry that is a listing. */
  static final String LISTING = "listing";

  /** Kind of an entry that is a shop. */
  static final String SHOP = "shop";

  private static final String PATH = "/api/v1/watch-list";
  private static final String ID = "watch-list";
  private static final int MAX_BYTES = 16 << 20;
  private static final int NOT_MODIFIED = 304;

  /** Entries that the panel shows. */
  private static final int SHOWN = 12;

  private final Turn loading = new Turn();
  private final Map<String, WatchEntry> byKey = new HashMap<>();
  private List<WatchEntry> entries = new ArrayList<>();
  private int limit;
  private String home = "";
  private String etag = "";
  private boolean loaded;

  /** Waits until what was stored is in memory: it is shown though the server is away. */
  public void load() {
    loading.take();
    try {
      if (!loaded) {
        Json stored = Database.WATCH_LIST.get(ID);
        if (stored != null) {
          read(stored);
        }
        loaded = true;
      }
    } finally {
      loading.give();
    }
  }

  private void read(Json stored) {
    try {
      use(WatchJson.list(stored.member("list")));
      home = stored.string("home");
      etag = stored.string("etag");
    } catch (Json.WrongShape damaged) {
      forget(); // the next refresh brings a whole one
    }
  }

  /** Waits for the server's current list. */
  public void refresh(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    load();
    if (!connection.home().equals(home)) {
      forget();
    }
    Http.Answer answer;
    try {
      answer = connection.get(PATH, etag, MAX_BYTES);
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      forget(); // a server from before there was a list
      return;
    }
    if (answer.status() == NOT_MODIFIED) {
      return;
    }
    try {
      Json list = Json.parse(answer.text());
      use(WatchJson.list(list));
      home = connection.home();
      etag = answer.etag();
      store(list);
    } catch (Json.WrongShape e) {
      throw Connection.notUnderstood(answer.status());
    }
  }

  private void store(Json list) {
    Database.WATCH_LIST.put(
        Json.object().put("id", ID).put("home", home).put("etag", etag).put("list", list));
  }

  /** This browser is paired with no library, or with another. */
  public void forget() {
    byKey.clear();
    entries = new ArrayList<>();
    home = "";
    etag = "";
    Database.WATCH_LIST.remove(ID);
  }

  private void use(WatchList list) {
    limit = list.limit();
    entries = new ArrayList<>(list.entries());
    byKey.clear();
    for (WatchEntry entry : entries) {
      byKey.put(entry.key(), entry);
    }
  }

  /** The library whose list it is; the empty text if there is none. */
  String home() {
    return home;
  }

  /** What a page is of: its listing, its shop, or both. Waits. */
  List<WatchEntry> of(SeenListing listing) {
    load();
    List<WatchEntry> found = new ArrayList<>();
    for (String key : WatchAddress.keys(listing)) {
      WatchEntry entry = byKey.get(key);
      if (entry != null) {
        found.add(entry);
      }
    }
    return found;
  }

  /** Puts a page's listing, or its shop, on the list; waits until the server has it. */
  void add(Connection connection, String kind, SeenListing listing) throws Http.Unreachable, Connection.ServerRefused {
    connection.send("POST", PATH, WatchJson.write(new WatchRequest(kind, listing, "")));
    refresh(connection);
  }

  /** Takes an entry off the list; waits until the server has done so. */
  void remove(Connection connection, int id) throws Http.Unreachable, Connection.ServerRefused {
    connection.send("DELETE", PATH + "/" + id);
    refresh(connection);
  }

  /**
   * What the panel shows.
   *
   * @param page in front; {@code null} if it is not watched
   */
  public Json status(SeenListing page) {
    Json list = Json.array();
    for (int i = 0; i < Math.min(SHOWN, entries.size()); i++) {
      list.add(shown(entries.get(i)));
    }
    Json status = Json.object().put("total", entries.size()).put("limit", limit).put("entries", list);
    if (page != null && !home.isEmpty()) {
      Json here = Json.object();
      put(here, LISTING, WatchAddress.listing(page));
      put(here, SHOP, WatchAddress.shop(page));
      status.put("here", here);
    }
    return status;
  }

  /** Zero for what is not on the list; absent where the page names none. */
  private void put(Json here, String kind, WatchAddress address) {
    if (address != null) {
      WatchEntry entry = byKey.get(address.key());
      here.put(kind, entry == null ? 0 : entry.id());
    }
  }

  private static Json shown(WatchEntry entry) {
    boolean shop = entry.kind().equals(SHOP);
    String name = shop ? entry.shopName() : entry.title();
    return Json.object()
        .put("name", name.isEmpty() ? entry.address() : name)
        .put("shop", shop)
        .put("address", entry.address())
        .put("note", entry.note())
        .put("at", entry.lastVisit() == null ? "" : entry.lastVisit().at())
        .put("by", entry.lastVisit() == null ? "" : entry.lastVisit().by())
        .put("copies", entry.lastVisit() == null ? 0 : entry.lastVisit().copies());
  }
}
