package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** The extension's own surroundings: toolbar, side panel, tabs, permissions, alarms, texts. */
public final class Extension {
  private Extension() {}

  /** A text of {@code _locales} with its placeholders filled. */
  public static String message(String key, String... values) {
    Json list = Json.array();
    for (String value : values) {
      list.add(value);
    }
    return translate(key, list.raw());
  }

  /** The version in the manifest. */
  @JSBody(script = "return chrome.runtime.getManifest().version;")
  public static native String version();

  /** The browser's user agent. */
  @JSBody(script = "return navigator.userAgent;")
  public static native String browser();

  /** The language of the browser's own interface. */
  @JSBody(script = "return chrome.i18n.getUILanguage();")
  public static native String language();

  /** A random UUID. */
  @JSBody(script = "return crypto.randomUUID();")
  public static native String uuid();

  /** The time now, ISO 8601 in UTC. */
  @JSBody(script = "return new Date().toISOString();")
  public static native String instant();

  /** The time so many milliseconds ago, as {@link #instant} writes it. */
  @JSBody(params = "millis", script = "return new Date(Date.now() - millis).toISOString();")
  public static native String instantBefore(double millis);

  /**
   * A time as this person reads times, in the language of our texts where the browser's own is another; the text itself
   * if it is none.
   */
  @JSBody(
      params = "iso",
      script =
          "var d = new Date(iso), own = chrome.i18n.getMessage('pageLanguage'), ui = chrome.i18n.getUILanguage();"
              + "return isNaN(d) ? iso : d.toLocaleString(ui.slice(0, 2) === own.slice(0, 2) ? ui : own);")
  public static native String localTime(String iso);

  /** The day now, such as {@code 2026-11-21}, at an offset from UTC. */
  @JSBody(
      params = "offsetMinutes",
      script = "return new Date(Date.now() + offsetMinutes * 60000).toISOString().slice(0, 10);")
  public static native String day(int offsetMinutes);

  /** The day of a time by this computer's own calendar, such as {@code 2026-11-21}; the time as {@link #instant} has it. */
  @JSBody(
      params = "iso",
      script =
          "var d = new Date(iso), two = function(n) { return ('0' + n).slice(-2); };"
              + " return d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate());")
  public static native String localDay(String iso);

  /** The address of a file of the extension. */
  @JSBody(params = "path", script = "return chrome.runtime.getURL(path);")
  public static native String url(String path);

  /** Reads a file of the extension; waits; {@code null} if there is none. */
  public static Json packagedJson(String path) {
    try {
      return Json.ofNullable(Tasks.await(fetchPackaged(path)));
    } catch (Tasks.Refused absent) {
      return null;
    }
  }

  /** Opens the side panel beside a tab. Must be called at once in answer to a click. In a browser without one, a tab. */
  @JSBody(
      params = {"tab", "path"},
      script =
          "if (chrome.sidePanel && chrome.sidePanel.open) {"
              + " chrome.sidePanel.setOptions({tabId: tab, path: path, enabled: true});"
              + " chrome.sidePanel.open({tabId: tab}).catch(function() {"
              + "   chrome.tabs.create({url: chrome.runtime.getURL(path)}); });"
              + "} else { chrome.tabs.create({url: chrome.runtime.getURL(path)}); }")
  public static native void openPanel(int tab, String path);

  /** Opens a page of the web in a tab of its own; nothing else than that is opened. */
  @JSBody(params = "url", script = "if (/^https?:/.test(url)) { chrome.tabs.create({url: url}); }")
  public static native void open(String url);

  /** Opens the options page. */
  @JSBody(script = "chrome.runtime.openOptionsPage();")
  public static native void openOptions();

  /** A click on the toolbar icon. */
  public interface Click {
    void on(int tab, String url);
  }

  /** Listens to the toolbar icon. */
  public static void onToolbarClick(Click click) {
    listenClick(click::on);
  }

  /** A choice of "Check this picture" on a picture of a page. */
  public interface PictureChosen {
    void on(int tab, String picture);
  }

  /** Offers to check a picture in the menu that a right click on it opens. */
  public static void onPictureChosen(String title, PictureChosen chosen) {
    listenMenu(title, chosen::on);
  }

  /** The small number on the toolbar icon; an empty text removes it. */
  @JSBody(
      params = {"tab", "text"},
      script =
          "chrome.action.setBadgeBackgroundColor({color: '#b3261e', tabId: tab}).catch(function() {});"
              + " chrome.action.setBadgeText({text: text, tabId: tab}).catch(function() {});")
  public static native void toolbarCount(int tab, String text);

  /** Runs the content script in a tab that the user clicked on; waits; false if the browser does not allow it. */
  public static boolean injectContentScript(int tab) {
    try {
      Tasks.await(executeScript(tab));
      return true;
    } catch (Tasks.Refused e) {
      return false;
    }
  }

  /** Brings the script that shows a picture for a screenshot into a tab; waits; false if the browser does not allow it. */
  public static boolean injectShowScript(int tab) {
    try {
      Tasks.await(executeShowScript(tab));
      return true;
    } catch (Tasks.Refused e) {
      return false;
    }
  }

  /** Scrolls the page of a tab a little way down; waits; true at its end, or if the browser does not allow it. */
  public static boolean scrollOn(int tab) {
    try {
      return Json.of(Tasks.await(scrollStep(tab))).is("end");
    } catch (Tasks.Refused e) {
      return true;
    }
  }

  /** Scrolls the page of a tab back to where it was before {@link #scrollOn}; waits. */
  public static void scrollBack(int tab) {
    try {
      Tasks.await(scrollHome(tab));
    } catch (Tasks.Refused gone) {
      return; // a page that is gone stands nowhere
    }
  }

  /**
   * The match pattern for all pages of an origin. Chromium's patterns know the port; Firefox refuses one that has any and
   * takes a pattern without for all ports.
   */
  @JSBody(
      params = "origin",
      script =
          "var u = new URL(origin); return u.protocol + '//'"
              + " + (location.protocol === 'moz-extension:' ? u.hostname : u.host) + '/*';")
  public static native String pattern(String origin);

  /** Asks the user for access to origins; call it at once in answer to a click. Then, in a task: {@code answered}. */
  public static void requestAccess(Json origins, Answered answered) {
    requestOrigins(origins.raw(), granted -> Tasks.start(() -> answered.on(granted)));
  }

  /** The user's answer. */
  public interface Answered {
    void on(boolean granted);
  }

  /** Waits: whether the extension may read these origins. */
  public static boolean hasAccess(Json origins) {
    return Json.of(Tasks.await(containsOrigins(origins.raw()))).flag("granted");
  }

  /** Waits: whether the extension may read what a server answers, whatever the server says of others' pages. */
  public static boolean mayRead(String origin) {
    return hasAccess(Json.array().add(pattern(origin)));
  }

  /** Registers the content script for a site, in place of any earlier registration of that id; waits. */
  public static void registerContentScript(String id, Json matches) {
    Tasks.await(register(id, matches.raw()));
  }

  /** Takes the registration of a site back; waits. */
  public static void unregisterContentScript(String id) {
    Tasks.await(unregister(id));
  }

  /** It is time again. */
  public interface Alarm {
    /** @param regular whether the minutes have passed; else {@link #soon} asked for it */
    void rings(boolean regular);
  }

  /** Calls back every few minutes, and when {@link #soon} asked for it, also if the worker has to be woken for it. */
  public static void every(int minutes, Alarm alarm) {
    listenAlarm(minutes, alarm::rings);
  }

  /** Asks for one more call back, in half a minute or more: the shortest time that the browser promises to keep. */
  @JSBody(params = "seconds", script = "chrome.alarms.create('soon', {delayInMinutes: Math.max(30, seconds) / 60});")
  public static native void soon(int seconds);

  /** The tab beside this panel; waits; -1 if there is none. */
  public static int activeTab() {
    return Json.of(Tasks.await(queryActive())).integerOr("id", -1);
  }

  @JSFunctor
  interface RawClick extends JSObject {
    void on(int tab, String url);
  }

  @JSFunctor
  interface RawPicture extends JSObject {
    void on(int tab, String picture);
  }

  @JSFunctor
  interface RawAnswer extends JSObject {
    void on(boolean yes);
  }

  @JSBody(params = {"key", "values"}, script = "return chrome.i18n.getMessage(key, values) || key;")
  private static native String translate(String key, JSObject values);

  @JSBody(
      params = "path",
      script =
          "return fetch(chrome.runtime.getURL(path)).then(function(r) { return r.ok ? r.json() : null; });")
  private static native JSPromise<JSObject> fetchPackaged(String path);

  @JSBody(
      params = "f",
      script = "chrome.action.onClicked.addListener(function(t) { f(t.id, t.url || ''); });")
  private static native void listenClick(RawClick f);

  /** The menu outlives the worker; an entry of the same name that is there already is none to complain about. */
  @JSBody(
      params = {"title", "f"},
      script =
          "if (!chrome.contextMenus) { return; }"
              + " chrome.contextMenus.create({id: 'check-picture', title: title, contexts: ['image']},"
              + "   function() { void chrome.runtime.lastError; });"
              + " chrome.contextMenus.onClicked.addListener(function(info, t) {"
              + "   if (info.menuItemId === 'check-picture' && t && info.srcUrl) { f(t.id, info.srcUrl); } });")
  private static native void listenMenu(String title, RawPicture f);

  /** Frames that the extension may not read are left out by the browser. */
  @JSBody(
      params = "tab",
      script =
          "return chrome.scripting.executeScript({target: {tabId: tab, allFrames: true},"
              + " files: ['content.js', 'content-start.js']});")
  private static native JSPromise<JSObject> executeScript(int tab);

  /** At the end of a page that loads more as it is scrolled the place changes again: the end is where it stays twice. */
  @JSBody(
      params = "tab",
      script =
          "return chrome.scripting.executeScript({target: {tabId: tab}, func: function() {"
              + " var w = globalThis.shotdeedWalk = globalThis.shotdeedWalk || {from: scrollY, last: -1, same: 0};"
              + " w.same = w.last === scrollY ? w.same + 1 : 0; w.last = scrollY;"
              + " scrollBy({top: innerHeight * 0.8, behavior: 'instant'}); return {end: w.same > 1}; }})"
              + ".then(function(all) { return all[0].result; });")
  private static native JSPromise<JSObject> scrollStep(int tab);

  @JSBody(
      params = "tab",
      script =
          "return chrome.scripting.executeScript({target: {tabId: tab}, func: function() {"
              + " if (globalThis.shotdeedWalk) { scrollTo({top: shotdeedWalk.from, behavior: 'instant'});"
              + " delete globalThis.shotdeedWalk; } }});")
  private static native JSPromise<JSObject> scrollHome(int tab);

  @JSBody(
      params = "tab",
      script = "return chrome.scripting.executeScript({target: {tabId: tab}, files: ['show.js', 'show-start.js']});")
  private static native JSPromise<JSObject> executeShowScript(int tab);

  @JSBody(
      params = {"origins", "f"},
      script =
          "chrome.permissions.request({origins: origins}).then(function(ok) { f(!!ok); }, function() { f(false); });")
  private static native void requestOrigins(JSObject origins, RawAnswer f);

  @JSBody(
      params = "origins",
      script =
          "return chrome.permissions.contains({origins: origins})"
              + ".then(function(ok) { return {granted: !!ok}; });")
  private static native JSPromise<JSObject> containsOrigins(JSObject origins);

  @JSBody(
      params = {"id", "matches"},
      script =
          "var c = {id: id, matches: matches, js: ['content.js', 'content-start.js'], runAt: 'document_idle',"
              + "   allFrames: true, persistAcrossSessions: true};"
              + " if (location.protocol !== 'moz-extension:') { c.matchOriginAsFallback = true; }"
              + " return chrome.scripting.getRegisteredContentScripts({ids: [id]}).then(function(l) {"
              + " return l.length ? chrome.scripting.updateContentScripts([c])"
              + " : chrome.scripting.registerContentScripts([c]); });")
  private static native JSPromise<JSObject> register(String id, JSObject matches);

  @JSBody(
      params = "id",
      script =
          "return chrome.scripting.unregisterContentScripts({ids: [id]}).catch(function() {});")
  private static native JSPromise<JSObject> unregister(String id);

  @JSBody(
      params = {"minutes", "f"},
      script =
          "chrome.alarms.onAlarm.addListener(function(a) {"
              + " if (a.name === 'refresh' || a.name === 'soon') { f(a.name === 'refresh'); } });"
              + " chrome.alarms.get('refresh').then(function(a) {"
              + " if (!a) { chrome.alarms.create('refresh', {periodInMinutes: minutes}); } });")
  private static native void listenAlarm(int minutes, RawAnswer f);

  @JSBody(
      script =
          "return chrome.tabs.query({active: true, currentWindow: true})"
              + ".then(function(l) { return l.length ? {id: l[0].id} : {}; });")
  private static native JSPromise<JSObject> queryActive();
}
