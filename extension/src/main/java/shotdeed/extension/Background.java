package shotdeed.extension;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Referer;
import shotdeed.extension.browser.Storage;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.complain.Drafts;
import shotdeed.extension.complain.PanelAddress;
import shotdeed.extension.lodge.Lodgings;
import shotdeed.extension.scan.History;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.scan.HitName;
import shotdeed.extension.scan.Hits;
import shotdeed.extension.scan.Library;
import shotdeed.extension.scan.PageSession;
import shotdeed.extension.scan.Scanner;
import shotdeed.extension.settings.Connection;
import shotdeed.extension.settings.Consent;
import shotdeed.extension.settings.HistoryChoice;
import shotdeed.extension.settings.Preset;
import shotdeed.extension.settings.WatchedSite;
import shotdeed.extension.watch.Coverage;
import shotdeed.extension.watch.Visits;
import shotdeed.extension.watch.WatchChoices;
import shotdeed.extension.watch.WatchedPages;

/**
 * The service worker. It may die at any moment: what must survive is in IndexedDB and storage, and what is here is built
 * again from there.
 */
public final class Background {
  private static final int REFRESH_MINUTES = 5;

  /** So long at most do the pictures of a page that is open when the worker starts go before everything else. */
  private static final int FIRST_MILLIS = 2_000;

  private static final int LOOK_MILLIS = 50;

  private final Library library = new Library();
  private final Coverage coverage = new Coverage(library);
  private final OpenPages open = new OpenPages(coverage);
  private final List<PageSession> pages = open.all();
  private final History history = new History(library);
  private final Scanner scanner = new Scanner(library, history, this::pageChanged);
  private final UserChoices choices = new UserChoices(pages, scanner, this::pageChanged);
  private final WatchedPages watched = new WatchedPages();
  private final Visits visits = new Visits(watched, this::pageChanged);
  private final ShopCheck shopCheck = new ShopCheck(open, this::pageChanged);
  private final WatchChoices watching = new WatchChoices(watched, pages, visits, this::pageChanged);
  private boolean synchronizing;
  private boolean synchronizeAgain;
  private boolean announced;
  private boolean regular;
  private String trouble = "";
  private final Retry retry = new Retry(60 * REFRESH_MINUTES);

  private Background() {}

  /** Called when the worker starts. */
  public static void main(String[] arguments) {
    new Background().start();
  }

  /** Registers everything at once, as a service worker must. */
  private void start() {
    Storage.keepFromPages();
    open.use(scanner, visits);
    Messages.onConnect(open::connect);
    Messages.onMessage(this::answer);
    Extension.onToolbarClick(this::toolbarClicked);
    Extension.onPictureChosen(Extension.message("checkPicture"), choices::pictureChosen);
    Storage.onChange(this::settingsChanged);
    Extension.every(
        REFRESH_MINUTES,
        passed -> {
          regular |= passed;
          Tasks.start(this::synchronize);
        });
    // Side by side, and before anybody asks: a page waits for its first verdict.
    Tasks.start(scanner::load);
    Tasks.start(open::loadSites);
    Tasks.start(library::load);
    Tasks.start(
        () -> {
          Referer.clear();
          Preset.apply();
          firstPageFirst();
          WatchedSite.renew();
          synchronize();
        });
  }

  /** A worker starts, as a rule, because a page has pictures to check: the server is asked when those are through. */
  private void firstPageFirst() {
    library.load();
    for (double start = Tasks.now(); Tasks.now() < start + FIRST_MILLIS && isAnyBusy(); ) {
      Tasks.pause(LOOK_MILLIS);
    }
  }

  private boolean isAnyBusy() {
    for (PageSession page : pages) {
      if (!page.isSettled()) {
        return true;
      }
    }
    return false;
  }

  private void answer(Json message, Messages.Sender sender, Messages.Reply reply) {
    String type = message.stringOr("type", "");
    if (type.equals("open") && sender.tab() >= 0) {
      // At once: the browser opens the panel only in answer to the click itself.
      String named = message.string("hit");
      PageSession page = open.of(sender.tab());
      boolean own = page != null && page.shows(named) || HitName.isOn(named, Address.host(sender.url()));
      String hit = own ? named : "";
      Extension.openPanel(sender.tab(), PanelAddress.of(sender.tab(), hit));
    } else if (sender.extensionPage()
        && !watching.answer(message, reply)
        && !shopCheck.answer(message, () -> reply.send(Json.object()))
        && !choices.answer(message, () -> reply.send(Json.object()))) {
      if (type.equals("status")) {
        reply.send(status(message.integer("tab")));
      } else if (type.equals("holds")) {
        reply.send(Json.object().put("holds", library.holds(message.integer("certificate"))));
      } else if (type.equals("again")) {
        for (PageSession page : pages) {
          if (page.tab() == message.integer("tab")) {
            page.askAgain();
          }
        }
        reply.send(status(message.integer("tab")));
      } else if (type.equals("synchronize")) {
        Tasks.start(
            () -> {
              synchronize();
              reply.send(status(message.integerOr("tab", -1)));
              if (trouble.isEmpty()) {
                choices.hearOfShops();
              }
            });
      }
    }
  }

  /** The click grants this one tab: a page that is not watched is checked now, and the panel opens beside it. */
  private void toolbarClicked(int tab, String url) {
    Extension.openPanel(tab, PanelAddress.of(tab, ""));
    Tasks.start(
        () -> {
          Extension.injectContentScript(tab);
          Messages.tell(Json.object().put("type", "allowed").put("tab", tab)); // a complaint may wait for this click
        });
  }

  private Json status(int tab) {
    Json status =
        Json.object()
            .put("certificates", library.certificates())
            .put("missing", library.missing())
            .put("refreshedAt", library.refreshedAt())
            .put("kernelTrouble", library.kernelTrouble())
            .put("libraryMillis", library.millis())
            .put("trouble", trouble)
            .put("seenBefore", history.found());
    boolean known = false;
    status.put("watch", watched.status(null));
    for (PageSession page : pages) {
      if (page.tab() == tab) {
        known = true;
        status.put("watch", watched.status(page.listing()));
        status.put("page", scanner.status(page));
      }
    }
    if (!known && tab >= 0) {
      Messages.wake(tab);
    }
    return status;
  }

  private void settingsChanged(String key) {
    if (WatchedSite.isStoredAs(key)) {
      open.sitesChanged();
    } else if (Connection.isStoredAs(key)) {
      Tasks.start(coverage::connectionChanged);
      Tasks.start(Lodgings::connectionChanged);
      Tasks.start(this::synchronize);
    } else if (HistoryChoice.isStoredAs(key)) {
      Tasks.start(history::choiceChanged);
      Tasks.start(scanner::choiceChanged);
    } else if (Consent.isStoredAs(key)) {
      coverage.consentChanged();
      Tasks.start(() -> scanner.thorough().consentChanged(pages));
    }
  }

  /** Brings the snapshot up to date and sends what waits. One at a time; says what went wrong in the status. */
  private void synchronize() {
    if (synchronizing) {
      synchronizeAgain = true;
      return;
    }
    synchronizing = true;
    Tasks.start(history::pruneDaily);
    try {
      do {
        synchronizeAgain = false;
        trouble = synchronizeOnce();
      } while (synchronizeAgain);
      retry.after(trouble);
    } finally {
      synchronizing = false;
      pageChanged();
    }
  }

  /** Returns what went wrong, as the panel knows it; the empty text if all went well. */
  private String synchronizeOnce() {
    try {
      Connection connection = Connection.load();
      if (connection == null) {
        library.load();
        library.forget();
        watched.forget();
        return "unpaired";
      }
      watched.load();
      if (library.refresh(connection)) {
        for (PageSession page : pages) {
          page.askAgain();
        }
      }
      Hits.flush(connection, this::showDecision);
      Drafts.flush(connection);
      Lodgings.exchange(connection);
      watched.refresh(connection);
      visits.flush(connection);
      if (regular) {
        coverage.tell(connection);
        regular = false;
      }
      scanner.thorough().resume();
      history.compareSoon(connection, this::pageChanged);
      Hits.prune(Drafts.hitsInUse());
      return "";
    } catch (Http.Unreachable e) {
      return "away";
    } catch (Connection.ServerRefused e) {
      return e.isRevoked() ? "revoked" : "refused";
    } catch (RuntimeException e) {
      Tasks.log("ShotDeed: synchronizing failed: " + e.getMessage());
      return "failed";
    }
  }

  private void showDecision(Hit hit) {
    for (PageSession page : pages) {
      if (page.shows(hit.id())) {
        page.decided(hit);
      }
    }
  }

  /** Tells open panels, joining what happens within a moment. */
  private void pageChanged() {
    if (!announced) {
      announced = true;
      Tasks.start(
          () -> {
            Tasks.pause(150);
            announced = false;
            for (PageSession page : new ArrayList<>(pages)) {
              visits.look(page);
              if (page.isSettled()) {
                history.seenAgain(page.listing());
              }
            }
            Messages.tell(Json.object().put("type", "changed"));
          });
    }
  }
}
