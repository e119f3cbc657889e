package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** The page that the code runs in. */
public final class Document {
  private Document() {}

  /** The first element that a selector finds, or {@code null}. */
  @JSBody(params = "selector", script = "return document.querySelector(selector);")
  public static native Element first(String selector);

  /**
   * The first visible element that holds this text and nothing else, whatever blanks stand in it; {@code null} if none of
   * so many pieces of the page's text begins one.
   */
  @JSBody(
      params = {"text", "limit"},
      script =
          "var bare = function(said) { return said.replace(/\\s+/g, ''); }, wanted = bare(text);"
              + " var walker = document.createTreeWalker(document.body || document, NodeFilter.SHOW_TEXT);"
              + " for (var node = walker.nextNode(); node && limit > 0; node = walker.nextNode(), limit--) {"
              + "   var said = node.data.length > 1000 ? '' : bare(node.data);"
              + "   for (var up = said && wanted.indexOf(said) === 0 ? node.parentElement : null, deep = 0;"
              + "     up && deep < 2000; up = up.parentElement, deep++) {"
              + "     if (up.textContent.length > text.length + 200) { break; }"
              + "     if (bare(up.textContent) === wanted && up.checkVisibility()) { return up; } } }"
              + " return null;")
  public static native Element holding(String text, int limit);

  /** The element of our own page with this id. */
  @JSBody(params = "id", script = "return document.getElementById(id);")
  public static native Element byId(String id);

  /** The address of the page. */
  @JSBody(script = "return location.href;")
  public static native String address();

  /** The title of the page. */
  @JSBody(script = "return document.title;")
  public static native String title();

  /** Sets the title of our own page. */
  @JSBody(params = "title", script = "document.title = title;")
  public static native void setTitle(String title);

  /** Sets the language of our own page. */
  @JSBody(params = "tag", script = "document.documentElement.lang = tag;")
  public static native void setLanguage(String tag);

  /** A new element of our own, with a class (may be empty) and a text (may be empty). */
  @JSBody(
      params = {"tag", "css", "text"},
      script =
          "var e = document.createElement(tag); if (css) { e.className = css; } if (text) { e.textContent = text; }"
              + " return e;")
  public static native Element create(String tag, String css, String text);

  /**
   * Creates the one element of ours that stands in a page, and in it a closed shadow root with a style sheet; returns an
   * element inside it. A page that takes it away, or changes how it looks, gets it back some times, and no more: neither it nor
   * we should spin.
   *
   * @param removed is told each time
   */
  public static Element createOverlay(String styles, Runnable removed) {
    Element host = create("shotdeed-overlay", "", "");
    return overlay(host, host.closedShadow(), styles, removed::run);
  }

  /** How far the page is scrolled: left, top. */
  public static double[] scroll() {
    return new double[] {scrollX(), scrollY()};
  }

  /** Calls back, joined into one call a frame, when something may have moved: scrolling, resizing, loading. */
  public static void onLayout(Runnable callback) {
    listenLayout(callback::run);
  }

  /** Puts a text on the clipboard; call it at once in answer to a click or a key. */
  public static void copy(String text, Copied copied) {
    writeClipboard(text, copied::on);
  }

  /** Whether the clipboard has it. */
  public interface Copied {
    void on(boolean done);
  }

  /** Calls back for keys that the person presses outside of fields, without a modifier. */
  public static void onKey(Keyed keyed) {
    listenKeys(keyed::on);
  }

  /** A key, such as {@code c} or {@code 1}. */
  public interface Keyed {
    void on(String key);
  }

  /** Shows another page of our own in place of this one. */
  @JSBody(params = "path", script = "location.href = path;")
  public static native void go(String path);

  /** Whether this page of ours can be seen. */
  @JSBody(script = "return document.visibilityState === 'visible';")
  public static native boolean isVisible();

  /** Has the browser save a text as a file. */
  @JSBody(
      params = {"name", "text", "type"},
      script =
          "var a = document.createElement('a'); a.download = name;"
              + " a.href = URL.createObjectURL(new Blob([text], {type: type})); a.click();"
              + " setTimeout(function() { URL.revokeObjectURL(a.href); }, 60000);")
  public static native void save(String name, String text, String type);

  /** Shows bytes in an {@code img} of our own page; their memory is given back once they are decoded. */
  public static void show(Element image, byte[] bytes, String type) {
    showBlob(image, Int8Array.fromJavaArray(bytes), type);
  }

  /**
   * Lays a rectangle over an {@code img} of our own page once it is loaded. The drawing has the picture's own proportions
   * and fits the frame as the picture does, so that they lie on each other whatever room there is.
   *
   * @param frame holds the image and nothing else
   * @param part left, top, width and height, in shares of 10,000
   * @param label says what it is
   */
  public static void outline(Element frame, Element image, int[] part, String label) {
    drawOutline(frame, image, part[0], part[1], part[2], part[3], label);
  }

  /** Whether nobody sees this page now: its tab is behind others. */
  @JSBody(script = "return document.visibilityState === 'hidden';")
  public static native boolean isHidden();

  /** Calls back when this page goes out of sight, and when it comes back. */
  public static void onHidden(Hidden hidden) {
    listenHidden(hidden::on);
  }

  /** This page goes out of sight, or comes back. */
  public interface Hidden {
    void on(boolean hidden);
  }

  /** Marks this world as served by a script of this name; false if it was, so that one that is brought in twice works once. */
  @JSBody(
      params = "name",
      script =
          "var claimed = globalThis.shotdeedClaimed = globalThis.shotdeedClaimed || {};"
              + " if (claimed[name]) { return false; } claimed[name] = true; return true;")
  public static native boolean claim(String name);

  @JSFunctor
  interface Callback extends JSObject {
    void run();
  }

  @JSFunctor
  interface RawHidden extends JSObject {
    void on(boolean hidden);
  }

  @JSBody(
      params = "f",
      script =
          "document.addEventListener('visibilitychange', function() { f(document.visibilityState === 'hidden'); });")
  private static native void listenHidden(RawHidden f);

  @JSFunctor
  interface RawCopied extends JSObject {
    void on(boolean done);
  }

  @JSFunctor
  interface RawKey extends JSObject {
    void on(String key);
  }

  @JSBody(
      params = {"text", "f"},
      script = "navigator.clipboard.writeText(text).then(function() { f(true); }, function() { f(false); });")
  private static native void writeClipboard(String text, RawCopied f);

  @JSBody(
      params = "f",
      script =
          "addEventListener('keydown', function(e) {"
              + " if (e.isTrusted && !e.ctrlKey && !e.altKey && !e.metaKey && !e.isComposing"
              + "   && !e.target.closest('input,textarea,select')) { f(e.key); } });")
  private static native void listenKeys(RawKey f);

  @JSBody(
      params = {"host", "root", "styles", "removed"},
      script =
          "var sheet = new CSSStyleSheet(); sheet.replaceSync(styles); root.adoptedStyleSheets = [sheet];"
              + " var css = '', left = 20, page = document.documentElement;"
              + " var put = function() {"
              + "   host.style.cssText = 'all:initial!important;position:absolute!important;left:0!important;"
              + "top:0!important;width:0!important;height:0!important;z-index:2147483647!important';"
              + "   css = host.style.cssText; if (!host.isConnected) { page.appendChild(host);"
              + "     if (host.showPopover) { host.popover = 'manual'; host.showPopover(); } } };"
              + " var inside = document.createElement('div'); root.appendChild(inside); put();"
              + " var watch = new MutationObserver(function() {"
              + "   if (left > 0 && (!host.isConnected || host.style.cssText !== css)) { left--; put(); removed(); } });"
              + " watch.observe(page, {childList: true}); watch.observe(host, {attributes: true});"
              + " return inside;")
  private static native Element overlay(Element host, JSObject root, String styles, Callback removed);

  @JSBody(script = "return window.scrollX;")
  private static native double scrollX();

  @JSBody(script = "return window.scrollY;")
  private static native double scrollY();

  @JSBody(
      params = "f",
      script =
          "var due = false; var later = function() { if (!due) { due = true;"
              + " requestAnimationFrame(function() { due = false; f(); }); } };"
              + " ['scroll', 'load'].forEach(function(n) { addEventListener(n, later, {capture: true, passive: true}); });"
              + " addEventListener('resize', later, {passive: true});"
              + " new ResizeObserver(later).observe(document.documentElement);")
  private static native void listenLayout(Callback f);

  @JSBody(
      params = {"frame", "image", "x", "y", "w", "h", "label"},
      script =
          "image.addEventListener('load', function() {"
              + " var old = frame.querySelector('svg'); if (old) { old.remove(); }"
              + " var make = function(tag, values) {"
              + "   var e = document.createElementNS('http://www.w3.org/2000/svg', tag);"
              + "   Object.keys(values).forEach(function(k) { e.setAttribute(k, values[k]); }); return e; };"
              + " var u = image.naturalWidth / 10000; var v = image.naturalHeight / 10000;"
              + " var svg = make('svg', {'class': 'part', role: 'img', 'aria-label': label,"
              + "   viewBox: '0 0 ' + image.naturalWidth + ' ' + image.naturalHeight});"
              + " ['halo', 'line'].forEach(function(name) {"
              + "   svg.appendChild(make('rect', {'class': name, x: x * u, y: y * v, width: w * u, height: h * v})); });"
              + " frame.appendChild(svg); });")
  private static native void drawOutline(Element frame, Element image, int x, int y, int w, int h, String label);

  @JSBody(
      params = {"image", "bytes", "type"},
      script =
          "var u = URL.createObjectURL(new Blob([bytes], {type: type}));"
              + " image.onload = image.onerror = function() { URL.revokeObjectURL(u); }; image.src = u;")
  private static native void showBlob(Element image, Int8Array bytes, String type);
}
