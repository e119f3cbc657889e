package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * A web page with the shadow roots in it, as one document: what a selector finds in any of them. Our own overlay is none
 * of them. Closed roots are read where the browser lets extensions do so, on elements of the page's own making.
 */
public final class Roots {
  /** Elements of one root that are looked at for further roots. */
  private static final int MOST_ELEMENTS = 30_000;

  /** Roots of a page; with more, the rest is not read. */
  private static final int MOST_ROOTS = 500;

  private final JSObject state = create();

  /** Looks for roots that are new since the last time. */
  public void refresh() {
    refresh(state, MOST_ELEMENTS, MOST_ROOTS);
  }

  /** All elements that a selector finds, root after root in document order, at most {@code limit}; none if it is no selector. */
  public Elements all(String selector, int limit) {
    return new Elements(query(state, selector, limit));
  }

  /** The first element that a selector finds, or {@code null}. */
  public Element first(String selector) {
    Elements found = all(selector, 1);
    return found.size() == 0 ? null : found.get(0);
  }

  /**
   * Calls back, at most every {@code millis}, when the content of any root changed or the page came into view again; waits for
   * an idle moment, and for a page that can be seen: a hidden tab is left alone.
   */
  public void onChange(int millis, Runnable callback) {
    observe(state, millis, callback::run);
  }

  @JSFunctor
  interface Callback extends JSObject {
    void run();
  }

  @JSBody(script = "return {roots: [document], known: new WeakSet(), seen: null};")
  private static native JSObject create();

  @JSBody(
      params = {"s", "elements", "most"},
      script =
          "var dom = globalThis.chrome && chrome.dom;"
              + " for (var i = 0; i < s.roots.length; i++) {"
              + "   var host = s.roots[i].host;"
              + "   if (host && !host.isConnected) { s.roots.splice(i--, 1); s.known.delete(host); continue; }"
              + "   var all = s.roots[i].querySelectorAll('*'), n = Math.min(elements, all.length);"
              + "   for (var j = 0; j < n && s.roots.length < most; j++) {"
              + "     var e = all[j], own = e.localName.indexOf('-') > 0;"
              + "     if (!own && !e.shadowRoot || s.known.has(e) || e.localName === 'shotdeed-overlay') { continue; }"
              + "     var root = null;"
              + "     try { root = own && dom && dom.openOrClosedShadowRoot ? dom.openOrClosedShadowRoot(e)"
              + "       : e.openOrClosedShadowRoot || e.shadowRoot; } catch (x) { root = null; }"
              + "     if (root) { s.known.add(e); s.roots.push(root); if (s.seen) { s.seen(root); } } } }")
  private static native void refresh(JSObject s, int elements, int most);

  @JSBody(
      params = {"s", "selector", "limit"},
      script =
          "var found = [];"
              + " for (var i = 0; i < s.roots.length && found.length < limit; i++) {"
              + "   try { var list = s.roots[i].querySelectorAll(selector); } catch (x) { return found; }"
              + "   for (var j = 0; j < list.length && found.length < limit; j++) { found.push(list[j]); } }"
              + " return found;")
  private static native JSObject query(JSObject s, String selector, int limit);

  @JSBody(
      params = {"s", "millis", "f"},
      script =
          "var due = false; var run = function() { due = false; if (document.visibilityState !== 'hidden') { f(); } };"
              + " var later = function() { if (!due && document.visibilityState !== 'hidden') { due = true; setTimeout(function() {"
              + " (globalThis.requestIdleCallback || setTimeout)(run, {timeout: 1000}); }, millis); } };"
              + " var observer = new MutationObserver(later);"
              + " s.seen = function(root) { observer.observe(root, {subtree: true, childList: true, attributes: true,"
              + " attributeFilter: ['src', 'srcset', 'style', 'class', 'href', 'content', 'data-src', 'data-ks-lazyload', 'data-lazyload-src']}); };"
              + " s.roots.forEach(s.seen);"
              + " ['load', 'visibilitychange'].forEach(function(n) { addEventListener(n, later, {capture: true, passive: true}); });")
  private static native void observe(JSObject s, int millis, Callback f);
}
