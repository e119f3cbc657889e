package shotdeed.extension.lodge;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.RecheckJson;
import shotdeed.model.SamePage;

/** Listings that are to be looked at again, and what was seen there, kept until the server has it. */
final class Rechecks {
  private static final String DUE = "due";
  private static final String ANSWER = "answer ";
  private static final String REFUSED = "refused ";

  private Rechecks() {}

  /** Waits for what is due now; a server from before there was such a list has none. */
  static void refresh(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    Json due;
    try {
      due = connection.getJson("/api/v1/rechecks");
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal() && e.problem().status() != 404) {
        throw e;
      }
      Database.RECHECKS.remove(DUE);
      return;
    }
    Database.RECHECKS.put(due.put("id", DUE).put("home", connection.home()));
  }

  /** Waits for those that nobody has answered in this browser. */
  static List<RecheckJson.Due> due() {
    List<RecheckJson.Due> open = new ArrayList<>();
    Json stored = Database.RECHECKS.get(DUE);
    if (stored != null) {
      try {
        String home = stored.stringOr("home", "");
        for (Json one : stored.list("rechecks")) {
          RecheckJson.Due due = RecheckJson.read(one);
          if (!Database.RECHECKS.has(key(ANSWER, home, due.id()))) {
            open.add(due);
          }
        }
      } catch (Json.WrongShape damaged) {
        Database.RECHECKS.remove(DUE); // the next refresh brings a whole one
      }
    }
    return open;
  }

  /** Waits until a tab is known to show a listing that is looked at again, wherever the marketplace sends it. */
  static void bind(int tab, int recheck) {
    Storage.setForSession(key(tab), Json.object().put("recheck", recheck));
  }

  private static String key(int tab) {
    return "recheck-tab " + tab;
  }

  /** Waits for the one that a tab shows, by the tab or by the address of its page; {@code null} if there is none. */
  static RecheckJson.Due in(int tab, String url, List<RecheckJson.Due> due) {
    Json bound = Storage.ofSession(key(tab));
    int recheck = bound == null ? 0 : bound.integerOr("recheck", 0);
    for (RecheckJson.Due one : due) {
      if (one.id() == recheck || !url.isEmpty() && SamePage.is(url, one.listing().pageUrl())) {
        return one;
      }
    }
    return null;
  }

  /** Waits until it is stored what the person has confirmed; returns the library that it is of. */
  static String answer(RecheckJson.Due recheck, String result) {
    Json stored = Database.RECHECKS.get(DUE);
    String home = stored == null ? "" : stored.stringOr("home", "");
    Database.RECHECKS.put(
        Json.object()
            .put("id", key(ANSWER, home, recheck.id()))
            .put("home", home)
            .put("recheck", recheck.id())
            .put("name", recheck.listing().title().isEmpty() ? recheck.listing().pageUrl() : recheck.listing().title())
            .put(
                "body",
                Json.object()
                    .put("clientKey", Extension.uuid())
                    .put("lookedAt", Extension.instant())
                    .put("result", result)));
    return home;
  }

  /**
   * An answer that the server did not take.
   *
   * @param id as it is stored
   * @param name of the listing
   * @param problem why, in the server's words
   */
  record Refused(String id, String name, String problem) {}

  /** Numbers are a library's own: another that this browser was paired with may have the same. */
  private static String key(String kind, String home, int recheck) {
    return kind + recheck + " " + home;
  }

  /** Waits for the answers that the server did not take, until the person has seen them; those of other libraries wait. */
  static List<Refused> refused() {
    List<Refused> refused = new ArrayList<>();
    Connection connection = Connection.load();
    for (String id : Database.RECHECKS.ids(REFUSED)) {
      Json answer = Database.RECHECKS.get(id);
      if (answer != null && connection != null && answer.stringOr("home", "").equals(connection.home())) {
        refused.add(new Refused(id, answer.stringOr("name", ""), answer.stringOr("problem", "")));
      }
    }
    return refused;
  }

  /** Waits until an answer waits to be sent once more, as it was. */
  static void sendAgain(Refused refused) {
    Json answer = Database.RECHECKS.get(refused.id());
    if (answer != null) {
      Database.RECHECKS.put(
          answer.put("id", key(ANSWER, answer.stringOr("home", ""), answer.integerOr("recheck", 0))));
      Database.RECHECKS.remove(refused.id());
    }
  }

  /** Waits until an answer that was not taken is forgotten. */
  static void dismiss(Refused refused) {
    Database.RECHECKS.remove(refused.id());
  }

  /** Waits until every answer that waits for this library was sent, each once; what is not taken is kept and said. */
  static void flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    for (String id : Database.RECHECKS.ids(ANSWER)) {
      Json answer = Database.RECHECKS.get(id);
      if (answer != null && answer.stringOr("home", "").equals(connection.home())) {
        try {
          connection.send("POST", "/api/v1/rechecks/" + answer.integer("recheck"), answer.member("body"));
        } catch (Connection.ServerRefused e) {
          if (!e.isFinal()) {
            throw e;
          }
          Database.RECHECKS.put(
              answer
                  .put("id", key(REFUSED, connection.home(), answer.integer("recheck")))
                  .put("problem", (e.problem().title() + " " + e.problem().detail()).trim()));
        }
        Database.RECHECKS.remove(id);
      }
    }
  }
}
