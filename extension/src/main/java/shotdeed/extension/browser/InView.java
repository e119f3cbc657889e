package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Which elements can be seen in the window, as the browser itself finds out while it paints: nothing is laid out for it. */
public final class InView {
  private final JSObject observer;

  /** Told of elements that came into view, or, the first time, of each that was asked about. */
  public interface Told {
    /** @param looked the element was looked at; whether it can be seen */
    void of(Element looked, boolean seen);
  }

  /** @param then after each batch */
  public InView(Told told, Runnable then) {
    observer = create((element, seen) -> told.of(element, seen), then::run);
  }

  /** Asks about an element, now and whenever it comes into view. */
  public void watch(Element element) {
    observe(observer, element);
  }

  /** Asks no more about it. */
  public void leave(Element element) {
    unobserve(observer, element);
  }

  @JSFunctor
  interface RawTold extends JSObject {
    void of(Element element, boolean seen);
  }

  @JSFunctor
  interface RawThen extends JSObject {
    void run();
  }

  @JSBody(
      params = {"told", "then"},
      script =
          "return new IntersectionObserver(function(list) {"
              + " list.forEach(function(e) { told(e.target, e.isIntersecting); }); then(); });")
  private static native JSObject create(RawTold told, RawThen then);

  @JSBody(params = {"o", "e"}, script = "o.observe(e);")
  private static native void observe(JSObject o, Element e);

  @JSBody(params = {"o", "e"}, script = "o.unobserve(e);")
  private static native void unobserve(JSObject o, Element e);
}
