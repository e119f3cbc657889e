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
import shotdeed.wire.SeenListing;
import shotdeed.wire.WatchEntry;

/**
 * Tells the server of visits to what is on the watch list, and of nothing else. A visit is kept until the server has it;
 * what is opened within half an hour and on the same day is the same visit: of each page the higher of each number, of a
 * shop the sum over its pages.
 */
public final class Visits {
  /** So long a page must stand still, because it shows more as one scrolls. */
  private static final int QUIET_MILLIS = 1_500;

  private static final double SAME_VISIT_MILLIS = 30 * 60 * 1000.0;

  /** Visits that are kept; with more, the oldest go. */
  private static final int KEPT = 2000;

  private static final int RETRY_SECONDS = 30;

  /** Pages of a visit that are told apart. */
  private static final int MOST_PAGES = 500;

  /** What the server takes of each number. */
  private static final int MOST = 1_000_000;

  private static final String REST = "rest";
  private static final List<String> NUMBERS = List.of("pictures", "failed", "copies");

  private final WatchedPages list;
  private final Runnable changed;
  private final Turn turn = new Turn();

  /** By page, what was last noted. */
  private final Map<PageSession, String> noted = new HashMap<>();

  /** By page, what is noted if nothing is added to it for a moment. */
  private final Map<PageSession, String> waiting = new HashMap<>();

  /** What was looked at of a page so far, by the names of the numbers. */
  private record Seen(SeenListing listing, String page, Json numbers) {
    static Seen of(PageSession page) {
      Json numbers =
          Json.object().put("pictures", page.looked()).put("failed", page.failed()).put("copies", page.copies());
      return new Seen(page.listing(), DayMarks.number(page.key()), numbers);
    }
  }

  /** @param changed is told when the list shows a new visit */
  public Visits(WatchedPages list, Runnable changed) {
    this.list = list;
    this.changed = changed;
  }

  /** A page may have been gone through: it is noted once it stands still. */
  public void look(PageSession page) {
    String counts = counts(page);
    if (!isThrough(page) || counts.equals(noted.get(page)) || counts.equals(waiting.get(page))) {
      return;
    }
    waiting.put(page, counts);
    Tasks.start(
        () -> {
          Tasks.pause(QUIET_MILLIS);
          if (!counts.equals(waiting.get(page))) {
            return;
          }
          waiting.remove(page);
          if (isThrough(page) && counts.equals(counts(page))) {
            noted.put(page, counts);
            note(Seen.of(page));
          }
        });
  }

  /** A page that is open was put on the list: this is a visit to it. */
  void again(PageSession page) {
    noted.remove(page);
    waiting.remove(page);
    look(page);
  }

  /** A page is closed, left, or shows another listing from now on: what was looked at of it until now counts. */
  public void leave(PageSession page) {
    waiting.remove(page);
    String before = noted.remove(page);
    boolean looked = page.looked() + page.failed() > 0;
    if (looked && page.listing() != null && !counts(page).equals(before)) {
      Seen seen = Seen.of(page); // the page is another's a moment later
      Tasks.start(() -> note(seen));
    }
  }

  /**
   * Takes what a page now says of its listing. Returns whether it went to another one without being loaded anew: then that
   * is left, and the page sends all that it shows once more.
   */
  public boolean isElsewhere(PageSession page, SeenListing now) {
    if (!page.isElsewhere(now)) {
      page.listing(now);
      return false;
    }
    leave(page);
    page.begin(now);
    return true;
  }

  private static boolean isThrough(PageSession page) {
    return page.listing() != null && page.isSettled() && page.looked() + page.failed() > 0;
  }

  private static String counts(PageSession page) {
    return page.key() + " " + page.looked() + " " + page.failed() + " " + page.copies();
  }

  private void note(Seen seen) {
    List<WatchEntry> entries = list.of(seen.listing());
    if (entries.isEmpty()) {
      return;
    }
    turn.take();
    try {
      for (WatchEntry entry : entries) {
        note(list.home(), entry.id(), seen);
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

  private static void note(String home, int entry, Seen seen) {
    String now = Extension.instant();
    String day = Extension.localDay(now);
    Json visit = running(home, entry, day);
    if (visit == null) {
      String key = Extension.uuid();
      visit = Json.object()
          .put("id", now + " " + key)
          .put("home", home)
          .put("entry", entry)
          .put("clientKey", key)
          .put("visitedAt", now)
          .put("day", day)
          .put("pictures", -1)
          .put("failed", 0)
          .put("copies", 0);
    }
    Json pages = visit.memberOrNull("pages");
    pages = pages == null ? Json.object() : pages;
    String page = pages.has(seen.page()) || pages.keys().size() < MOST_PAGES ? seen.page() : REST;
    Json before = pages.memberOrNull(page);
    Json higher = Json.object();
    for (String name : NUMBERS) {
      higher.put(name, Math.max(seen.numbers().integer(name), before == null ? 0 : before.integerOr(name, 0)));
    }
    pages.put(page, higher);
    boolean more = false;
    for (String name : NUMBERS) {
      more |= raise(visit, name, sum(pages, name));
    }
    visit.put("pages", pages).put("lastAt", now).put("told", !more && visit.has("told") && visit.flag("told"));
    Database.VISITS.put(visit);
  }

  /** The visit to an entry that began within the last half hour of this very day, or {@code null}. */
  private static Json running(String home, int entry, String day) {
    String since = Extension.instantBefore(SAME_VISIT_MILLIS);
    for (Json kept : Database.VISITS.all()) {
      if (isWhole(kept)
          && kept.integer("entry") == entry
          && kept.string("home").equals(home)
          && kept.string("day").equals(day)
          && kept.string("visitedAt").compareTo(since) > 0) {
        return kept;
      }
    }
    return null;
  }

  private static int sum(Json pages, String name) {
    int sum = 0;
    for (String page : pages.keys()) {
      sum = Math.min(MOST, sum + pages.member(page).integerOr(name, 0));
    }
    return sum;
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
    if (visit.string("visitedAt").compareTo(Extension.instantBefore(SAME_VISIT_MILLIS)) < 0) {
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
