package shotdeed.extension.lodge;

import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.settings.Connection;

/**
 * That a complaint is submitted, with its case number and a copy of what was sent: kept until the server has it. Sent
 * twice it is recorded once: the server knows the number.
 */
final class Submissions {
  /** Not yet with the server; will be sent again. */
  static final String WAITING = "waiting";

  /** The server has it; earlier versions kept it all the same. */
  private static final String RECORDED = "recorded";

  /** The server will not take it as it is. */
  static final String REFUSED = "refused";

  private Submissions() {}

  private static String id(Lodging lodging) {
    return Lodging.id(lodging.home(), lodging.form().complaint(), lodging.form().part());
  }

  /** Waits to know whether the server has yet to get what was said of a part. */
  static boolean isUnrecorded(Lodging lodging) {
    Json said = of(lodging);
    return said != null && isUnrecorded(said);
  }

  /** What was refused is not recorded either: the person may yet say it again, or otherwise. */
  private static boolean isUnrecorded(Json submission) {
    String state = submission.stringOr("state", "");
    return state.equals(WAITING) || state.equals(REFUSED);
  }

  /** Waits until nothing is kept but what no server has recorded yet. */
  static void forgetRecorded() {
    for (Json submission : Database.SUBMISSIONS.all()) {
      if (!isUnrecorded(submission)) {
        Database.SUBMISSIONS.remove(submission.string("id"));
      }
    }
  }

  /** Waits for what was said of the part that is being lodged, or {@code null}. */
  static Json of(Lodging lodging) {
    return Database.SUBMISSIONS.get(id(lodging));
  }

  /**
   * Waits until it is stored that a part was submitted.
   *
   * @param correct whether the number replaces another that stands
   * @param again whether it may be the number of another complaint as well
   */
  static void keep(Lodging lodging, boolean correct, boolean again) {
    Json body =
        Json.object()
            .put("part", lodging.form().part())
            .put("correct", correct)
            .put("again", again)
            .put("submittedOn", Extension.instant()) // the server may be away until another day
            .put("sent", lodging.sent());
    put(body, "caseNumber", lodging.typed("caseNumber"));
    put(body, "confirmation", lodging.typed("confirmation"));
    Database.SUBMISSIONS.put(
        Json.object()
            .put("id", id(lodging))
            .put("home", lodging.home())
            .put("complaint", lodging.form().complaint())
            .put("state", WAITING)
            .put("at", Extension.instant())
            .put("body", body));
  }

  private static void put(Json body, String name, String text) {
    String said = text.trim();
    if (!said.isEmpty()) {
      body.put(name, said);
    }
  }

  /** Waits until what was said of a part is forgotten, so that the person may say it otherwise. */
  static void forget(Lodging lodging) {
    Database.SUBMISSIONS.remove(id(lodging));
  }

  /**
   * Waits until everything that waits for this library was sent. One that the server cannot take now does not keep back the
   * others; its error is thrown at the end.
   */
  static void flush(Connection connection) throws Http.Unreachable, Connection.ServerRefused {
    Connection.ServerRefused refused = null;
    for (Json submission : Database.SUBMISSIONS.all()) {
      if (submission.stringOr("state", "").equals(RECORDED)) {
        recorded(submission);
      } else if (submission.stringOr("state", "").equals(WAITING) && submission.stringOr("home", "").equals(connection.home())) {
        try {
          send(connection, submission);
        } catch (Connection.ServerRefused e) {
          refused = e;
        }
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /** The case number stays with the form; the copy of what was sent is the server's. */
  private static void recorded(Json submission) {
    String id = submission.string("id");
    Lodging lodging = Lodgings.get(id);
    Json body = submission.memberOrNull("body");
    if (lodging != null && body != null) {
      lodging.recorded(body.stringOr("caseNumber", ""), body.stringOr("confirmation", ""), submission.stringOr("at", ""));
      Lodgings.keep(lodging, "form", "results", "copied", "filled", "caseNumber", "confirmation");
    }
    Database.SUBMISSIONS.remove(id);
  }

  private static void send(Connection connection, Json submission) throws Http.Unreachable, Connection.ServerRefused {
    try {
      connection.send(
          "POST", "/api/v1/complaints/" + submission.integer("complaint") + "/submitted", submission.member("body"));
      recorded(submission);
      return;
    } catch (Json.WrongShape damaged) {
      Database.SUBMISSIONS.remove(submission.string("id"));
      return;
    } catch (Connection.ServerRefused e) {
      if (!e.isFinal()) {
        throw e;
      }
      submission.put("state", REFUSED).put("code", e.problem().code());
      submission.put("problem", e.problem().title() + " " + e.problem().detail());
    }
    Database.SUBMISSIONS.put(submission);
  }
}
