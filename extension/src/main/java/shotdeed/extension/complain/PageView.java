package shotdeed.extension.complain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.extension.lodge.PreparedList;
import shotdeed.extension.lodge.RecheckList;
import shotdeed.extension.scan.BadgeWords;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.scan.HitName;
import shotdeed.extension.watch.WatchView;
import shotdeed.wire.SeenListing;

/** What was found on the page in front, how far the check is, and what stands in its way. */
final class PageView {
  private final Element main;
  private final int tab;
  private final Chosen chosen;
  private final WatchView watch;
  private final PreparedList prepared;
  private final RecheckList rechecks;

  /** By hit: a thumbnail is fetched once, however often the page's status changes. */
  private final Map<String, Element> thumbnails = new HashMap<>();
  private Element shown;

  /** A hit that the person wants to see. */
  interface Chosen {
    void show(String hit);
  }

  /**
   * @param form shows a form
   * @param redraw shows the panel again
   */
  PageView(Element main, int tab, Chosen chosen, PreparedList.Chosen form, Runnable redraw) {
    this.watch = new WatchView(tab, redraw);
    this.prepared = new PreparedList(form, redraw);
    this.rechecks = new RecheckList(tab, Drafts::hitsInUse, redraw);
    this.main = main;
    this.tab = tab;
    this.chosen = chosen;
  }

  /** Draws the status of the background. Waits. */
  void draw(Json status) {
    Element view = Ui.box("div", "");
    Element trouble = trouble(status);
    if (trouble != null) {
      view.with(trouble);
    }
    Json page = status.memberOrNull("page");
    if (page == null) {
      view.with(Ui.text("p", "empty", "pageNotWatched"));
    } else {
      drawPage(view, page, status.integer("certificates"), status.integer("missing"));
    }
    int missing = status.integer("missing");
    if (missing > 0) {
      view.with(Ui.notice("note", Extension.message("libraryIncomplete", String.valueOf(missing))));
    }
    int seenBefore = status.integerOr("seenBefore", 0);
    if (seenBefore > 0) {
      view.with(
          Ui.notice("note", Extension.message("seenBefore", String.valueOf(seenBefore))),
          Ui.button("", "openOptions", Extension::openOptions));
    }
    rechecks.addTo(view, page);
    prepared.addTo(view);
    watch.addTo(view, status);
    view.with(library(status));
    if (shown != null && shown.isConnected()) {
      shown.become(view);
    } else {
      shown = view;
      main.cleared().with(view);
    }
  }

  private void drawPage(Element view, Json page, int certificates, int missing) {
    view.with(Ui.plain("h1", "", page.string("title")));
    if (!page.string("shop").isEmpty()) {
      view.with(Ui.plain("p", "shop", page.string("shop")));
    }
    int found = page.integer("found");
    int checked = page.integer("checked");
    if (page.flag("barrier")) {
      view.with(Ui.notice("note", Extension.message("pageBarrier")));
      return;
    }
    if (certificates == 0) {
      if (missing == 0) {
        view.with(Ui.text("p", "empty", "emptyLibrary"));
      }
      return;
    }
    Element changed = ChangedView.of(page);
    if (changed != null) {
      view.with(changed);
    }
    int unread = AccessView.addTo(view, tab, page);
    if (checked < found) {
      Element bar = Ui.plain("progress", "", "");
      bar.setAttribute("max", String.valueOf(found));
      bar.setAttribute("value", String.valueOf(checked));
      bar.setAttribute("aria-label", Extension.message("checking", String.valueOf(checked), String.valueOf(found)));
      view.with(bar);
    }
    view.with(
        Ui.text(
            "p",
            "progress",
            checked < found ? "checking" : "checked",
            String.valueOf(checked),
            String.valueOf(found)));
    if (checked < found && page.flag("hidden")) {
      view.with(Ui.text("p", "progress", "pagePaused"));
    }
    if (page.flag("badgesRemoved")) {
      view.with(Ui.notice("note", Extension.message("badgesRemoved")));
    }
    ShopCheckView.addTo(view, tab, page.member("items"));
    List<String> copies = page.strings("copies");
    List<String> own = page.strings("own");
    if (copies.isEmpty()) {
      if (checked == found && own.isEmpty() && (found == 0 || unread < found)) {
        view.with(Ui.text("p", "empty", found == 0 ? "noPictures" : "noCopy"));
      }
    } else {
      drawHits(view, page, "copiesFound", copies);
    }
    drawHits(view, page, "ownFound", own);
    drawHits(view, page, "relatedFound", page.strings("related"));
    ThoroughLine.addTo(view, page);
    drawTroubles(view, page);
  }

  /** Copies, and apart from them what is none: nothing can be complained about there. */
  private void drawHits(Element view, Json page, String heading, List<String> hits) {
    if (hits.isEmpty()) {
      return;
    }
    Element list = Ui.box("ul", "hits");
    for (String id : hits) {
      Json stored = Database.HITS.get(id);
      if (stored != null) {
        list.with(Ui.box("li", "", entry(Hit.read(stored), page.string("listing"))));
      }
    }
    view.with(Ui.text("h2", "", heading, String.valueOf(hits.size())), list);
  }

  /** @param page the name of what the page itself is of: what is of another item, in a list of many, names that */
  private Element entry(Hit hit, String page) {
    SeenListing listing = hit.report().listing();
    String place = Place.of(hit);
    if (!HitName.listing(listing).equals(page)) {
      place = listing.title().isEmpty() ? listing.listingId() : listing.title();
    }
    Element button = Ui.box("button", "hit");
    button.attribute("type", "button").setAttribute("data-for", hit.id());
    button.with(
        thumbnail(hit),
        Ui.box(
            "span",
            "",
            Ui.plain("strong", "", place),
            Ui.plain("span", BadgeWords.isUnmarkedOriginal(hit) ? "state warn" : "state", words(hit))));
    return button.onClick(() -> chosen.show(hit.id()));
  }

  /** Loaded once. What stands in the panel stays there, with the picture that is on its way to it. */
  private Element thumbnail(Hit hit) {
    Element known = thumbnails.computeIfAbsent(hit.id(), id -> Pictures.copy(hit, "thumb"));
    return known.isConnected() ? known.copy() : known;
  }

  private static String words(Hit hit) {
    String certificate = String.valueOf(hit.report().certificate());
    String mark = MarkView.words(hit);
    return switch (hit.state()) {
      case Hit.WAITING -> Extension.message("stateWaiting", certificate);
      case Hit.RELATED -> Extension.message("stateRelated", certificate);
      case Hit.OWN -> Extension.message("stateOwn", certificate, BadgeWords.own(hit));
      default ->
          Extension.message("stateConfirmed", certificate)
              + (mark.isEmpty() ? "" : " · " + Extension.message("markLine", mark));
    };
  }

  private void drawTroubles(Element view, Json page) {
    Json troubles = page.member("troubles");
    int unreachable = troubles.integer("UNREACHABLE");
    if (unreachable > 0) {
      view.with(
          Ui.notice("note", Extension.message("unreachable", String.valueOf(unreachable), AccessView.names(page, "unreachable"))),
          Ui.button("", "tryAgain", () -> AccessView.checkAgain(tab)));
    }
    count(view, "tooMany", troubles.integer("TOO_MANY"));
    count(view, "privateAddress", troubles.integer("PRIVATE"));
    count(view, "failed", troubles.integer("FAILED"));
    count(view, "pageEmbedded", page.integer("embedded"));
    Element unjudged = UnjudgedView.of(page);
    if (unjudged != null) {
      view.with(unjudged);
    }
  }

  private static void count(Element view, String key, int pictures) {
    if (pictures > 0) {
      view.with(Ui.notice("note", Extension.message(key, String.valueOf(pictures))));
    }
  }

  private static Element trouble(Json status) {
    String code = status.string("trouble");
    String kernel = status.string("kernelTrouble");
    if (!kernel.isEmpty()) {
      return Ui.notice("bad", Extension.message(kernel));
    }
    return switch (code) {
      case "unpaired", "revoked" ->
          Ui.box(
              "div",
              "",
              Ui.notice(code.equals("unpaired") ? "note" : "bad", Extension.message(code)),
              Ui.button("primary", "openOptions", Extension::openOptions));
      case "away" -> Ui.notice("bad", Extension.message("serverAway"));
      case "refused" -> Ui.notice("bad", Extension.message("serverRefused"));
      case "failed" -> Ui.notice("bad", Extension.message("synchronizeFailed"));
      default -> null;
    };
  }

  private Element library(Json status) {
    String when = status.string("refreshedAt");
    return Ui.box(
        "footer",
        "",
        Ui.text("p", "", "librarySize", String.valueOf(status.integer("certificates"))),
        when.isEmpty() ? Ui.box("span", "") : Ui.text("p", "", "refreshedAt", Extension.localTime(when)),
        Ui.button(
            "",
            "refresh",
            () -> Tasks.start(() -> Messages.ask(Json.object().put("type", "synchronize").put("tab", tab)))));
  }
}
