package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Tabs in which a marketplace's own pages are shown: its form, or a listing that is looked at again. */
public final class FormTab {
  private FormTab() {}

  /**
   * Opens a page in a tab of its own with the side panel beside it; in a browser without one, the panel in one more tab.
   * Must be called soon after a click. Waits; the number of the tab.
   *
   * @param panel address of the panel, to which the number of the tab is added
   */
  public static int open(String url, String panel) {
    return Json.of(Tasks.await(create(url, panel))).integer("id");
  }

  /**
   * Runs the fill script in a tab, with an order as {@code shotdeed.extension.fill} takes it. Nothing of it stays in the
   * page. Waits; {@code null} if the browser does not allow it, or the tab has gone elsewhere meanwhile.
   */
  public static Json fill(int tab, Json order) {
    try {
      JSObject answer = Tasks.await(run(tab, order.text()));
      return Json.ofNullable(answer);
    } catch (Tasks.Refused e) {
      return null;
    }
  }

  /** Waits for what the person has selected on a page, at most 2,000 characters; the empty text if there is nothing. */
  public static String selection(int tab) {
    try {
      return Json.of(Tasks.await(selected(tab))).stringOr("text", "");
    } catch (Tasks.Refused e) {
      return "";
    }
  }

  /**
   * Waits for how a page was answered and what it says: {@code status} of HTTP, 0 if the browser does not tell, and
   * {@code text}, the first 4,000 characters that stand on it; {@code null} if the browser does not allow it.
   */
  public static Json state(int tab) {
    try {
      return Json.ofNullable(Tasks.await(answered(tab)));
    } catch (Tasks.Refused e) {
      return null;
    }
  }

  /** The tab is shown last: the panel that asks is beside another tab, and is gone once that is not in front any more. */
  @JSBody(
      params = {"url", "panel"},
      script =
          "return chrome.tabs.create({url: url, active: false}).then(function(t) {"
              + " var path = panel + t.id, shown = Promise.resolve();"
              + " if (chrome.sidePanel && chrome.sidePanel.open) {"
              + "   chrome.sidePanel.setOptions({tabId: t.id, path: path, enabled: true});"
              + "   shown = chrome.sidePanel.open({tabId: t.id}).catch(function() {});"
              + " } else { chrome.tabs.create({url: chrome.runtime.getURL(path), active: false}); }"
              + " return shown.then(function() { return {id: t.id}; }); });")
  private static native JSPromise<JSObject> create(String url, String panel);

  /** Brings a tab to the front. Waits. */
  public static void show(int tab) {
    try {
      Tasks.await(activate(tab));
    } catch (Tasks.Refused closed) {
      Tasks.log("ShotDeed: a tab was closed before it was shown");
    }
  }

  @JSBody(params = "tab", script = "return chrome.tabs.update(tab, {active: true}).then(function() { return null; });")
  private static native JSPromise<JSObject> activate(int tab);

  /** What the two calls leave in the script's own world is taken out by the second. */
  @JSBody(
      params = {"tab", "order"},
      script =
          "var target = {tabId: tab};"
              + " return chrome.scripting.executeScript({target: target, files: ['fill.js']}).then(function() {"
              + "   return chrome.scripting.executeScript({target: target, args: [order], func: function(text) {"
              + "     globalThis.shotdeedFill([text]); var answer = globalThis.shotdeedFilled;"
              + "     delete globalThis.shotdeedFilled; globalThis.shotdeedFill = undefined; return answer || null; }}); })"
              + " .then(function(l) { return l && l[0] ? l[0].result : null; });")
  private static native JSPromise<JSObject> run(int tab, String order);

  @JSBody(
      params = "tab",
      script =
          "return chrome.scripting.executeScript({target: {tabId: tab},"
              + " func: function() { return {text: String(getSelection()).slice(0, 2000)}; }})"
              + " .then(function(l) { return l && l[0] && l[0].result || {text: ''}; });")
  private static native JSPromise<JSObject> selected(int tab);

  @JSBody(
      params = "tab",
      script =
          "return chrome.scripting.executeScript({target: {tabId: tab}, func: function() {"
              + " var way = performance.getEntriesByType('navigation')[0];"
              + " return {status: way && way.responseStatus || 0, url: location.href,"
              + "   text: ((document.title || '') + ' ' + (document.body ? document.body.innerText : '')).slice(0, 4000)}; }})"
              + " .then(function(l) { return l && l[0] ? l[0].result : null; });")
  private static native JSPromise<JSObject> answered(int tab);
}
