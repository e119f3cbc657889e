package shotdeed.extension;

import shotdeed.extension.page.PageWatcher;

/** The content script. */
public final class Content {
  private Content() {}

  /** Called when a page is to be watched. */
  public static void main(String[] arguments) {
    PageWatcher.watch();
  }
}
