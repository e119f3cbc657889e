package shotdeed.extension.lodge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.wire.FormFill;

/**
 * Every field of a form, ready to be copied: by its button, by its number on the keyboard, or one after the other with the
 * key C. Beside it what its limits say, and what became of it on the page.
 */
final class FieldList {
  private static final int KEYS = 9;

  private final Lodging lodging;
  private final Element list = Ui.box("ol", "fields");
  private final Element said = Ui.plain("p", "small copied", "").attribute("role", "status");
  private final Element told = Ui.plain("p", "unseen", "").attribute("role", "status");
  private final Map<String, String> heard = new HashMap<>();
  private final Map<String, Element> states = new HashMap<>();
  private int last = -1;

  FieldList(Lodging lodging) {
    this.lodging = lodging;
    List<FormFill.Field> fields = lodging.form().fields();
    for (int i = 0; i < fields.size(); i++) {
      list.with(item(fields.get(i), i));
    }
    draw();
  }

  Element element() {
    return Ui.box("section", "", Ui.text("h2", "", "lodgeFields"), Ui.text("p", "small", "lodgeKeys"), said, told, list);
  }

  /** What a limit or a gap stands in the way of: a sentence each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (FormFill.Field field : lodging.form().fields()) {
      String fault = fault(field);
      if (!fault.isEmpty()) {
        faults.add(Extension.message("lodgeFault", field.label(), fault));
      }
    }
    return faults;
  }

  private static String fault(FormFill.Field field) {
    if (field.over() > 0) {
      return Extension.message("lodgeOver", String.valueOf(field.over()), String.valueOf(field.max()));
    }
    return field.missing() ? Extension.message("lodgeMissing") : "";
  }

  private Element item(FormFill.Field field, int index) {
    Element state = Ui.plain("span", "state", "");
    states.put(field.id(), state);
    Element head = Ui.box("p", "", Ui.plain("strong", "", field.label()));
    if (field.required()) {
      head.with(Ui.plain("span", "small", " · " + Extension.message("lodgeRequired")));
    }
    Element item = Ui.box("li", "field", head);
    boolean tick = field.kind().equals("tick");
    if (!field.value().isEmpty() && !field.value().equals("yes")) {
      item.with(Ui.plain("p", "value", field.value()).attribute("dir", "auto"));
    }
    String fault = fault(field);
    if (!fault.isEmpty()) {
      item.with(Ui.plain("p", "notice bad", fault));
    } else if (field.max() != null && !tick) {
      item.with(
          Ui.text("p", "small", "lodgeLength", String.valueOf(field.value().length()), String.valueOf(field.max())));
    }
    if (!field.hint().isEmpty()) {
      item.with(Ui.plain("p", "small", field.hint()));
    }
    if (tick) {
      item.with(Ui.text("p", "small", "lodgeTick"));
    } else if (!field.value().isEmpty()) {
      Element copy = Ui.button("copy", "lodgeCopy", () -> copy(index));
      copy.attribute("aria-label", Extension.message("lodgeCopyField", field.label()));
      item.with(copy);
    }
    return item.with(state);
  }

  /** A key was pressed outside of fields. */
  void key(String key) {
    List<FormFill.Field> fields = lodging.form().fields();
    if (key.length() == 1 && key.charAt(0) >= '1' && key.charAt(0) <= '0' + KEYS) {
      copy(key.charAt(0) - '1');
    } else if (key.equals("c") || key.equals("C")) {
      int next = last + 1;
      while (next < fields.size() && !isCopyable(fields.get(next))) {
        next++;
      }
      copy(next);
    }
  }

  private static boolean isCopyable(FormFill.Field field) {
    return !field.value().isEmpty() && !field.kind().equals("tick");
  }

  private void copy(int index) {
    List<FormFill.Field> fields = lodging.form().fields();
    if (index >= fields.size() || !isCopyable(fields.get(index))) {
      said.setTextContent(Extension.message("lodgeNoField"));
      return;
    }
    FormFill.Field field = fields.get(index);
    last = index;
    Document.copy(
        field.value(),
        done -> {
          said.setTextContent(Extension.message(done ? "lodgeCopied" : "lodgeNotCopied", field.label()));
          if (done) {
            Tasks.start(
                () -> {
                  lodging.copied(field.id());
                  Lodgings.keep(lodging, "copied");
                  draw();
                });
          }
        });
  }

  /** Shows what became of each field. */
  void draw() {
    StringBuilder news = new StringBuilder();
    for (FormFill.Field field : lodging.form().fields()) {
      String state = lodging.state(field.id());
      boolean done = state.equals("filled") || state.equals("there");
      String words =
          !state.isEmpty() && !done && lodging.isCopied(field.id()) ? "lodgeStateCopied" : words(state, field);
      Element element = states.get(field.id());
      element.setTextContent(words.isEmpty() ? "" : Extension.message(words));
      element.setAttribute("class", done ? "state done" : words.isEmpty() ? "state" : "state todo");
      if (!words.isEmpty() && !words.equals(heard.put(field.id(), words))) {
        news.append(news.length() == 0 ? "" : "\n");
        news.append(Extension.message("lodgeFault", field.label(), Extension.message(words)));
      }
    }
    if (news.length() > 0) { // who cannot see the list hears what became of each field
      told.setTextContent(news.toString());
    }
  }

  private static String words(String state, FormFill.Field field) {
    return switch (state) {
      case "filled" -> "lodgeStateFilled";
      case "there" -> "lodgeStateThere";
      case "kept" -> "lodgeStateKept";
      case "personal" -> "lodgeStatePersonal";
      case "several" -> "lodgeStateSeveral";
      case "notFound" -> field.value().isEmpty() ? "" : "lodgeStateNotFound";
      case "away" -> field.value().isEmpty() ? "" : "lodgeStateAway";
      case "noOption" -> "lodgeStateNoOption";
      case "tooLong" -> "lodgeStateTooLong";
      case "oneLine" -> "lodgeStateOneLine";
      case "covered" -> "lodgeStateCovered";
      case "notTaken" -> "lodgeStateNotTaken";
      default -> "";
    };
  }

  /** Fields in which something else stands that the person put there. */
  List<String> kept() {
    return in("kept");
  }

  /** Fields in one of these states. */
  List<String> in(String... wanted) {
    List<String> ids = new ArrayList<>();
    for (FormFill.Field field : lodging.form().fields()) {
      for (String state : wanted) {
        if (lodging.state(field.id()).equals(state)) {
          ids.add(field.id());
        }
      }
    }
    return ids;
  }
}
