package shotdeed.extension.lodge;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.FormJson;
import shotdeed.wire.FormFill;

/**
 * A complaint whose form is being filled in, as it is kept in IndexedDB: the form as the server gave it, what became of
 * each field on the page, what was copied by hand, and what the person has typed into the panel.
 */
public final class Lodging {
  private final Json json;
  private FormFill form;

  private Lodging(Json json) {
    this.json = json;
    this.form = FormJson.read(json.member("form"));
  }

  /** Under which name a part of a library's complaint is kept: two parts may be lodged in two tabs at once. */
  static String id(String home, int complaint, int part) {
    return home + " " + complaint + " " + part;
  }

  /** Takes the form as the server gave it; {@link Json.WrongShape} if it is none. */
  static Lodging of(String home, Json form) {
    FormFill read = FormJson.read(form);
    return new Lodging(
        Json.object()
            .put("id", id(home, read.complaint(), read.part()))
            .put("home", home)
            .put("complaint", read.complaint())
            .put("form", form)
            .put("results", Json.object())
            .put("copied", Json.object())
            .put("filled", false)
            .put("caseNumber", "")
            .put("confirmation", ""));
  }

  /** {@code null} if it is damaged. */
  static Lodging readOrNull(Json json) {
    try {
      json.string("id");
      json.string("home");
      json.member("results");
      json.member("copied");
      return new Lodging(json);
    } catch (Json.WrongShape damaged) {
      return null;
    }
  }

  Json json() {
    return json;
  }

  /** Its name in the database. */
  public String id() {
    return json.string("id");
  }

  /** The library that the complaint is of. */
  String home() {
    return json.string("home");
  }

  FormFill form() {
    return form;
  }

  /** When it was last worked on. */
  String openedAt() {
    return json.stringOr("openedAt", "");
  }

  void opened() {
    json.put("openedAt", Extension.instant());
  }

  /** Some of its members. */
  Json only(String... members) {
    return json.only(members);
  }

  /** Takes the server's form of this part as it is now: the member {@code form}. */
  void use(Json now) {
    form = FormJson.read(now);
    json.put("form", now);
  }

  /** As it was kept when a complaint had one place for all of its parts; {@code null} if it has a place of its own. */
  String moved() {
    String id = id(home(), form.complaint(), form.part());
    String before = id();
    if (before.equals(id)) {
      return null;
    }
    json.put("id", id);
    return before;
  }

  /** The server has recorded it: what was sent is there, and stays here no longer. */
  void recorded(String caseNumber, String confirmation, String at) {
    Json submitted = Json.object().put("at", at).put("by", "");
    if (!caseNumber.isEmpty()) {
      submitted.put("caseNumber", caseNumber);
    }
    if (!confirmation.isEmpty()) {
      submitted.put("confirmation", confirmation);
    }
    json.put("results", Json.object()).put("copied", Json.object()).put("filled", false);
    json.put("caseNumber", "").put("confirmation", "");
    use(json.member("form").put("submitted", submitted));
  }

  /** Whether the form was filled in by us, so that what stands in it may be read again. */
  boolean isFilled() {
    return json.flag("filled");
  }

  void filled() {
    json.put("filled", true);
  }

  /** What became of a field on the page, as {@code FormFiller} says it; the empty text before. */
  String state(String field) {
    Json result = json.member("results").memberOrNull(field);
    return result == null ? "" : result.stringOr("state", "");
  }

  /** Takes what the page says of its fields. */
  void results(List<Json> fields) {
    Json results = json.member("results");
    for (Json field : fields) {
      results.put(field.string("id"), field);
    }
  }

  /** Whether a reading is of the form that was filled in, and not of an empty one that came after it. */
  boolean isSame(List<Json> fields) {
    int before = 0;
    for (FormFill.Field field : form.fields()) {
      before += value(field.id()).isEmpty() ? 0 : 1;
    }
    int now = 0;
    boolean ours = false;
    for (Json field : fields) {
      now += field.string("value").isEmpty() ? 0 : 1;
      ours |= field.string("state").equals("there");
    }
    return ours && 2 * now >= before;
  }

  private String value(String field) {
    Json result = json.member("results").memberOrNull(field);
    return result == null ? "" : result.stringOr("value", "");
  }

  void copied(String field) {
    json.member("copied").put(field, true);
  }

  boolean isCopied(String field) {
    return json.member("copied").has(field);
  }

  /** What stood in the fields as far as this browser knows: as the page last said it, or as it was copied by hand. */
  Json sent() {
    Json sent = Json.array();
    for (FormFill.Field field : form.fields()) {
      String value = value(field.id());
      if (value.isEmpty() && isCopied(field.id())) {
        value = field.value();
      }
      if (!value.isEmpty()) {
        sent.add(Json.object().put("id", field.id()).put("value", value));
      }
    }
    return sent;
  }

  /** What the person has typed: {@code caseNumber} or {@code confirmation}. */
  String typed(String name) {
    return json.stringOr(name, "");
  }

  void typed(String name, String text) {
    json.put(name, text);
  }

  /** What was typed into another reading of the same part, which may not be stored yet. */
  void typedBefore(Lodging before) {
    if (before.form.part() == form.part()) {
      typed("caseNumber", before.typed("caseNumber"));
      typed("confirmation", before.typed("confirmation"));
    }
  }

  /** Where a script may fill it in. */
  List<String> places() {
    List<String> places = new ArrayList<>();
    for (String host : form.hosts()) {
      places.add("https://" + host);
    }
    return places;
  }
}
