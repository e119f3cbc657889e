package shotdeed.extension.lodge;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.settings.Connection;

/**
 * Complaints whose forms are being filled in, several at once if need be. Which tab shows which form is known until the
 * browser is closed; after that, by the host of the page.
 */
public final class Lodgings {
  private static final int KEPT = 200;

  private Lodgings() {}

  /** Waits until the server has what was submitted and what was seen again, and this browser what is due. */
  public static void exchange(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    try {
      Submissions.flush(connection);
    } finally { // one that the server cannot take now keeps back nothing else
      Rechecks.flush(connection);
      Rechecks.refresh(connection);
    }
  }

  /** Waits for one, or {@code null}. */
  static Lodging get(String id) {
    Json json = id.isEmpty() ? null : Database.LODGINGS.get(id);
    return json == null ? null : Lodging.readOrNull(json);
  }

  /**
   * Waits until some members of one are stored. Only those: the panel's own look at the server, another panel and the person
   * who types write at the same time, and none may undo what another wrote.
   */
  static void keep(Lodging lodging, String... members) {
    Database.LODGINGS.change(lodging.id(), lodging.only(members));
  }

  /** Waits for the server's form of a complaint, of the part that is being worked on; what was done with it before stays. */
  public static String load(Connection connection, int complaint) throws Http.Unreachable, Connection.ServerRefused {
    Lodging before = get(stored(connection.home(), complaint));
    return load(connection, complaint, before == null ? 1 : before.form().part());
  }

  /**
   * Waits for the name of what is stored of a complaint: the part that is open and was worked on last, or else any; the
   * empty text if there is none.
   */
  static String stored(String home, int complaint) {
    Lodging found = null;
    for (Lodging each : of(home)) {
      if (each.form().complaint() == complaint && (found == null || isBefore(found, each))) {
        found = each;
      }
    }
    return found == null ? "" : found.id();
  }

  private static boolean isBefore(Lodging one, Lodging other) {
    boolean open = isOpen(one);
    return open == isOpen(other) ? one.openedAt().compareTo(other.openedAt()) < 0 : !open;
  }

  /** Whether nobody has said of this part that it is submitted, as far as this browser knows. */
  static boolean isOpen(Lodging lodging) {
    return lodging.form().submitted() == null && Submissions.of(lodging) == null;
  }

  /** Waits for all of a library. */
  static List<Lodging> of(String home) {
    List<Lodging> found = new ArrayList<>();
    for (Json json : Database.LODGINGS.all()) {
      Lodging lodging = Lodging.readOrNull(json);
      if (lodging != null && lodging.home().equals(home)) {
        String before = lodging.moved();
        if (before != null) {
          Database.LODGINGS.put(lodging.json());
          Database.LODGINGS.remove(before);
        }
        found.add(lodging);
      }
    }
    return found;
  }

  /** Waits until nothing is kept of what was filled in, if this browser is paired no more. */
  public static void connectionChanged() {
    if (Connection.load() == null) {
      forget();
    }
  }

  /**
   * Waits until nothing is kept of what was filled in: it holds the seller's name and address. What the server has not got
   * yet stays until it is paired again.
   */
  private static void forget() {
    for (Json json : Database.LODGINGS.all()) {
      Lodging lodging = Lodging.readOrNull(json);
      if (lodging == null || !Submissions.isUnrecorded(lodging)) {
        Database.LODGINGS.remove(json.string("id"));
      }
    }
    Submissions.forgetRecorded();
  }

  /** The same of a part that was chosen. */
  static String load(Connection connection, int complaint, int part)
      throws Http.Unreachable, Connection.ServerRefused {
    Json form =
        connection.getJson(
            "/api/v1/complaints/" + complaint + "/form?language=" + Extension.message("pageLanguage") + "&part=" + part);
    try {
      Lodging fresh = Lodging.of(connection.home(), form);
      Lodging lodging = get(fresh.id());
      if (lodging == null) {
        lodging = fresh;
        Database.LODGINGS.put(lodging.json());
      } else {
        lodging.use(form);
        keep(lodging, "form");
      }
      return lodging.id();
    } catch (Json.WrongShape e) {
      throw Connection.notUnderstood(200);
    }
  }

  /** Waits until a tab is known to show the form of this one. */
  static void bind(int tab, Lodging lodging) {
    lodging.opened();
    keep(lodging, "openedAt");
    Storage.setForSession(key(tab), Json.object().put("lodging", lodging.id()));
    prune();
  }

  private static String key(int tab) {
    return "form-tab " + tab;
  }

  /**
   * Waits for what is lodged in a tab: by the tab, or by the host of its page the one that was worked on last. The empty
   * text if there is none.
   *
   * @param url of the page, or empty if the browser does not say it
   */
  public static String in(int tab, String url) {
    Json bound = Storage.ofSession(key(tab));
    if (bound != null) {
      String id = bound.stringOr("lodging", "");
      return !id.isEmpty() && get(id) != null ? id : "";
    }
    Lodging newest = null;
    if (Address.origin(url).isEmpty()) {
      return "";
    }
    for (Json json : Database.LODGINGS.all()) {
      Lodging lodging = Lodging.readOrNull(json);
      if (lodging != null
          && !lodging.openedAt().isEmpty()
          && lodging.form().submitted() == null
          && lodging.form().hosts().contains(Address.host(url))
          && (newest == null || lodging.openedAt().compareTo(newest.openedAt()) > 0)) {
        newest = lodging;
      }
    }
    return newest == null ? "" : newest.id();
  }

  /** The oldest go: the server has them all. */
  private static void prune() {
    List<Json> all = Database.LODGINGS.all();
    while (all.size() > KEPT) {
      int oldest = 0;
      for (int i = 1; i < all.size(); i++) {
        if (all.get(i).stringOr("openedAt", "").compareTo(all.get(oldest).stringOr("openedAt", "")) < 0) {
          oldest = i;
        }
      }
      Database.LODGINGS.remove(all.remove(oldest).string("id"));
    }
  }
}
