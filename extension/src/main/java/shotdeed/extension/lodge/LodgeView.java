package shotdeed.extension.lodge;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Screenshot;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;
import shotdeed.wire.FormFill;

/** The marketplace's form, beside its page: what goes into each field, filling it in on a click, and the case number. */
public final class LodgeView {
  /** What a person changes on the page is read again so often, for the copy of what was sent. */
  private static final int READ_MILLIS = 4_000;

  private static final String[] DONE = {"filled", "there"};
  private static final String[] MISSED = {
    "notFound", "away", "several", "noOption", "tooLong", "oneLine", "covered", "notTaken"
  };

  private final Element main;
  private final int tab;
  private String id;
  private final Runnable back;
  private final Element actions = Ui.box("div", "actions");
  private Lodging lodging;
  private FieldList fields;
  private SubmitView submit;
  private String drawn = "";
  private String place = "";
  private String notice = "";
  private boolean closed;
  private boolean busy;
  private boolean refreshed;

  /**
   * @param tab beside which the panel stands
   * @param id of the lodging
   */
  public LodgeView(Element main, int tab, String id, Runnable back) {
    this.main = main;
    this.tab = tab;
    this.id = id;
    this.back = back;
    Tasks.start(this::readAgain);
  }

  /** The panel shows something else from now on. */
  public void close() {
    closed = true;
  }

  /** A key was pressed outside of fields. */
  public void key(String key) {
    if (!closed && fields != null) {
      fields.key(key);
    }
  }

  /** Draws it as it stands; what the person types meanwhile stays. Waits. */
  public void draw() {
    if (busy) {
      return;
    }
    Lodging now = Lodgings.get(id);
    if (now == null) {
      main.cleared().with(backButton(), Ui.notice("bad", Extension.message("lodgeGone")));
      return;
    }
    String text = now.json().member("form").text();
    if (!text.equals(drawn)) {
      drawn = text;
      if (lodging != null) {
        now.typedBefore(lodging);
      }
      lodging = now;
      build();
    }
    actions();
    submit.draw();
    if (!refreshed) {
      refreshed = true;
      Tasks.start(() -> refresh(lodging.form().part()));
    }
  }

  /** Asks the server for the form as it is now; without it, what was stored is shown. Waits. */
  private void refresh(int part) {
    try {
      Connection connection = Connection.load();
      if (connection != null && connection.home().equals(lodging.home())) {
        show(Lodgings.load(connection, lodging.form().complaint(), part));
      }
    } catch (Http.Unreachable e) {
      String stored = Lodging.id(lodging.home(), lodging.form().complaint(), part);
      if (!stored.equals(id) && Lodgings.get(stored) != null) {
        show(stored);
      } else {
        say(part == lodging.form().part() ? "" : "serverAway");
      }
    } catch (Connection.ServerRefused e) {
      notice = e.problem().title();
      actions();
    }
  }

  /** Shows a part, and lets the page in front be that part's from now on if it was this one's. Waits. */
  private void show(String loaded) {
    if (!loaded.equals(id)) {
      boolean bound = id.equals(Lodgings.in(tab, ""));
      id = loaded;
      drawn = "";
      Lodging now = Lodgings.get(loaded);
      if (bound && now != null) {
        Lodgings.bind(tab, now);
      }
    }
    draw();
  }

  private void build() {
    FormFill form = lodging.form();
    fields = new FieldList(lodging);
    submit = new SubmitView(tab, lodging);
    place = "";
    main.cleared().with(
        backButton(),
        Ui.plain("h1", "", form.formName()),
        Ui.text("p", "shop", "lodgeComplaint", String.valueOf(form.complaint())));
    if (form.parts() > 1) {
      parts(form);
    }
    if (!form.lodger().isEmpty()) {
      main.with(form.lodgerMayBeOther()
          ? Ui.notice("note", Extension.message("lodgeLodger", form.lodger()))
          : Ui.text("p", "small", "lodgeLodger", form.lodger()));
    }
    if (form.lodgerMayBeOther() && form.submitted() == null) {
      main.with(HandOver.of(lodging));
    }
    for (String warning : form.warnings()) {
      main.with(Ui.notice("warn", warning));
    }
    limits();
    main.with(actions, fields.element());
    if (!form.files().isEmpty()) {
      main.with(ConsoleDoor.files(form));
    }
    main.with(submit.element());
  }

  private Element backButton() {
    return Ui.button("back", "backToPage", back);
  }

  private void parts(FormFill form) {
    Element line = Ui.box("p", "");
    line.with(Ui.text("span", "", "lodgePart", String.valueOf(form.part()), String.valueOf(form.parts())));
    if (form.part() > 1) {
      line.with(Ui.button("", "lodgePartBefore", () -> Tasks.start(() -> refresh(form.part() - 1))));
    }
    if (form.part() < form.parts()) {
      line.with(Ui.button("", "lodgePartNext", () -> Tasks.start(() -> refresh(form.part() + 1))));
    }
    main.with(line);
  }

  private void limits() {
    List<String> faults = fields.faults();
    if (faults.isEmpty()) {
      main.with(Ui.text("p", "small", "lodgeFits"));
      return;
    }
    Element list = Ui.box("ul", "");
    for (String fault : faults) {
      list.with(Ui.plain("li", "", fault));
    }
    main.with(
        Ui.notice("bad", Extension.message("lodgeFaults", String.valueOf(faults.size()))),
        list,
        ConsoleDoor.to("lodgeMend", "/complaints/" + lodging.form().complaint() + "/form"));
  }

  /** What can be done with the page in front. Waits. */
  private void actions() {
    Screenshot.Tab now = Screenshot.tab(tab);
    String url = now == null ? "" : now.url();
    boolean known = !url.isEmpty();
    boolean here = known && lodging.places().contains(Address.origin(url));
    boolean bound = id.equals(Lodgings.in(tab, ""));
    String state = known + " " + here + " " + bound + " " + notice + " " + fields.in(DONE).size() + " "
        + fields.in(MISSED).size() + " " + fields.kept().size() + " " + lodging.isFilled();
    if (state.equals(place)) {
      return;
    }
    place = state;
    actions.cleared();
    boolean fillable = here || !known && bound;
    if (lodging.form().entry() != null && !fillable) {
      actions.with(Ui.button("primary", "lodgeOpen", () -> Tasks.start(this::open)));
    }
    if (lodging.form().entry() == null) {
      actions.with(ConsoleDoor.to("lodgeNoEntry", "/complaints/" + lodging.form().complaint() + "/form"));
    }
    if (fillable) {
      if (!known) {
        actions.with(Ui.text("p", "small", "lodgeAccess", hosts()));
      }
      Element fill = Ui.button(lodging.isFilled() ? "" : "primary", "lodgeFill", () -> {});
      actions.with(fill.onClick(() -> fill(known, List.of())));
      if (lodging.isFilled()) {
        filled();
      }
    }
    if (!notice.isEmpty()) {
      actions.with(Ui.notice("bad", notice));
    }
  }

  private void filled() {
    int missed = fields.in(MISSED).size();
    List<String> kept = fields.kept();
    String words =
        Extension.message("lodgeFilled", String.valueOf(fields.in(DONE).size()), String.valueOf(missed));
    actions.with(Ui.notice(missed == 0 ? "good" : "note", words));
    actions.with(Ui.text("p", "small", "lodgeYours"));
    if (!kept.isEmpty()) {
      actions.with(
          Ui.notice("note", Extension.message("lodgeKept", String.valueOf(kept.size()))),
          Ui.button("", "lodgeOverwrite", () -> fill(true, kept)));
    }
  }

  private String hosts() {
    StringBuilder hosts = new StringBuilder();
    for (String host : lodging.form().hosts()) {
      hosts.append(hosts.length() == 0 ? "" : Extension.message("listSeparator")).append(host);
    }
    return hosts.toString();
  }

  private void open() {
    if (!FormDoor.open(lodging)) {
      say("lodgeNotOpened");
    }
  }

  /** At once in answer to the click: the browser asks for access only then. */
  private void fill(boolean allowed, List<String> overwrite) {
    if (allowed) {
      Tasks.start(() -> fillNow(overwrite));
    } else {
      Extension.requestAccess(
          Filling.origins(lodging),
          granted -> {
            if (granted) {
              fillNow(overwrite);
            } else {
              say("lodgeNotAllowed");
            }
          });
    }
  }

  private void fillNow(List<String> overwrite) {
    if (busy) {
      return;
    }
    busy = true;
    try {
      String trouble = Filling.fill(tab, lodging, overwrite);
      notice = switch (trouble) {
        case "" -> "";
        case "elsewhere" -> Extension.message("lodgeElsewhere", hosts());
        case "tooMany" -> Extension.message("lodgeTooMany");
        default -> Extension.message("lodgeNotAllowed");
      };
    } finally {
      busy = false;
    }
    fields.draw();
    actions();
  }

  private void say(String key) {
    notice = key.isEmpty() ? "" : Extension.message(key);
    actions();
  }

  private void readAgain() {
    while (!closed) {
      Tasks.pause(READ_MILLIS);
      if (!closed && !busy && lodging != null && lodging.isFilled() && Document.isVisible() && isStillOpen()) {
        Filling.read(tab, lodging);
        fields.draw();
        actions();
      }
    }
  }

  /** The background may have recorded it meanwhile: what stands on the page is kept no longer then. */
  private boolean isStillOpen() {
    Lodging stored = Lodgings.get(id);
    return stored != null && Lodgings.isOpen(stored);
  }
}
