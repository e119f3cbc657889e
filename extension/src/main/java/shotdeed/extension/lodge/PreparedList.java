package shotdeed.extension.lodge;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.wire.ComplaintJson;
import shotdeed.wire.ComplaintSummary;

/**
 * Complaints that are prepared and not yet submitted, whoever of the team prepared them, and parts of them that are not: each
 * with a form of its own to lodge.
 */
public final class PreparedList {
  /** The server is asked no more often, however often the panel is drawn. */
  private static final int FRESH_MILLIS = 10_000;

  private static final int SHOWN = 12;

  /** Pages of the server's list that are read for as many as are shown; the person may ask for more. */
  private static final int PAGES = 4;

  private final Chosen chosen;
  private final Runnable redraw;
  private final List<Entry> entries = new ArrayList<>();
  private double asked = -FRESH_MILLIS;
  private String home = "";
  private String trouble = "";
  private int shown = SHOWN;
  private int pages = PAGES;
  private boolean more;

  /**
   * What there is to lodge.
   *
   * @param part 0 for a complaint of which nobody here knows parts
   */
  private record Entry(ComplaintSummary complaint, int part, int parts) {}

  /** A form that the person wants to see. */
  public interface Chosen {
    void show(String lodging);
  }

  /** @param redraw shows the panel again */
  public PreparedList(Chosen chosen, Runnable redraw) {
    this.chosen = chosen;
    this.redraw = redraw;
  }

  /** Adds the section, if there is anything to show. */
  public void addTo(Element view) {
    if (Tasks.now() - asked > FRESH_MILLIS) {
      asked = Tasks.now();
      Tasks.start(this::ask);
    }
    if (entries.isEmpty() && !more) {
      return;
    }
    Element list = Ui.box("ul", "prepared");
    for (int i = 0; i < Math.min(shown, entries.size()); i++) {
      list.with(item(entries.get(i)));
    }
    Element section =
        Ui.box("section", "", Ui.text("h2", "", "preparedTitle", entries.size() + (more ? "+" : "")), list);
    if (more || entries.size() > shown) {
      section.with(Ui.button("more", "preparedMore", this::showMore));
    }
    if (!trouble.isEmpty()) {
      section.with(Ui.notice("bad", trouble));
    }
    view.with(section);
  }

  private void showMore() {
    shown += SHOWN;
    if (more && entries.size() < shown) {
      pages += PAGES;
    }
    redraw.run();
    asked = Tasks.now();
    Tasks.start(this::ask);
  }

  private Element item(Entry entry) {
    ComplaintSummary complaint = entry.complaint();
    String id = String.valueOf(complaint.id());
    String name =
        entry.parts() > 1
            ? Extension.message("preparedPart", id, String.valueOf(entry.part()), String.valueOf(entry.parts()))
            : Extension.message("lodgeComplaint", id);
    Element button =
        Ui.box(
            "button",
            "entry",
            Ui.plain("strong", "", name),
            Ui.plain(
                "span",
                "state",
                complaint.shopName().isEmpty() ? Extension.localTime(complaint.preparedAt()) : complaint.shopName()));
    button.setAttribute("type", "button");
    return Ui.box("li", "", button.onClick(() -> Tasks.start(() -> open(complaint.id(), entry.part()))));
  }

  private void ask() {
    try {
      Connection connection = Connection.load();
      if (connection == null) {
        return;
      }
      List<Lodging> known = Lodgings.of(connection.home());
      List<Entry> now = new ArrayList<>();
      int page = 0;
      boolean last = false;
      while (!last && page < pages && now.size() < shown) {
        page++;
        Json answer = connection.getJson("/api/v1/complaints?page=" + page);
        List<Json> complaints = answer.list("complaints");
        for (Json complaint : complaints) {
          add(now, ComplaintJson.summary(complaint), known);
        }
        last = complaints.isEmpty() || page * answer.integerOr("pageSize", complaints.size()) >= answer.integerOr("total", 0);
      }
      boolean changed = !now.equals(entries) || more == last;
      entries.clear();
      entries.addAll(now);
      more = !last;
      home = connection.home();
      if (changed) {
        redraw.run();
      }
    } catch (Http.Unreachable | Connection.ServerRefused | Json.WrongShape e) {
      Tasks.log("ShotDeed: the list of complaints could not be read: " + e.getMessage());
    }
  }

  /** With the first part a complaint counts as submitted; the others are to be lodged whatever is decided of it. */
  private static void add(List<Entry> entries, ComplaintSummary complaint, List<Lodging> known) {
    boolean prepared = complaint.state().equals("prepared");
    boolean withdrawn = complaint.state().equals("withdrawn");
    int parts = 1;
    List<Integer> done = new ArrayList<>();
    for (Lodging lodging : known) {
      if (lodging.form().complaint() == complaint.id()) {
        parts = Math.max(parts, lodging.form().parts());
        if (!Lodgings.isOpen(lodging)) {
          done.add(lodging.form().part());
        }
      }
    }
    if (parts == 1 && prepared) {
      entries.add(new Entry(complaint, 0, 1));
    }
    for (int part = 1; parts > 1 && part <= parts && !withdrawn; part++) {
      if (!done.contains(part)) {
        entries.add(new Entry(complaint, part, parts));
      }
    }
  }

  private void open(int complaint, int part) {
    try {
      Connection connection = Connection.load();
      if (connection != null) {
        chosen.show(
            part == 0 ? Lodgings.load(connection, complaint) : Lodgings.load(connection, complaint, part));
      }
    } catch (Http.Unreachable e) {
      String stored = part == 0 ? Lodgings.stored(home, complaint) : Lodging.id(home, complaint, part);
      if (!stored.isEmpty() && Lodgings.get(stored) != null) {
        chosen.show(stored);
      } else {
        trouble = Extension.message("serverAway");
        redraw.run();
      }
    } catch (Connection.ServerRefused e) {
      trouble = e.problem().title() + " " + e.problem().detail();
      redraw.run();
    }
  }
}
