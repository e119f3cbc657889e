package shotdeed.extension.fill;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Fields;
import shotdeed.extension.browser.Json;

/**
 * Fills in a form, or reads what stands in it. Never presses a button, never ticks a declaration, never writes over what a
 * person has put there unless they ask for it.
 */
public final class FormFiller {
  /** A page with more fields than this is none of the forms we know. */
  private static final int MOST_FIELDS = 1000;

  /** What a field may hold to be read back. */
  private static final int MOST_READ = 20_000;

  private final Json order;
  private final List<Wanted> wanted;
  private final boolean reading;
  private Fields page;
  private FieldMatch match;
  private List<PageField> fields;

  private FormFiller(Json order, List<Wanted> wanted) {
    this.order = order;
    this.wanted = wanted;
    this.reading = order.flag("reading");
  }

  /**
   * Runs an order and leaves the answer for who gave it.
   *
   * @param text {@code places}: where it may be filled in, such as {@code https://www.example.com}; {@code reading}: to
   *     change nothing; {@code fields}: {@code id, kind, value, find, overwrite}. The answer is {@code trouble} ({@code
   *     elsewhere}, {@code tooMany} or empty) and {@code fields}: {@code id}, {@code state}, {@code value}.
   */
  public static void run(String text) {
    Json order = Json.parse(text);
    List<Wanted> wanted = new ArrayList<>();
    for (Json field : order.list("fields")) {
      wanted.add(
          new Wanted(
              field.string("id"), field.string("kind"), field.string("value"), field.strings("find"), field.flag("overwrite")));
    }
    Fields.answer(new FormFiller(order, wanted).answer());
  }

  private Json answer() {
    if (!order.strings("places").contains(Fields.place())) {
      return trouble("elsewhere");
    }
    page = Fields.onPage(MOST_FIELDS);
    if (page == null) {
      return trouble("tooMany");
    }
    fields = new ArrayList<>();
    for (Json field : page.found().list("fields")) {
      fields.add(read(fields.size(), field));
    }
    match = new FieldMatch(fields, wanted);
    Runnable back = reading ? () -> {} : Fields.standing();
    Json results = Json.array();
    for (int i = 0; i < wanted.size(); i++) {
      String state = state(i);
      int at = match.of(i);
      String value = at < 0 ? "" : together(i);
      results.add(
          Json.object()
              .put("id", wanted.get(i).id())
              .put("state", state)
              .put("value", value.length() > MOST_READ ? value.substring(0, MOST_READ) : value));
    }
    back.run();
    return trouble("").put("fields", results);
  }

  private static Json trouble(String trouble) {
    return Json.object().put("trouble", trouble).put("fields", Json.array());
  }

  private static PageField read(int index, Json field) {
    List<PageField.Option> options = new ArrayList<>();
    for (Json option : field.list("options")) {
      options.add(new PageField.Option(option.string("text"), option.string("value")));
    }
    return new PageField(
        index,
        field.string("kind"),
        List.of(
            field.string("label"),
            field.string("aria"),
            field.string("placeholder"),
            field.string("name"),
            field.string("id"),
            field.string("near")),
        field.integer("form"),
        field.flag("elsewhere"),
        field.integer("max"),
        field.string("value"),
        field.flag("touched"),
        options);
  }

  /** What stands in the field, or in the row of fields, now. */
  private String together(int index) {
    if (!isRow(index)) {
      return page.value(fields.get(match.of(index)).index());
    }
    StringBuilder lines = new StringBuilder();
    for (PageField field : match.row(index)) {
      String line = page.value(field.index());
      lines.append(lines.length() == 0 || line.isEmpty() ? "" : "\n").append(line);
    }
    return lines.toString();
  }

  private boolean isRow(int index) {
    return wanted.get(index).kind().equals("links") && fields.get(match.of(index)).kind().equals("text");
  }

  private String state(int index) {
    Wanted one = wanted.get(index);
    if (match.of(index) == FieldMatch.SEVERAL) {
      return "several";
    }
    if (match.of(index) < 0) {
      return match.isElsewhere(index) ? "away" : "notFound";
    }
    PageField field = fields.get(match.of(index));
    if (Personal.is(one, field)) {
      return "personal";
    }
    if (one.value().isEmpty()) {
      return "empty";
    }
    if (isRow(index)) {
      return row(one, match.row(index));
    }
    int option = -1;
    if (field.kind().equals("choice") || field.kind().equals("radio")) {
      option = field.option(one.value());
      if (option < 0) {
        return "noOption";
      }
      if (Words.plain(field.value()).equals(Words.plain(field.options().get(option).text()))) {
        return "there";
      }
    }
    boolean ticked = field.kind().equals("tick") && !field.value().isEmpty(); // whatever sentence is agreed to there
    if (ticked || Words.plain(field.value()).equals(Words.plain(one.value()))) {
      return "there";
    }
    if (field.touched() && !one.overwrite()) {
      return "kept";
    }
    if (field.max() > 0 && one.value().length() > field.max()) {
      return "tooLong";
    }
    if (field.kind().equals("text") && one.value().indexOf('\n') >= 0) {
      return "oneLine";
    }
    return put(field, one.value(), option);
  }

  /** A link in each field, where there are enough of them. */
  private String row(Wanted one, List<PageField> row) {
    List<String> lines = Lines.of(one.value());
    if (lines.size() > row.size()) {
      return "oneLine";
    }
    boolean there = true;
    for (int i = 0; i < lines.size(); i++) {
      boolean same = row.get(i).value().equals(lines.get(i));
      there &= same;
      if (!same && row.get(i).touched() && !one.overwrite()) {
        return "kept";
      }
    }
    if (there) {
      return "there";
    }
    String state = "filled";
    for (int i = 0; i < lines.size(); i++) {
      if (!row.get(i).value().equals(lines.get(i))) {
        String now = put(row.get(i), lines.get(i), -1);
        state = now.equals("filled") ? state : now;
      }
    }
    return state;
  }

  private String put(PageField field, String value, int option) {
    if (reading) {
      return "open";
    }
    if (!page.reveal(field.index())) {
      return "covered";
    }
    page.put(field.index(), value, option);
    return "filled";
  }
}
