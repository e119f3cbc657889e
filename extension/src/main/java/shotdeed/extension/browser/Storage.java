package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Small settings, in the browser's storage for extensions. */
public final class Storage {
  private Storage() {}

  /** Waits for a member of the local storage, or {@code null}. */
  public static Json get(String key) {
    return Json.of(Tasks.await(read(key))).memberOrNull(key);
  }

  /** Waits until a member is stored. */
  public static void set(String key, Json value) {
    begin(key, value).run();
  }

  /**
   * Starts to store a member before this returns: it is stored even if the page that says so closes at once.
   *
   * @return waits until it is stored
   */
  public static Runnable begin(String key, Json value) {
    JSPromise<JSObject> writing = write(Json.object().put(key, value).raw());
    return () -> Tasks.await(writing);
  }

  /** Waits for a member of what is kept until the browser is closed, or {@code null}. */
  public static Json ofSession(String key) {
    return Json.of(Tasks.await(readSession(key))).memberOrNull(key);
  }

  /** Waits until a member is kept until the browser is closed: numbers of tabs mean nothing after that. */
  public static void setForSession(String key, Json value) {
    Tasks.await(writeSession(Json.object().put(key, value).raw()));
  }

  /** Waits until a member is gone. */
  public static void remove(String key) {
    Tasks.await(delete(key));
  }

  /**
   * Keeps the storage, and with it the token, from content scripts: a page that has taken over its renderer could read it
   * there. Called before anything else; a browser without this setting is left as it is.
   */
  @JSBody(
      script =
          "var s = chrome.storage.local; if (s.setAccessLevel) {"
              + " s.setAccessLevel({accessLevel: 'TRUSTED_CONTEXTS'}).catch(function(e) {"
              + " console.error('ShotDeed: ' + e.message); }); }")
  public static native void keepFromPages();

  /** Is told the names of changed members. */
  public interface Listener {
    void changed(String key);
  }

  /** Listens to changes by any part of the extension. */
  public static void onChange(Listener listener) {
    listen(
        changes -> {
          for (String key : Json.of(changes).keys()) {
            listener.changed(key);
          }
        });
  }

  @JSFunctor
  interface Changes extends JSObject {
    void on(JSObject changes);
  }

  @JSBody(params = "k", script = "return chrome.storage.local.get(k);")
  private static native JSPromise<JSObject> read(String k);

  @JSBody(params = "o", script = "return chrome.storage.local.set(o);")
  private static native JSPromise<JSObject> write(JSObject o);

  @JSBody(params = "k", script = "return chrome.storage.session.get(k);")
  private static native JSPromise<JSObject> readSession(String k);

  @JSBody(params = "o", script = "return chrome.storage.session.set(o);")
  private static native JSPromise<JSObject> writeSession(JSObject o);

  @JSBody(params = "k", script = "return chrome.storage.local.remove(k);")
  private static native JSPromise<JSObject> delete(String k);

  @JSBody(params = "f", script = "chrome.storage.local.onChanged.addListener(function(c) { f(c); });")
  private static native void listen(Changes f);
}
