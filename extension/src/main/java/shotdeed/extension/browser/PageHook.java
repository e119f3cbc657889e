package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * What the script that watches a page leaves for the one that is brought in when a screenshot is taken, in the world that the
 * two share and the page does not see.
 */
public final class PageHook {
  private PageHook() {}

  /** Takes the elements that show pictures, each with its picture's address. */
  public interface ElementSink {
    void take(Element element, String url);
  }

  /** Leaves how the page is read, and forgets its pictures. */
  public static void begin(Json shape) {
    set(shape.raw());
  }

  /** Leaves a picture. */
  @JSBody(params = {"element", "url"}, script = "globalThis.shotdeedPage.pictures.push([element, url]);")
  public static native void add(Element element, String url);

  /** Leaves the element in which the badges are. */
  @JSBody(params = "layer", script = "globalThis.shotdeedLayer = layer;")
  public static native void layer(Element layer);

  /** The pictures, in the other script; nothing if the page is not watched. */
  public static void pictures(ElementSink to) {
    read(to::take);
  }

  /** Takes the badges out of sight for a moment, or brings them back, in the other script. */
  @JSBody(
      params = "hidden",
      script = "if (globalThis.shotdeedLayer) { shotdeedLayer.style.setProperty('display', hidden ? 'none' : 'block'); }")
  public static native void hideBadges(boolean hidden);

  /** Where a part of the page stands that says what it is about: title, shop or price; {@code null} if it is not known. */
  @JSBody(
      params = "name",
      script =
          "var all = globalThis.shotdeedPage ? shotdeedPage.shape.read : [];"
              + " for (var i = 0; i < all.length; i++) {"
              + "   for (var j = 0; all[i].name === name && j < all[i].select.length; j++) {"
              + "     var found = document.querySelector(all[i].select[j]); if (found) { return found; } } }"
              + " return null;")
  public static native Element named(String name);

  @JSFunctor
  interface RawSink extends JSObject {
    void take(Element element, String url);
  }

  @JSBody(params = "shape", script = "globalThis.shotdeedPage = {shape: shape, pictures: []};")
  private static native void set(JSObject shape);

  @JSBody(
      params = "to",
      script = "if (globalThis.shotdeedPage) { shotdeedPage.pictures.forEach(function(p) { to(p[0], p[1]); }); }")
  private static native void read(RawSink to);
}
