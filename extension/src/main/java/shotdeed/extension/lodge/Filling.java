package shotdeed.extension.lodge;

import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.FormTab;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.wire.FormFill;

/** Fills in the page beside the panel, and reads what stands in it. */
final class Filling {
  /** A page that checks what is typed has done so by then. */
  private static final int SETTLE_MILLIS = 400;

  private Filling() {}

  /** The patterns of the hosts to ask access for. */
  static Json origins(Lodging lodging) {
    Json origins = Json.array();
    for (String place : lodging.places()) {
      origins.add(Extension.pattern(place));
    }
    return origins;
  }

  /**
   * Fills in what is not yet there, and reads back what the page made of it. Waits.
   *
   * @param overwrite fields whose content the person wants replaced
   * @return the empty text, or why nothing was filled in: {@code elsewhere}, {@code tooMany}, {@code notAllowed}
   */
  static String fill(int tab, Lodging lodging, List<String> overwrite) {
    Json filled = FormTab.fill(tab, order(lodging, overwrite, false));
    String trouble = trouble(filled);
    if (!trouble.isEmpty()) {
      return trouble;
    }
    Tasks.pause(SETTLE_MILLIS);
    Json now = FormTab.fill(tab, order(lodging, List.of(), true));
    if (!trouble(now).isEmpty()) {
      return trouble(now);
    }
    List<Json> before = filled.list("fields");
    List<Json> after = now.list("fields");
    for (int i = 0; i < after.size(); i++) {
      String wasDone = before.get(i).string("state");
      String is = after.get(i).string("state");
      if (wasDone.equals("filled")) { // the page may have taken it back, or cut it
        after.get(i).put("state", is.equals("there") ? "filled" : "notTaken");
      } else if (!is.equals("there")) {
        after.get(i).put("state", wasDone);
      }
    }
    lodging.results(after);
    lodging.filled();
    Lodgings.keep(lodging, "results", "filled");
    return "";
  }

  /** Notes what stands in the fields now, if it is still the form that was filled in. Waits. */
  static void read(int tab, Lodging lodging) {
    Json now = FormTab.fill(tab, order(lodging, List.of(), true));
    if (trouble(now).isEmpty() && lodging.isSame(now.list("fields"))) {
      for (Json field : now.list("fields")) {
        String before = lodging.state(field.string("id"));
        String is = field.string("state");
        boolean ours = is.equals("there") && before.equals("filled");
        boolean changed = is.equals("there") || is.equals("kept") || before.isEmpty();
        field.put("state", changed && !ours ? is : before);
      }
      lodging.results(now.list("fields"));
      Lodgings.keep(lodging, "results");
    }
  }

  private static String trouble(Json answer) {
    return answer == null ? "notAllowed" : answer.stringOr("trouble", "notAllowed");
  }

  private static Json order(Lodging lodging, List<String> overwrite, boolean reading) {
    Json fields = Json.array();
    for (FormFill.Field field : lodging.form().fields()) {
      Json find = Json.array();
      for (String word : field.find()) {
        find.add(word);
      }
      fields.add(
          Json.object()
              .put("id", field.id())
              .put("kind", field.kind())
              .put("value", field.over() > 0 ? "" : field.value()) // what is too long is shortened by a person
              .put("find", find)
              .put("overwrite", overwrite.contains(field.id())));
    }
    Json places = Json.array();
    for (String place : lodging.places()) {
      places.add(place);
    }
    return Json.object().put("places", places).put("reading", reading).put("fields", fields);
  }
}
