package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/** Pictures of what a tab shows. */
public final class Screenshot {
  /** The tab was closed. */
  public static final String TAB_CLOSED = "tab-closed";

  /** The tab shows another page, or another tab is in front of it. */
  public static final String OTHER_PAGE = "other-page";

  /** The browser wants a click on the toolbar icon first. */
  public static final String NOT_ALLOWED = "not-allowed";

  private Screenshot() {}

  /**
   * A tab as the browser has it.
   *
   * @param url the empty text if the browser does not say it
   * @param width CSS pixels of what is in view; 0 if the browser does not say it
   */
  public record Tab(String url, String title, int width, int height) {}

  /** Waits for what the browser says of a tab; {@code null} if it was closed. */
  public static Tab tab(int tab) {
    try {
      Json said = Json.of(Tasks.await(get(tab)));
      return new Tab(said.string("url"), said.string("title"), said.integer("width"), said.integer("height"));
    } catch (Tasks.Refused closed) {
      return null;
    }
  }

  /**
   * Brings a tab to the front if what hides it is the tab that this page of ours is in: where a browser has no side
   * panel, the panel is a tab. Waits; returns what {@link #back} takes.
   */
  public static int front(int tab) {
    try {
      return Json.of(Tasks.await(activate(tab))).integer("own");
    } catch (Tasks.Refused closed) {
      return -1;
    }
  }

  /** Brings this page of ours back to the front, if {@link #front} has put another there. Waits. */
  public static void back(int own) {
    if (own >= 0) {
      Tasks.await(bringBack(own));
    }
  }

  /**
   * Waits for a picture of what the tab shows: PNG, or JPEG where the PNG would be larger than {@code maxBytes}, made of
   * the same look at the page and scaled down as far as it takes.
   *
   * @throws Tasks.Refused with one of the reasons above as its message, or another if the browser refuses: the tab has to
   *     show {@code pageUrl} before and after
   */
  public static byte[] take(int tab, String pageUrl, int maxBytes) {
    return Tasks.await(capture(tab, pageUrl, maxBytes)).copyToJavaArray();
  }

  @JSBody(
      params = "tab",
      script =
          "return chrome.tabs.get(tab).then(function(t) { return {url: t.url || '', title: t.title || '',"
              + " width: Math.round(t.width || 0), height: Math.round(t.height || 0)}; });")
  private static native JSPromise<JSObject> get(int tab);

  @JSBody(
      params = "tab",
      script =
          "return Promise.all([chrome.tabs.get(tab), chrome.tabs.getCurrent()]).then(function(l) {"
              + " var t = l[0], own = l[1];"
              + " if (t.active || !own || !own.active || own.windowId !== t.windowId) { return {own: -1}; }"
              + " return chrome.tabs.update(tab, {active: true}).then(function() { return {own: own.id}; }); });")
  private static native JSPromise<JSObject> activate(int tab);

  @JSBody(params = "own", script = "return chrome.tabs.update(own, {active: true}).then(function() {}, function() {});")
  private static native JSPromise<JSObject> bringBack(int own);

  /** Browsers allow two pictures a second. */
  private static final String SHOT =
      "var look = function(t) { return chrome.tabs.captureVisibleTab(t.windowId, {format: 'png'}); };"
          + " var shot = function(t) { return look(t).catch(function(e) {"
          + "   if (!/MAX_CAPTURE|quota/i.test(String(e && e.message))) { throw e; }"
          + "   return new Promise(function(done) { setTimeout(done, 1100); }).then(function() { return look(t); }); })"
          + "   .catch(function(e) { throw new Error(/permission|activeTab|<all_urls>/i.test(String(e && e.message))"
          + "     ? 'not-allowed' : 'refused: ' + (e && e.message)); })"
          + "   .then(function(u) { return fetch(u); }).then(function(r) { return r.blob(); }); };";

  private static final String SMALLER =
      "var draw = function(bitmap, scale) {"
          + "   var canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)),"
          + "     Math.max(1, Math.round(bitmap.height * scale)));"
          + "   canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);"
          + "   return canvas.convertToBlob({type: 'image/jpeg', quality: .85}).then(function(file) {"
          + "     return file.size <= max || scale < .05 ? file : draw(bitmap, scale * .7); }); };"
          + " var fit = function(file) { return file.size <= max ? file"
          + "   : createImageBitmap(file).then(function(bitmap) { return draw(bitmap, 1); }); };";

  @JSBody(
      params = {"tab", "pageUrl", "max"},
      script =
          SHOT
              + SMALLER
              + " var bare = function(u) { return String(u || '').split('#')[0]; };"
              + " var check = function() { return chrome.tabs.get(tab).catch(function() { throw new Error('tab-closed'); })"
              + "   .then(function(t) { if (t.url === undefined) { throw new Error('not-allowed'); }"
              + "     if (!t.active || bare(t.url) !== bare(pageUrl)) { throw new Error('other-page'); } return t; }); };"
              + " return check().then(shot).then(function(file) { return check().then(function() { return fit(file); }); })"
              + ".then(function(file) { return file.arrayBuffer(); }).then(function(a) { return new Int8Array(a); });")
  private static native JSPromise<Int8Array> capture(int tab, String pageUrl, int max);
}
