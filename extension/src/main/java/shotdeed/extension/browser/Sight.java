package shotdeed.extension.browser;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/**
 * Says which part of a page's elements a person sees: not what the page folds away, cuts off or lays something over. Looks
 * for some milliseconds at a time, so that the page does not feel it, and changes nothing.
 */
public final class Sight {
  private Sight() {}

  /**
   * What is seen of an element, in whole CSS pixels from the top left of what is in view; nothing if left is right or top
   * is bottom.
   *
   * @param share of what could be in view of it, 0 to 1, whatever lies over it; 0 for one that is hidden
   * @param covered whether something lies over the better part of it
   * @param waiting whether it is a picture that has not loaded, or that shows another address
   */
  public record Part(int left, int top, int right, int bottom, double share, boolean covered, boolean waiting) {
    /** Whether any pixel of it is seen. */
    public boolean isSeen() {
      return left < right && top < bottom;
    }

    /** Whether it is where another is, give or take some pixels. */
    public boolean isNear(Part other, int pixels) {
      return Math.abs(left - other.left) <= pixels
          && Math.abs(top - other.top) <= pixels
          && Math.abs(right - other.right) <= pixels
          && Math.abs(bottom - other.bottom) <= pixels;
    }

    private static Part of(Json json) {
      return new Part(
          json.integer("left"),
          json.integer("top"),
          json.integer("right"),
          json.integer("bottom"),
          json.integer("share") / 1000.0,
          json.flag("covered"),
          json.flag("waiting"));
    }
  }

  /** Told what is seen, in the order of the elements. */
  @FunctionalInterface
  public interface Seen {
    void parts(List<Part> parts);
  }

  /**
   * Looks at elements; the first of them are pictures, of which the rows that nothing lies over are seen; the others are
   * words, seen if nothing lies over any of them and they are there at half of where they should be: what a page clips
   * away is not.
   *
   * @param wanted the addresses that the pictures have to show
   */
  public static void look(List<Element> elements, int pictures, Reveal.Wanted wanted, Seen seen) {
    JSArray<Element> list = JSArray.create();
    for (Element element : elements) {
      list.push(element);
    }
    look(
        list,
        pictures,
        wanted::is,
        said -> {
          List<Part> parts = new ArrayList<>();
          for (Json part : Json.of(said).list("parts")) {
            parts.add(Part.of(part));
          }
          seen.parts(parts);
        });
  }

  @JSFunctor
  interface RawSeen extends JSObject {
    void at(JSObject said);
  }

  /**
   * What an element shows is what the browser has loaded for it: the other sizes in the same {@code srcset} are the same
   * picture; what else is written on it is only a reason to look there. A page's own closed shadow roots are open to
   * extensions.
   */
  static final String SHOWS =
      "var inside = function(x) { if (x.shadowRoot) { return x.shadowRoot; } try {"
          + "   return globalThis.chrome && chrome.dom && x instanceof HTMLElement"
          + "     ? chrome.dom.openOrClosedShadowRoot(x) : x.openOrClosedShadowRoot || null; } catch (refused) { return null; } };"
          + " var full = function(u) { try { return u ? new URL(u, document.baseURI).href : ''; } catch (refused) { return ''; } };"
          + " var matches = function(u) { var f = full(u); return !!f && wanted(f); };"
          + " var shows = function(x) {"
          + "   if (x.tagName === 'IMG') {"
          + "     var now = full(x.currentSrc || x.src); if (matches(now)) { return true; }"
          + "     var around = x.parentNode && x.parentNode.tagName === 'PICTURE' ? Array.from(x.parentNode.children) : [];"
          + "     return [x].concat(around).some(function(s) {"
          + "       var sizes = String(s.getAttribute('srcset') || '').split(/\\s+/).map(function(w) {"
          + "         return full(w.replace(/,+$/, '')); });"
          + "       return sizes.indexOf(now) >= 0 && sizes.some(matches); }); }"
          + "   var image = getComputedStyle(x).backgroundImage;"
          + "   if (!image || image.indexOf('url(') < 0) { return false; }"
          + "   return (image.match(/url\\([^)]*\\)/g) || []).some(function(u) {"
          + "     return matches(u.slice(4, -1).replace(/^[\"']|[\"']$/g, '')); }); };"
          + " var loaded = function(x) { return x.tagName !== 'IMG' || x.complete && x.naturalWidth > 8; };"
          + " var some = function(step, then) { var run = function() { var end = performance.now() + 8;"
          + "   while (step()) { if (performance.now() > end) { setTimeout(run, 0); return; } } then(); }; run(); };";

  /** A page that was zoomed by two fingers shows a part of what is laid out. */
  private static final String CLIP =
      "var zoom = globalThis.visualViewport || {scale: 1, offsetLeft: 0, offsetTop: 0};"
          + " var wide = Math.max(1, Math.round(innerWidth)), high = Math.max(1, Math.round(innerHeight));"
          + " var across = function(v) { return Math.min(wide, Math.max(0, Math.round((v - zoom.offsetLeft) * zoom.scale))); };"
          + " var down = function(v) { return Math.min(high, Math.max(0, Math.round((v - zoom.offsetTop) * zoom.scale))); };";

  /** What is drawn over something covers it if it is opaque, or writes there; what a page lays there to feel the mouse is not. */
  private static final String PAINTS =
      "var visible = function(x) { return x.checkVisibility({opacityProperty: true, visibilityProperty: true}); };"
          + " var opaque = function(x) { var style = getComputedStyle(x); if (Number(style.opacity) < .5) { return false; }"
          + "   if (/^(IMG|VIDEO|CANVAS|IFRAME|OBJECT|EMBED)$/.test(x.tagName)) { return true; }"
          + "   var color = style.backgroundColor.match(/[\\d.]+/g) || [];"
          + "   return color.length === 3 || color.length > 3 && Number(color[3]) >= .5; };"
          + " var within = function(r, x, y) { return x >= r.left && x <= r.right && y >= r.top && y <= r.bottom; };"
          + " var written = function(x) { var rects = []; for (var n = x.firstChild; n; n = n.nextSibling) {"
          + "   if (n.nodeType === 3 && n.data.trim()) { var range = document.createRange(); range.selectNodeContents(n);"
          + "     rects = rects.concat(Array.from(range.getClientRects())); } } return rects; };"
          + " var paints = function(el, x, y) { return visible(el) && (opaque(el)"
          + "   || written(el).some(function(r) { return within(r, x, y); })); };";

  /** Layers that do not feel the mouse are not found at a point: they are looked for in the whole page. */
  private static final String LAYERS =
      "var layers = [];"
          + " var above = function(el) { var all = [], up; "
          + "   for (up = target; up && all.length < 2000; up = up.parentNode || up.host) { all.push(up); }"
          + "   if (all.indexOf(el) >= 0 || el.contains(target)) { return false; }"
          + "   var after = target.compareDocumentPosition(el) & 4, over = after;"
          + "   var deep = 0;"
          + "   for (up = el; up && deep < 2000 && up.nodeType === 1 && all.indexOf(up) < 0; up = up.parentNode || up.host, deep++) {"
          + "     if (up.nodeType !== 1) { continue; } var style = getComputedStyle(up);"
          + "     if (style.position !== 'static') { over = true; if (Number(style.zIndex) < 0) { return false; } } }"
          + "   return over; };"
          + " var gather = function(then) { var all = [document.documentElement], left = 50000;"
          + "   some(function() { var one = all.pop(); if (!one || left-- < 0) { return false; }"
          + "     if (getComputedStyle(one).pointerEvents === 'none' && visible(one)) {"
          + "       var rects = opaque(one) ? [one.getBoundingClientRect()] : written(one);"
          + "       rects = rects.filter(function(r) { return r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight; });"
          + "       if (rects.length) { layers.push([one, rects]); } }"
          + "     [one, inside(one)].forEach(function(p) {"
          + "       for (var c = p && p.lastElementChild; c; c = c.previousElementSibling) { all.push(c); } });"
          + "     return true; }, then); };";

  /** Whether something lies over a point of {@code target}: true; nothing does: false; {@code target} is not there: undefined. */
  private static final String OVER =
      "var over = function(root, x, y) { var all = root.elementsFromPoint(x, y);"
          + "   for (var i = 0; i < all.length; i++) { var el = all[i]; if (el.getRootNode() !== root) { continue; }"
          + "     if (el === target) { return false; }"
          + "     if (el.contains(target)) { return picture ? false : undefined; }"
          + "     if (target.contains(el)) { if (!picture) { return false; }"
          + "       if (paints(el, x, y)) { return true; } continue; }"
          + "     var shadow = inside(el), deep = shadow ? over(shadow, x, y) : undefined;"
          + "     if (deep !== undefined) { return deep; }"
          + "     for (var up = target, steps = 0; up && steps < 2000; up = up.parentNode || up.host, steps++) {"
          + "       if (up === el) { return picture ? false : undefined; } }"
          + "     if (paints(el, x, y)) { return true; } }"
          + "   return undefined; };"
          + " var hit = function(x, y) { var found = over(document, x, y);"
          + "   if (found) { return true; } if (found === undefined && !picture) { absent++; }"
          + "   return near.some(function(l) { return l[1].some(function(r) { return within(r, x, y); }); }); };";

  /**
   * The browser itself says which part of an element can be seen: it knows what cuts it off on the way up. The compiler gives
   * the parameters names of one letter, so that no variable they are used beside may have one.
   */
  @JSBody(
      params = {"list", "pictures", "wanted", "f"},
      script =
          SHOWS
              + CLIP
              + PAINTS
              + "var target, picture, near, absent, parts = [], rects = [], count = 0, done = false;"
              + LAYERS
              + OVER
              + " var grid = function(from, to, step, most) { var n = Math.min(most, Math.max(1, Math.ceil((to - from - 2) / step)));"
              + "   var all = []; for (var i = 0; i <= n; i++) { all.push(from + 1 + (to - from - 2) * i / n); } return all; };"
              + " var one = function(then) { var i = parts.length; if (i >= list.length) { f({parts: parts}); return; }"
              + "   target = list[i]; picture = i < pictures; var rect = rects[i], box = target.getBoundingClientRect();"
              + "   var part = {left: 0, top: 0, right: 0, bottom: 0, share: 0, covered: false,"
              + "     waiting: picture && !(loaded(target) && shows(target))};"
              + "   var next = function() { parts.push(part); one(); };"
              + "   var room = Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight);"
              + "   if (!rect || rect.width < 3 || rect.height < 3 || !target.isConnected || !visible(target) || part.waiting) { next(); return; }"
              + "   part.share = Math.round(1000 * rect.width * rect.height / room);"
              + "   near = layers.filter(function(l) { return above(l[0]) && l[1].some(function(r) {"
              + "     return r.left < rect.right && r.right > rect.left && r.top < rect.bottom && r.bottom > rect.top; }); });"
              + "   var ys = grid(rect.top, rect.bottom, 8, 200), xs = grid(rect.left, rect.right, 16, 60);"
              + "   var at = 0, from = 0, best = [0, -1], points = 0; absent = 0;"
              + "   some(function() { if (at >= ys.length) { return false; }"
              + "     var bad = xs.filter(function(x) { return hit(x, ys[at]); }).length; points += bad;"
              + "     if (bad) { from = at + 1; } else if (at - from > best[1] - best[0]) { best = [from, at]; }"
              + "     at++; return true; },"
              + "   function() { part.covered = 2 * points > xs.length * ys.length || best[1] <= best[0];"
              + "     if (picture ? !part.covered : !points && 2 * absent <= xs.length * ys.length) {"
              + "       part.left = across(rect.left); part.right = across(rect.right);"
              + "       part.top = down(best[0] === 0 ? rect.top : ys[best[0]]);"
              + "       part.bottom = down(best[1] === ys.length - 1 ? rect.bottom : ys[best[1]]); }"
              + "     next(); }); };"
              + " var start = function() { if (!done) { done = true; observer.disconnect(); gather(one); } };"
              + " var observer = new IntersectionObserver(function(seen) { seen.forEach(function(s) {"
              + "   rects[list.indexOf(s.target)] = s.intersectionRect; count++; }); if (count >= list.length) { start(); } });"
              + " list.forEach(function(x) { observer.observe(x); }); setTimeout(start, list.length ? 500 : 0);")
  private static native void look(JSArray<Element> list, int pictures, Reveal.RawWanted wanted, RawSeen f);
}
