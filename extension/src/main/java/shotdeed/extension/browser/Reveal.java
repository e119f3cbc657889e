package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Brings an element of a page into view, says where it then stands, and puts the page back as it was. Nothing of the
 * page's layout is changed: it is only scrolled. Works without threads, so that a content script stays small.
 */
public final class Reveal {
  private Reveal() {}

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

  /**
   * Scrolls to an element, at once; calls back when it stands still and shows a wanted picture, or when that took too long.
   *
   * @param millis that a picture may take to load and to stand still once it is scrolled to
   */
  public static void show(Element element, int millis, Wanted wanted, Runnable then) {
    scrollTo(element, millis, wanted::is, then::run);
  }

  /** Scrolls all that was scrolled back to where it stood. */
  @JSBody(
      script =
          "(globalThis.shotdeedScrolled || []).forEach(function(s) {"
              + " s[0].scrollTo({left: s[1], top: s[2], behavior: 'instant'}); });"
              + " globalThis.shotdeedScrolled = [];")
  public static native void restore();

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

  @JSBody(
      params = {"e", "wait", "wanted", "then"},
      script =
          Sight.SHOWS
              + " var scrolled = globalThis.shotdeedScrolled = globalThis.shotdeedScrolled || [];"
              + " for (var up = e, deep = 0; up && deep < 2000; up = up.assignedSlot || up.parentNode || up.host, deep++) {"
              + "   if (up.nodeType === 1 && !scrolled.some(function(s) { return s[0] === up; })) {"
              + "     scrolled.push([up, up.scrollLeft, up.scrollTop]); } }"
              + " e.scrollIntoView({block: e.getBoundingClientRect().height > innerHeight ? 'start' : 'center',"
              + "   inline: 'center', behavior: 'instant'});"
              + " var start = performance.now(), last = '', same = 0;"
              + " var step = function() { var box = e.getBoundingClientRect();"
              + "   var now = [box.left, box.top, box.width, box.height].join(); same = now === last ? same + 1 : 0; last = now;"
              + "   if (same > 1 && loaded(e) && shows(e) || performance.now() > start + wait) { then(); }"
              + "   else { setTimeout(step, 16); } };"
              + " step();")
  private static native void scrollTo(Element e, int wait, RawWanted wanted, RawRun then);

  /** An image may keep the address that it will show in an attribute of its own until it is scrolled to. */
  @JSBody(
      params = {"wanted", "found"},
      script =
          Sight.SHOWS
              + " var will = function(x) { return x.tagName === 'IMG'"
              + "   && Object.keys(x.dataset).some(function(k) { return matches(x.dataset[k]); }); };"
              + " var left = 50000, all = [document.documentElement];"
              + " some(function() { var one = all.pop(); if (!one || left-- <= 0) { return false; }"
              + "   if (shows(one) || will(one)) { found(one); }"
              + "   [one, inside(one)].forEach(function(p) {"
              + "     for (var child = p && p.lastElementChild; child; child = child.previousElementSibling) {"
              + "       all.push(child); } });"
              + "   return true; }, function() { found(null); });")
  private static native void walk(RawWanted wanted, RawFound found);
}
