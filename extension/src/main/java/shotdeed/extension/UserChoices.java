package shotdeed.extension;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Messages;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.complain.PanelAddress;
import shotdeed.extension.scan.Hit;
import shotdeed.extension.scan.NotCopies;
import shotdeed.extension.scan.PageSession;
import shotdeed.extension.scan.Scanner;

/** What the user asks of single pictures: to check one, or to have it that one is no copy. */
final class UserChoices {
  /** A page that does not answer within this time has no content script of ours. */
  private static final int CONNECT_MILLIS = 5_000;

  private static final int LOOK_MILLIS = 100;

  private final List<PageSession> pages;
  private final Scanner scanner;
  private final Runnable changed;

  /** @param changed is told when the status of a page changed */
  UserChoices(List<PageSession> pages, Scanner scanner, Runnable changed) {
    this.pages = pages;
    this.scanner = scanner;
    this.changed = changed;
  }

  /** From the menu of a picture: the click is the consent for this one, and the panel shows what came out. */
  void pictureChosen(int tab, String picture) {
    Extension.openPanel(tab, PanelAddress.of(tab, ""));
    Tasks.start(
        () -> {
          Extension.injectContentScript(tab);
          check(tab, picture);
        });
  }

  /** Waits until a picture of a tab was checked, if the tab has a page of ours. */
  void check(int tab, String picture) {
    for (double start = Tasks.now(); Tasks.now() < start + CONNECT_MILLIS; Tasks.pause(LOOK_MILLIS)) {
      for (PageSession page : pages) {
        if (page.tab() == tab) {
          scanner.thorough().ask(page, picture);
          return;
        }
      }
      Messages.wake(tab); // a worker that has just started knows no page yet
    }
  }

  /** Waits until the user's word about a hit is kept, shown on all open pages, and told to the server if it answers. */
  void judged(String hit, boolean copy) {
    List<Hit> hits = copy ? NotCopies.remove(hit) : NotCopies.add(hit);
    scanner.forget();
    for (Hit one : hits) {
      for (PageSession page : pages) {
        page.show(one);
      }
    }
    changed.run();
    NotCopies.tell(hits);
  }

  /** Somebody looks at the panel: waits until all that is open shows what the console now says of its shops. */
  void hearOfShops() {
    for (PageSession page : new ArrayList<>(pages)) {
      for (String hit : page.hits()) {
        page.shopJudged(hit);
      }
    }
  }

  /** Answers a message of one of our own pages, if it is about this; returns whether it is. */
  boolean answer(Json message, Runnable answered) {
    String type = message.stringOr("type", "");
    if (type.equals("check")) {
      Tasks.start(
          () -> {
            check(message.integer("tab"), message.string("picture"));
            answered.run();
          });
    } else if (type.equals("notACopy") || type.equals("copyAfterAll")) {
      Tasks.start(
          () -> {
            judged(message.string("hit"), type.equals("copyAfterAll"));
            answered.run();
          });
    } else {
      return false;
    }
    return true;
  }
}
