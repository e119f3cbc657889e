package shotdeed.extension.rig;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The extension's icon on the browser's toolbar, clicked as a person clicks it: it grants what such a click grants. */
public final class Toolbar {
  /** The switch that a browser needs to be started with. */
  public static final String SWITCH = "--enable-unsafe-extension-debugging";

  private static final JsonObject TABS =
      JsonParser.parseString("{\"filter\":[{\"type\":\"tab\"}]}").getAsJsonObject();

  private Toolbar() {}

  /** Brings a page to the front and clicks the icon. */
  public static void click(Chromium browser, Page page) {
    page.bringToFront();
    CDPSession session = browser.context().browser().newBrowserCDPSession();
    try {
      for (JsonElement target : session.send("Target.getTargets", TABS).getAsJsonArray("targetInfos")) {
        JsonObject tab = target.getAsJsonObject();
        if (tab.get("url").getAsString().equals(page.url())) {
          JsonObject which = new JsonObject();
          which.addProperty("id", browser.origin().substring("chrome-extension://".length()));
          which.add("targetId", tab.get("targetId"));
          session.send("Extensions.triggerAction", which);
          return;
        }
      }
    } finally {
      session.detach();
    }
    throw new AssertionError("no tab shows " + page.url());
  }
}
