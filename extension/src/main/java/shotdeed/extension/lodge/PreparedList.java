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

/** Complaints that are prepared and not yet submitted, whoever of the team prepared them. */
public final class PreparedList {
  /** The server is asked no more often, however often the panel is drawn. */
  private static final int FRESH_MILLIS = 10_000;

  private static final int SHOWN = 12;

  private final Chosen chosen;
  private final Runnable redraw;
  private final List<ComplaintSummary> complaints = new ArrayList<>();
  private double asked = -FRESH_MILLIS;
  private String home = "";
  private String trouble = "";

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
    if (complaints.isEmpty()) {
      return;
    }
    Element list = Ui.box("ul", "prepared");
    for (int i = 0; i < Math.min(SHOWN, complaints.size()); i++) {
      list.with(item(complaints.get(i)));
    }
    Element section =
        Ui.box("section", "", Ui.text("h2", "", "preparedTitle", String.valueOf(complaints.size())), list);
    if (!trouble.isEmpty()) {
      section.with(Ui.notice("bad", trouble));
    }
    view.with(section);
  }

  private Element item(ComplaintSummary complaint) {
    String name = Extension.message("lodgeComplaint", String.valueOf(complaint.id()));
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
    return Ui.box("li", "", button.onClick(() -> Tasks.start(() -> open(complaint.id()))));
  }

  private void ask() {
    try {
      Connection connection = Connection.load();
      if (connection == null) {
        return;
      }
      List<ComplaintSummary> now = new ArrayList<>();
      for (Json complaint : connection.getJson("/api/v1/complaints").list("complaints")) {
        if (complaint.string("state").equals("prepared")) {
          now.add(ComplaintJson.summary(complaint));
        }
      }
      boolean changed = !now.equals(complaints);
      complaints.clear();
      complaints.addAll(now);
      home = connection.home();
      if (changed) {
        redraw.run();
      }
    } catch (Http.Unreachable | Connection.ServerRefused | Json.WrongShape e) {
      Tasks.log("ShotDeed: the list of complaints could not be read: " + e.getMessage());
    }
  }

  private void open(int complaint) {
    try {
      Connection connection = Connection.load();
      if (connection != null) {
        chosen.show(Lodgings.load(connection, complaint));
      }
    } catch (Http.Unreachable e) {
      String stored = Lodging.id(home, complaint);
      if (Lodgings.get(stored) != null) {
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
