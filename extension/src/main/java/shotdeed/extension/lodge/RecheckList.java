package shotdeed.extension.lodge;

import java.util.List;
import java.util.function.Supplier;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.FormTab;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Screenshot;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.scan.Hits;
import shotdeed.extension.wire.RecheckJson;
import shotdeed.model.SamePage;

/**
 * Listings to be looked at again, with their addresses; on such a listing, what was seen there, to be confirmed by a click.
 */
public final class RecheckList {
  private static final int SHOWN = 12;

  private final int tab;
  private final Supplier<List<String>> drafted;
  private final Runnable redraw;
  private String notice = "";

  /**
   * @param tab beside which the panel stands
   * @param drafted says which hits a complaint that is not sent yet is about
   * @param redraw shows the panel again
   */
  public RecheckList(int tab, Supplier<List<String>> drafted, Runnable redraw) {
    this.tab = tab;
    this.drafted = drafted;
    this.redraw = redraw;
  }

  /**
   * Adds what is due, and what was seen if the page in front is one of them. Waits.
   *
   * @param page the page in front as the background has it; {@code null} if it is not checked
   */
  public void addTo(Element view, Json page) {
    List<RecheckJson.Due> due = Rechecks.due();
    if (!notice.isEmpty()) {
      view.with(Ui.notice("good", notice));
    }
    for (Rechecks.Refused refused : Rechecks.refused()) {
      view.with(refused(refused));
    }
    if (due.isEmpty()) {
      return;
    }
    Screenshot.Tab shown = Screenshot.tab(tab);
    String url = shown == null ? "" : shown.url();
    RecheckJson.Due here = Rechecks.in(tab, url.isEmpty() && page != null ? page.string("url") : url, due);
    if (here != null) {
      boolean same = page != null && SamePage.is(page.string("url"), here.listing().pageUrl());
      view.with(seen(here, same ? page : null)); // what stands on another page says nothing about this listing
    }
    Element list = Ui.box("ul", "rechecks");
    for (int i = 0; i < Math.min(SHOWN, due.size()); i++) {
      if (here == null || due.get(i).id() != here.id()) {
        list.with(item(due.get(i)));
      }
    }
    view.with(
        Ui.box("section", "", Ui.text("h2", "", "recheckTitle", String.valueOf(due.size())), Ui.text("p", "small", "recheckHow"), list));
  }

  private Element refused(Rechecks.Refused refused) {
    return Ui.box(
        "section",
        "refused",
        Ui.notice("bad", Extension.message("recheckRefused", refused.name(), refused.problem())),
        Ui.button("", "recheckAgain", () -> Tasks.start(() -> {
          Rechecks.sendAgain(refused);
          Messages.ask(Json.object().put("type", "synchronize").put("tab", tab));
          redraw.run();
        })),
        Ui.button("", "recheckDismiss", () -> Tasks.start(() -> {
          Rechecks.dismiss(refused);
          redraw.run();
        })));
  }

  private static String name(RecheckJson.Due due) {
    return due.listing().title().isEmpty() ? due.listing().pageUrl() : due.listing().title();
  }

  private Element item(RecheckJson.Due due) {
    Element button =
        Ui.box(
            "button",
            "entry",
            Ui.plain("strong", "", name(due)).attribute("dir", "auto"),
            Ui.text("span", "state", "recheckDue", String.valueOf(due.complaint()), due.dueOn()));
    button.attribute("type", "button").setAttribute("data-for", String.valueOf(due.id()));
    return Ui.box("li", "", button.onClick(() -> Tasks.start(() -> open(due))));
  }

  private static void open(RecheckJson.Due due) {
    String url = due.listing().pageUrl();
    if (Address.origin(url).isEmpty()) {
      return;
    }
    try {
      int opened = FormTab.open(url, "panel.html?tab=");
      Rechecks.bind(opened, due.id());
      FormTab.show(opened);
    } catch (Tasks.Refused e) {
      Tasks.log("ShotDeed: the listing was not opened: " + e.getMessage());
    }
  }

  private Element seen(RecheckJson.Due due, Json page) {
    boolean found = page != null && (has(page, "copies", due) || has(page, "own", due));
    boolean doubtful = page != null && has(page, "related", due) || !holds(due.certificate());
    Seen seen = Seen.of(page, answered(due), found, doubtful);
    String certificate = String.valueOf(due.certificate());
    Element section = Ui.box("section", "recheck", Ui.text("h2", "", "recheckHere", String.valueOf(due.complaint())));
    section.setAttribute("data-for", String.valueOf(due.id()));
    section.with(
        switch (seen) {
          case LISTING_GONE -> Ui.notice("good", Extension.message("recheckListingGone"));
          case PICTURE_GONE ->
              Ui.notice("good", Extension.message("recheckPictureGone", certificate, String.valueOf(page.integer("found"))));
          case STILL_THERE -> Ui.notice("bad", Extension.message("recheckStillThere", certificate));
          case CHECKING -> Ui.notice("note", Extension.message("recheckChecking"));
          default -> Ui.notice("note", Extension.message("recheckUnclear", certificate));
        });
    if (!seen.result().isEmpty()) {
      section.with(button("primary", seen == Seen.STILL_THERE ? "recheckConfirmThere" : "recheckConfirm", due, seen.result()));
    }
    if (seen == Seen.UNCLEAR) { // the person's own eyes
      section.with(button("", "recheckListingIsGone", due, Seen.LISTING_GONE.result()));
    }
    if (seen == Seen.UNCLEAR || seen == Seen.PICTURE_GONE) {
      section.with(button("", "recheckIsThere", due, Seen.STILL_THERE.result()));
    }
    return section.with(button("", "recheckNotSeen", due, "not-seen"));
  }

  /** How the page was answered, if it is of the listing's site: whatever else the tab shows says nothing about it. */
  private Json answered(RecheckJson.Due due) {
    Json state = FormTab.state(tab);
    boolean there = state != null && Address.host(state.stringOr("url", "")).equals(due.listing().site());
    return there ? state : null;
  }

  private static boolean holds(int certificate) {
    Json answer = Messages.ask(Json.object().put("type", "holds").put("certificate", certificate));
    return answer != null && answer.flag("holds");
  }

  private static boolean has(Json page, String list, RecheckJson.Due due) {
    for (String id : page.strings(list)) {
      Json stored = Database.HITS.get(id);
      if (stored != null && Hit.read(stored).certificate() == due.certificate()) {
        return true;
      }
    }
    return false;
  }

  private Element button(String css, String key, RecheckJson.Due due, String result) {
    return Ui.button(
        css,
        key,
        () ->
            Tasks.start(
                () -> {
                  String home = Rechecks.answer(due, result);
                  if (Seen.isGone(result)) {
                    Hits.forget(home, due.listing(), due.certificate(), drafted.get());
                  }
                  notice = Extension.message("recheckKept");
                  redraw.run();
                  Messages.ask(Json.object().put("type", "synchronize").put("tab", tab));
                  redraw.run();
                }));
  }
}
