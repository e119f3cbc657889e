package shotdeed.extension.complain;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;
import shotdeed.wire.ComplaintReason;

/**
 * What a complaint risks for the person who lodges it, as the server words it: what speaks against it, with a field for the
 * reason where one is needed. Until the server has answered, and where it is away, a general line stands there: the server
 * checks again when it prepares.
 */
final class RiskView {
  /** Characters of a reason; the server refuses more. */
  private static final String MAX_TEXT = "500";

  private final Element box = Ui.box("div", "risk", Ui.text("p", "small", "ownRisk"));
  private final List<Asked> asked = new ArrayList<>();
  private final List<ComplaintReason> before;
  private final Runnable changed;
  private boolean answered;
  private boolean blocked;

  /** What takes a reason, and the field for it. */
  private record Asked(String code, Element field) {}

  /**
   * @param before reasons that were typed for this complaint before the server refused it
   * @param changed told whenever {@link #isMet} may have changed
   */
  RiskView(List<ComplaintReason> before, Runnable changed) {
    this.before = before;
    this.changed = changed;
  }

  Element element() {
    return box;
  }

  /** Asks the server and fills the part when it answers. */
  void load(int sighting) {
    Tasks.start(
        () -> {
          try {
            Connection connection = Connection.load();
            if (connection != null) {
              String language = Extension.message("pageLanguage");
              show(connection.getJson("/api/v1/sightings/" + sighting + "/risk?language=" + language));
            }
          } catch (Http.Unreachable | Connection.ServerRefused | Json.WrongShape e) {
            box.cleared().with(Ui.text("p", "small", "ownRisk"), Ui.text("p", "small", "riskAway"));
          }
          answered = true;
          changed.run();
        });
  }

  /** Whether it is filled, as well as it can be: before that it moves what stands below. */
  boolean isAnswered() {
    return answered;
  }

  private void show(Json risk) {
    List<Json> items = risk.list("items");
    blocked = risk.string("level").equals("blocked");
    Element notes = Ui.box("ul", "small");
    Element others = Ui.box("ul", "small");
    box.cleared().with(Ui.text("h3", "", "riskTitle"));
    for (Json item : items) {
      String text = item.string("text");
      switch (item.string("level")) {
        case "blocked" -> box.with(line("bad", text));
        case "reason" -> ask(item.string("code"), text);
        case "note" -> notes.with(Ui.plain("li", "", text).attribute("dir", "auto"));
        default -> others.with(Ui.plain("li", "", text).attribute("dir", "auto"));
      }
    }
    if (!blocked && !asked.isEmpty()) {
      box.with(Ui.text("p", "small", "riskReasonHint").attribute("id", "reason-hint"));
    }
    box.with(notes, Ui.box("details", "", Ui.text("summary", "", "riskOthers"), others));
  }

  private static Element line(String kind, String text) {
    return Ui.notice(kind, text).attribute("dir", "auto");
  }

  private void ask(String code, String text) {
    if (blocked) {
      box.with(line("note", text));
      return;
    }
    String name = "reason-" + code;
    Element field =
        Ui.plain("textarea", "", "")
            .attribute("id", name)
            .attribute("rows", "2")
            .attribute("maxlength", MAX_TEXT)
            .attribute("required", "")
            .attribute("aria-describedby", "reason-hint");
    for (ComplaintReason typed : before) {
      if (typed.code().equals(code)) {
        field.setValue(typed.text());
      }
    }
    field.onInput(changed);
    asked.add(new Asked(code, field));
    box.with(
        Ui.box(
            "div",
            "reason",
            Ui.plain("label", "", text).attribute("for", name).attribute("dir", "auto"),
            field));
  }

  /** Whether nothing the person could say lets it pass. */
  boolean isBlocked() {
    return blocked;
  }

  /** Whether each reason that is asked for was typed. */
  boolean isMet() {
    for (Asked one : asked) {
      if (one.field().getValue().trim().isEmpty()) {
        return false;
      }
    }
    return !blocked;
  }

  /** What was typed. */
  List<ComplaintReason> reasons() {
    List<ComplaintReason> reasons = new ArrayList<>();
    for (Asked one : asked) {
      reasons.add(new ComplaintReason(one.code(), one.field().getValue()));
    }
    return reasons;
  }
}
