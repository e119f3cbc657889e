package shotdeed.extension.settings;

import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Document;
import shotdeed.extension.browser.Element;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.browser.Ui;
import shotdeed.fingerprint.Kernel;
import shotdeed.wire.Handshake;

/** The options page: the server this browser is paired with, and the sites it watches. */
public final class OptionsView {
  private final Element server = Ui.box("section", "").attribute("id", "server");
  private final ConsentView consent = new ConsentView();
  private final HistoryView history = new HistoryView();
  private final Element sites = Ui.box("section", "").attribute("id", "sites");

  private OptionsView() {}

  /** Shows the page. */
  public static void open() {
    Document.setLanguage(Extension.message("pageLanguage"));
    Document.setTitle(Extension.message("optionsTitle"));
    OptionsView view = new OptionsView();
    Document.byId("main")
        .with(Ui.text("h1", "", "optionsTitle"), view.server, view.consent.element(), view.sites, view.history.element(), Ui.text("p", "small", "privacyLine"));
    Tasks.start(
        () -> {
          view.drawServer(null);
          view.drawSites(null);
          view.history.draw();
        });
  }

  private void drawServer(Element notice) {
    Connection connection = Connection.load();
    server.cleared().with(Ui.text("h2", "", "serverTitle"));
    if (notice != null) {
      server.with(notice);
    }
    if (connection == null) {
      askForLink();
    } else {
      paired(connection);
    }
    consent.draw();
  }

  private void paired(Connection connection) {
    Element state = Ui.plain("p", "notice note", Extension.message("loading"));
    server.with(
        Ui.facts(
            "factServer",
            connection.origin(),
            "factSeller",
            connection.seller(),
            "factAccount",
            connection.account(),
            "factDevice",
            connection.device()),
        state,
        Ui.button(
            "",
            "unpair",
            () ->
                Tasks.start(
                    () -> {
                      Connection.forget();
                      drawServer(Ui.notice("note", Extension.message("unpaired")));
                    })));
    state.setTextContent(connectionState(connection));
  }

  private static String connectionState(Connection connection) {
    try {
      Handshake handshake = connection.handshake();
      if (handshake.kernel() < Kernel.VERSION) {
        return Extension.message("serverOlder");
      }
      // A newer server may still have fingerprints of this extension's version: the panel says so if it has none.
      return handshake.missing() > 0
          ? Extension.message("connectedIncomplete", handshake.server(), String.valueOf(handshake.missing()))
          : Extension.message("connected", handshake.server());
    } catch (Http.Unreachable e) {
      return Extension.message("serverAway");
    } catch (Connection.ServerRefused e) {
      return Extension.message(e.isRevoked() ? "revoked" : "serverRefused");
    }
  }

  private void askForLink() {
    Element link = field("pairingLink", "text", "https://…/pair#…");
    Element next = Ui.button("primary", "next", () -> {});
    next.onClick(
        () -> {
          String text = link.getValue().trim();
          if (Connection.isPairingLink(text)) {
            confirm(text);
          } else {
            Tasks.start(() -> drawServer(Ui.notice("bad", Extension.message("notAPairingLink"))));
          }
        });
    server.with(
        Ui.text("p", "", "pairingHow"),
        Ui.text("label", "", "pairingLink").attribute("for", "pairingLink"),
        link,
        next);
  }

  /** The server's origin is shown by itself, large: a link that only looks right is seen here. */
  private void confirm(String link) {
    String origin = Address.origin(link);
    Element device = field("deviceName", "text", "");
    device.setValue(Extension.message("deviceDefault"));
    Element notice = Ui.box("div", "");
    server
        .cleared()
        .with(
            Ui.text("h2", "", "serverTitle"),
            Ui.text("p", "", "pairingConfirm"),
            Ui.plain("p", "origin", origin),
            Ui.text("label", "", "deviceName").attribute("for", "deviceName"),
            device,
            notice,
            Ui.button(
                "primary",
                "pair",
                () ->
                    Extension.requestAccess(
                        Json.array().add(Extension.pattern(origin)),
                        granted -> pair(link, device.getValue().trim(), granted, notice))),
            Ui.button("", "cancel", () -> Tasks.start(() -> drawServer(null))));
  }

  private void pair(String link, String device, boolean granted, Element notice) {
    if (!granted) {
      notice.cleared().with(Ui.notice("bad", Extension.message("accessNotGranted")));
      return;
    }
    try {
      Connection.pair(link, device.isEmpty() ? Extension.message("deviceDefault") : device);
      drawServer(Ui.notice("good", Extension.message("pairedNow")));
    } catch (Http.Unreachable e) {
      notice.cleared().with(Ui.notice("bad", Extension.message("serverAway")));
    } catch (Connection.ServerRefused e) {
      notice
          .cleared()
          .with(Ui.notice("bad", Extension.message("pairingRefused", e.problem().title())));
    }
  }

  private void drawSites(Element notice) {
    List<WatchedSite> watched = WatchedSite.load();
    sites.cleared().with(Ui.text("h2", "", "sitesTitle"), Ui.text("p", "", "sitesHow"));
    if (notice != null) {
      sites.with(notice);
    }
    Element list = Ui.box("ul", "sites");
    for (WatchedSite site : WatchedSite.known()) {
      list.with(row(site, contains(watched, site.id()), Extension.message("site_" + site.id())));
    }
    for (WatchedSite site : watched) {
      if (!contains(WatchedSite.known(), site.id())) {
        list.with(row(site, true, site.id() + " · " + Extension.message("market_" + site.market())));
      }
    }
    sites.with(list, addSite());
  }

  private Element row(WatchedSite site, boolean watched, String text) {
    Element button =
        watched
            ? Ui.button("", "stopWatching", () -> Tasks.start(() -> stop(site)))
            : Ui.button("primary", "watch", () -> request(site));
    button.setAttribute("aria-label", Extension.message(watched ? "stopWatching" : "watch") + ": " + text);
    return Ui.box("li", "", Ui.plain("span", "", text), button);
  }

  private Element addSite() {
    Element address = field("siteAddress", "url", "https://shop.example/item/1");
    Element market = Ui.box("select", "").attribute("id", "siteMarket");
    for (String code : new String[] {"other", "taobao", "tmall"}) {
      market.with(Ui.text("option", "", "market_" + code).attribute("value", code));
    }
    Element add = Ui.button("", "addSite", () -> {});
    add.onClick(
        () -> {
          WatchedSite site = WatchedSite.of(address.getValue().trim(), market.getValue());
          if (site == null) {
            Tasks.start(() -> drawSites(Ui.notice("bad", Extension.message("notAnAddress"))));
          } else {
            request(site);
          }
        });
    return Ui.box(
        "div",
        "add",
        Ui.text("h3", "", "otherSite"),
        Ui.text("label", "", "siteAddress").attribute("for", "siteAddress"),
        address,
        Ui.text("label", "", "siteMarket").attribute("for", "siteMarket"),
        market,
        add);
  }

  private void request(WatchedSite site) {
    Extension.requestAccess(
        site.origins(),
        granted -> {
          if (granted) {
            site.watch();
            drawSites(Ui.notice("good", Extension.message("watchingNow")));
          } else {
            drawSites(Ui.notice("bad", Extension.message("accessNotGranted")));
          }
        });
  }

  private void stop(WatchedSite site) {
    site.unwatch();
    drawSites(Ui.notice("note", Extension.message("stoppedWatching")));
  }

  private static boolean contains(List<WatchedSite> list, String id) {
    for (WatchedSite site : list) {
      if (site.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static Element field(String id, String type, String placeholder) {
    return Ui.plain("input", "", "")
        .attribute("id", id)
        .attribute("type", type)
        .attribute("dir", type.equals("url") ? "ltr" : "auto")
        .attribute("placeholder", placeholder)
        .attribute("spellcheck", "false")
        .attribute("autocomplete", "off");
  }
}
