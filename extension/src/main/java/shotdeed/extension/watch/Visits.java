package shotdeed.extension.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Turn;
import shotdeed.extension.scan.PageSession;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.WatchJson;
import shotdeed.wire.WatchEntry;

/**
 * Tells the server of visits to what is on the watch list, and of nothing else. A visit is kept until the server has it;
 * a page that is opened again within half an hour is the same visit, with the higher of each number.
 */
public final class Visits {
  /** So long a page must stand still, because it shows more as one scrolls. */
  private static final int QUIET_MILLIS = 1_500;

  private static final double SAME_VISIT_MILLIS = 30 * 60 * 1000.0;

  /** Visits that are kept; with more, the oldest go. */
  private static final int KEPT = 2000;

  private static final int RETRY_SECONDS = 30;

  private final WatchedPages list;
  private final Runnable changed;
  private final Turn turn = new Turn();

  /** By page, what was last noted, or is about to be. */
  private final Map<PageSession, String> noted = new HashMap<>();

  /** @param changed is told when the list shows a new visit */
  public Visits(WatchedPages list, Runnable changed) {
    this.list = list;
    this.changed = changed;
  }

  /** A page may have been gone through: it is noted once it stands still. */
  public void look(PageSession page) {
    String counts = counts(page);
    if (!page.isSettled() || page.looked() + page.failed() == 0 || counts.equals(noted.get(page))) {
      return;
    }
    noted.put(page, counts);
    Tasks.start(
        () -> {
          Tasks.pause(QUIET_MILLIS);
          if (counts.equals(noted.get(page))) {
            note(page);
          }
        });
  }

  /** A page that is open was put on the list: this is a visit to it. */
  void again(PageSession page) {
    noted.remove(page);
    look(page);
  }

  /** A page is closed or left: what was looked at of it until then counts. */
  public void leave(PageSession page) {
    String before = noted.remove(page);
    if (page.looked() + page.failed() > 0 && page.listing() != null && !counts(page).equals(before)) {
      Tasks.start(() -> note(page));
    } else if (before != null) {
      Tasks.start(() -> note(page)); // it may still have waited to stand still
    }
  }

  private static String counts(PageSession page) {
    return page.looked() + " " + page.failed() + " " + page.copies();
  }

  private void note(PageSession page) {
    List<WatchEntry> entries = list.of(page.listing());
    if (entries.isEmpty()) {
      return;
    }
    turn.take();
    try {
      for (WatchEntry entry : entries) {
        note(list.home(), entry.id(), page);
      }
    } finally {
      turn.give();
    }
    try {
      Connection connection = Connection.load();
      if (connection != null) {
        flush(connection);
      }
    } catch (Http.Unreachable | Connection.ServerRefused e) {
      Tasks.log("ShotDeed: a visit waits for the server: " + e.getMessage());
      Extension.soon(RETRY_SECONDS);
    }
  }

  private static void note(String home, int entry, PageSession page) {
    String now = Extension.instant();
    String since = Extension.instantBefore(SAME_VISIT_MILLIS);
    Json visit = null;
    for (Json kept : Database.VISITS.all()) {
      if (kept.integer("entry") == entry && kept.string("home").equals(home) && kept.string("lastAt").compareTo(since) > 0) {
        visit = kept;
      }
    }
    if (visit == null) {
      String key = Extension.uuid();
      visit = Json.object()
          .put("id", now + " " + key)
          .put("home", home)
          .put("entry", entry)
          .put("clientKey", key)
          .put("visitedAt", now)
          .put("day", Extension.localDay(now))
          .put("pictures", -1)
          .put("failed", 0)
          .put("copies", 0);
    }
    boolean more = raise(visit, "pictures", page.looked());
    more |= raise(visit, "failed", page.failed());
    more |= raise(visit, "copies", page.copies());
    visit.put("lastAt", now);
    visit.put("told", !more && visit.has("told") && visit.flag("told"));
    Database.VISITS.put(visit);
  }

  private static boolean raise(Json visit, String name, int to) {
    boolean more = to > visit.integer(name);
    if (more) {
      visit.put(name, to);
    }
    return more;
  }

  /** Sends what waits for this library, each once. Waits. */
  public void flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    boolean news = false;
    turn.take();
    try {
      List<Json> all = Database.VISITS.all();
      for (int i = 0; i < all.size(); i++) {
        Json visit = all.get(i);
        if (all.size() - i > KEPT || !isWhole(visit)) {
          Database.VISITS.remove(visit.string("id"));
        } else if (visit.flag("told")) {
          forgetOld(visit);
        } else if (visit.string("home").equals(connection.home())) {
          send(connection, visit);
          news = true;
        }
      }
    } finally {
      turn.give();
    }
    if (news) {
      list.refresh(connection);
      changed.run();
    }
  }

  private static boolean isWhole(Json visit) {
    try {
      visit.flag("told");
      visit.string("home");
      visit.string("lastAt");
      return visit.integer("entry") > 0 && WatchJson.visit(visit) != null;
    } catch (Json.WrongShape damaged) {
      return false;
    }
  }

  private static void forgetOld(Json visit) {
    if (visit.string("lastAt").compareTo(Extension.instantBefore(SAME_VISIT_MILLIS)) < 0) {
      Database.VISITS.remove(visit.string("id"));
    }
  }

  private static void send(Connection connection, Json visit) throws Http.Unreachable, Connection.ServerRefused {
    try {
      connection.send(
          "POST",
          "/api/v1/watch-list/" + visit.integer("entry") + "/visits",
          WatchJson.write(WatchJson.visit(visit)));
      visit.put("told", true);
      Database.VISITS.put(visit);
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      Database.VISITS.remove(visit.string("id")); // somebody took the entry off the list meanwhile
    }
  }
}
