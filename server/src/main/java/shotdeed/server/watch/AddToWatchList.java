package shotdeed.server.watch;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.WatchAddress;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.wire.SeenListing;

/**
 * Puts a listing or a shop on the caller's watch list. What is on it already stays there as one entry; what was taken off
 * comes back with its visits.
 */
public final class AddToWatchList {
  /** Entries of one seller's list. */
  public static final int LIMIT = 2000;

  /** Characters of a note. */
  public static final int MAX_NOTE = 300;

  private static final int MAX_TITLE = 300;
  private static final int MAX_NAME = 200;

  private final Database database;
  private final InstantSource clock;

  public AddToWatchList(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * By the address of a page, as a person types or pastes it.
   *
   * @throws Refused if it names no listing and no shop, or the list is full
   */
  public Watched byAddress(Caller caller, String address, String note) {
    return add(caller, require(WatchAddress.of(plain(address))), "", "", note);
  }

  /** The listing of a page that somebody's browser saw. */
  public Watched listing(Caller caller, SeenListing seen, String note) {
    return add(caller, require(WatchAddress.listing(seen)), seen.title(), seen.shopName(), note);
  }

  /** The shop of a page that somebody's browser saw. */
  public Watched shop(Caller caller, SeenListing seen, String note) {
    return add(caller, require(WatchAddress.shop(seen)), "", seen.shopName(), note);
  }

  private static WatchAddress require(WatchAddress address) {
    if (address == null || address.address().length() > WatchAddress.MAX_LENGTH) {
      throw new Refused(Errors.WATCH_ADDRESS);
    }
    return address;
  }

  private Watched add(Caller caller, WatchAddress address, String title, String shop, String note) {
    caller.requireTeam();
    String heading = PageText.line(title, MAX_TITLE);
    String name = PageText.line(shop, MAX_NAME);
    String words = note == null || note.isBlank() ? "" : Fields.whole("note", note, MAX_NOTE);
    return database.write(handle -> {
      Watched known = WatchStore.ofKey(handle, caller.seller(), address.key()).orElse(null);
      int id;
      if (known == null) {
        requireRoom(handle, caller);
        id = WatchStore.insert(handle, caller, address, heading, name, words, clock.instant());
      } else {
        id = known.id();
        WatchStore.describe(handle, id, heading, name, words);
        if (known.removedAt() != null) {
          requireRoom(handle, caller);
          WatchStore.restore(handle, id);
        }
      }
      if (known == null || known.removedAt() != null) {
        Audit.did(handle, clock.instant(), caller, "watch.add", "watch", id, address.address());
      }
      return WatchStore.ofSeller(handle, caller.seller(), id);
    });
  }

  static void requireRoom(Handle handle, Caller caller) {
    if (WatchStore.count(handle, caller.seller()) >= LIMIT) {
      throw new Refused(Errors.WATCH_FULL, LIMIT).with("limit", LIMIT);
    }
  }

  /** As a browser would write it: host in ASCII, other characters percent-encoded. */
  static String plain(String typed) {
    String address = typed == null ? "" : typed.trim();
    if (address.length() > WatchAddress.MAX_LENGTH) {
      return "";
    }
    int start = address.indexOf("://") + 3;
    if (start < 3) {
      return address.isEmpty() || address.indexOf('.') < 0 || address.indexOf(':') >= 0 ? address : plain("https://" + address);
    }
    int end = start;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start, end);
    try {
      host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException none) {
      return "";
    }
    StringBuilder plain = new StringBuilder(address.substring(0, start)).append(host);
    for (byte each : address.substring(end).getBytes(StandardCharsets.UTF_8)) {
      if (each < 0) {
        plain.append(String.format("%%%02X", each & 0xff));
      } else {
        plain.append((char) each);
      }
    }
    return plain.toString();
  }
}
