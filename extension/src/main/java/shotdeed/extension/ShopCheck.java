package shotdeed.extension;

import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.scan.PageSession;

/**
 * Goes through a page of many items at the user's click, so that all of them are checked: a little way down, until what came
 * into view is checked, and on. No other page is opened, and nothing is asked for but what the page itself shows.
 */
final class ShopCheck {
  private static final String RUNNING = "running";
  private static final int STEP_MILLIS = 1_200;
  private static final int LOOK_MILLIS = 200;

  /** A page that has no end is left here. */
  private static final int MOST_STEPS = 100;

  private final OpenPages pages;
  private final Runnable changed;

  /** The page that is gone through: one at a time. */
  private PageSession running;

  /** @param changed is told when the status of a page changed */
  ShopCheck(OpenPages pages, Runnable changed) {
    this.pages = pages;
    this.changed = changed;
  }

  /** Answers a message of one of our own pages, if it is about this; returns whether it is. */
  boolean answer(Json message, Runnable answered) {
    String type = message.stringOr("type", "");
    if (!type.equals("checkShop") && !type.equals("stopShop")) {
      return false;
    }
    PageSession page = pages.of(message.integer("tab"));
    if (type.equals("stopShop")) {
      stop();
    } else if (page != null && page != running) {
      stop();
      running = page;
      page.walk(RUNNING);
      Tasks.start(() -> run(page));
    }
    changed.run();
    answered.run();
    return true;
  }

  private void stop() {
    if (running != null) {
      running.walk("stopped");
      running = null;
    }
  }

  private boolean goesOn(PageSession page) {
    return running == page && page.isOpen();
  }

  private void run(PageSession page) {
    boolean end = false;
    for (int step = 0; step < MOST_STEPS && !end && goesOn(page); step++) {
      settle(page);
      if (goesOn(page)) {
        end = Extension.scrollOn(page.tab());
        Tasks.pause(STEP_MILLIS);
      }
    }
    settle(page);
    Extension.scrollBack(page.tab());
    if (goesOn(page)) {
      page.walk("done");
      running = null;
      changed.run();
    }
  }

  /** Waits until all that the page shows so far is checked; a page that nobody looks at waits too. */
  private void settle(PageSession page) {
    while (goesOn(page) && (page.isHidden() || page.isWaiting())) {
      Tasks.pause(LOOK_MILLIS);
    }
  }
}
