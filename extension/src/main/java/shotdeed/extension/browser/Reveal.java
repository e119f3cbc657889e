package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Brings an element of a page into view, says where it then stands, and puts the page back as it was. Nothing of the
 * page's layout is changed: it is only scrolled. Works without threads, so that a content script stays small.
 */
public final class Reveal {
  /** Milliseconds that a picture may take to load and to stand still once it is scrolled to. */
  private static final int SETTLE_MILLIS = 1200;

  private Reveal() {}

  /** Told where an element stands. */
  @FunctionalInterface
  public interface Seen {
    /**
     * The part of the element that is in view, in CSS pixels from the top left of what is in view.
     *
     * @param share of what could be in view of it, 0 to 1; 0 for one that is hidden, or has not loaded
     * @param covered whether something opaque lies over it everywhere
     */
    void at(double left, double top, double right, double bottom, double share, boolean covered);
  }

  /** Whether an element that shows a picture of this address is wanted. */
  @FunctionalInterface
  public interface Wanted {
    boolean is(String address);
  }

  /** Told of an element that was searched for; {@code null} if there is none, or no other. */
  @FunctionalInterface
  public interface Found {
    void element(Element element);
  }

  /** Scrolls to an element, at once; then, when it stands still and its picture is there, tells where it is. */
  public static void show(Element element, Seen seen) {
    scrollTo(element, SETTLE_MILLIS, seen::at);
  }

  /** Scrolls all that was scrolled back to where it stood. */
  @JSBody(
      script =
          "(globalThis.shotdeedScrolled || []).forEach(function(s) {"
              + " s[0].scrollTo({left: s[1], top: s[2], behavior: 'instant'}); });"
              + " globalThis.shotdeedScrolled = [];")
  public static native void restore();

  /**
   * Where an element stands now, of what is in view: left, top, right, bottom in whole CSS pixels; nothing if no pixel of
   * it is.
   */
  public static Json box(Element element) {
    return Json.ofNullable(clipped(element));
  }

  /** Width of what is in view, in CSS pixels. */
  @JSBody(script = "return Math.max(1, Math.round(innerWidth));")
  public static native int width();

  /** Height of what is in view, in CSS pixels. */
  @JSBody(script = "return Math.max(1, Math.round(innerHeight));")
  public static native int height();

  /**
   * Searches the whole page, shadow roots included, for elements that show a wanted picture as {@code img} or as a
   * background from any style sheet. Looks for some milliseconds at a time, so that the page does not feel it; tells of
   * each element, then of {@code null}.
   */
  public static void search(Wanted wanted, Found found) {
    walk(wanted::is, found::element);
  }

  /** Calls back once after some milliseconds. */
  public static void later(int millis, Runnable callback) {
    delay(millis, callback::run);
  }

  @JSFunctor
  interface RawSeen extends JSObject {
    void at(double left, double top, double right, double bottom, double share, boolean covered);
  }

  @JSFunctor
  interface RawWanted extends JSObject {
    boolean is(String address);
  }

  @JSFunctor
  interface RawFound extends JSObject {
    void element(Element element);
  }

  @JSFunctor
  interface RawRun extends JSObject {
    void run();
  }

  @JSBody(params = {"millis", "f"}, script = "setTimeout(function() { f(); }, millis);")
  private static native void delay(int millis, RawRun f);

  /** A page that was zoomed by two fingers shows a part of what is laid out. */
  private static final String CLIP =
      "var clip = function(rect) { var zoom = globalThis.visualViewport || {scale: 1, offsetLeft: 0, offsetTop: 0};"
          + " var wide = Math.max(1, Math.round(innerWidth)), high = Math.max(1, Math.round(innerHeight));"
          + " var across = function(v) { return Math.min(wide, Math.max(0, Math.round((v - zoom.offsetLeft) * zoom.scale))); };"
          + " var down = function(v) { return Math.min(high, Math.max(0, Math.round((v - zoom.offsetTop) * zoom.scale))); };"
          + " return {left: across(rect.left), top: down(rect.top), right: across(rect.right), bottom: down(rect.bottom)}; };";

  @JSBody(
      params = "e",
      script =
          CLIP
              + " var seen = clip(e.getBoundingClientRect());"
              + " return seen.left < seen.right && seen.top < seen.bottom ? seen : null;")
  private static native JSObject clipped(Element e);

  /** What is drawn over a picture covers it only if it is opaque; what a page lays over it to feel the mouse is not. */
  private static final String COVERED =
      "var opaque = function(x) {"
          + " if (!x.checkVisibility({opacityProperty: true, visibilityProperty: true})) { return false; }"
          + " var style = getComputedStyle(x); if (Number(style.opacity) < .5) { return false; }"
          + " if (/^(IMG|VIDEO|CANVAS|IFRAME|OBJECT|EMBED)$/.test(x.tagName)) { return true; }"
          + " var color = style.backgroundColor.match(/[\\d.]+/g) || [];"
          + " return color.length === 3 || color.length > 3 && Number(color[3]) >= .5; };"
          + " var covered = function(rect) { var root = e.getRootNode();"
          + "   return [[.5, .5], [.25, .25], [.75, .25], [.25, .75], [.75, .75]].every(function(p) {"
          + "     var all = root.elementsFromPoint(rect.left + p[0] * rect.width, rect.top + p[1] * rect.height);"
          + "     for (var i = 0; i < all.length; i++) {"
          + "       if (all[i] === e || all[i].contains(e)) { return false; }"
          + "       if (all[i].tagName !== 'SHOTDEED-OVERLAY' && !e.contains(all[i]) && opaque(all[i])) { return true; } }"
          + "     return false; }); };";

  /** The browser itself says which part of an element can be seen: it knows what cuts it off on the way up. */
  @JSBody(
      params = {"e", "wait", "f"},
      script =
          CLIP
              + COVERED
              + " var scrolled = globalThis.shotdeedScrolled = globalThis.shotdeedScrolled || [];"
              + " for (var up = e; up; up = up.assignedSlot || up.parentNode || up.host) {"
              + "   if (up.nodeType === 1 && !scrolled.some(function(s) { return s[0] === up; })) {"
              + "     scrolled.push([up, up.scrollLeft, up.scrollTop]); } }"
              + " e.scrollIntoView({block: e.getBoundingClientRect().height > innerHeight ? 'start' : 'center',"
              + "   inline: 'center', behavior: 'instant'});"
              + " var give = function(rect) { var box = e.getBoundingClientRect();"
              + "   var room = Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight);"
              + "   var there = e.isConnected && e.checkVisibility({opacityProperty: true, visibilityProperty: true})"
              + "     && (e.tagName !== 'IMG' || e.complete && e.naturalWidth > 8);"
              + "   var seen = clip(rect); var share = there && room > 0 ? rect.width * rect.height / room : 0;"
              + "   f(seen.left, seen.top, seen.right, seen.bottom, share, share > 0 && covered(rect)); };"
              + " var measure = function() {"
              + "   var done = false;"
              + "   var once = function(rect) { if (!done) { done = true; observer.disconnect(); give(rect); } };"
              + "   var observer = new IntersectionObserver(function(list) { once(list[0].intersectionRect); });"
              + "   observer.observe(e);"
              + "   setTimeout(function() { once({left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0}); }, 500); };"
              + " var start = performance.now(), last = '', same = 0;"
              + " var step = function() { var box = e.getBoundingClientRect();"
              + "   var now = [box.left, box.top, box.width, box.height].join(); same = now === last ? same + 1 : 0; last = now;"
              + "   var ready = e.tagName !== 'IMG' || e.complete && e.naturalWidth > 8;"
              + "   if (same > 1 && ready || performance.now() > start + wait) { measure(); } else { setTimeout(step, 16); } };"
              + " step();")
  private static native void scrollTo(Element e, int wait, RawSeen f);

  /** A page's own closed shadow roots are open to extensions. */
  @JSBody(
      params = {"wanted", "found"},
      script =
          "var inside = function(x) { if (x.shadowRoot) { return x.shadowRoot; } try {"
              + "   return globalThis.chrome && chrome.dom && x instanceof HTMLElement"
              + "     ? chrome.dom.openOrClosedShadowRoot(x) : x.openOrClosedShadowRoot || null; } catch (refused) { return null; } };"
              + " var matches = function(u) { try { return !!u && wanted(new URL(u, document.baseURI).href); }"
              + "   catch (refused) { return false; } };"
              + " var shows = function(x) {"
              + "   if (x.tagName === 'IMG') { return matches(x.currentSrc) || matches(x.src)"
              + "     || Object.keys(x.dataset).some(function(k) { return matches(x.dataset[k]); }); }"
              + "   var image = getComputedStyle(x).backgroundImage;"
              + "   if (!image || image.indexOf('url(') < 0) { return false; }"
              + "   return (image.match(/url\\([^)]*\\)/g) || []).some(function(u) {"
              + "     return matches(u.slice(4, -1).replace(/^[\"']|[\"']$/g, '')); }); };"
              + " var left = 50000, all = [document.documentElement];"
              + " var some = function() { var end = performance.now() + 8;"
              + "   while (all.length && left > 0 && performance.now() < end) {"
              + "     var one = all.pop(); left--; if (one.tagName === 'SHOTDEED-OVERLAY') { continue; }"
              + "     if (shows(one)) { found(one); }"
              + "     [one, inside(one)].forEach(function(p) {"
              + "       for (var child = p && p.lastElementChild; child; child = child.previousElementSibling) {"
              + "         all.push(child); } }); }"
              + "   if (all.length && left > 0) { setTimeout(some, 0); } else { found(null); } };"
              + " some();")
  private static native void walk(RawWanted wanted, RawFound found);
}
