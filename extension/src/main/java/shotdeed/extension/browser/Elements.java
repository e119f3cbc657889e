package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Elements that a selector found, in order. Not a list of Java's: one of the browser's objects costs a page more code there. */
public final class Elements {
  private final JSObject raw;

  Elements(JSObject raw) {
    this.raw = raw;
  }

  public int size() {
    return length(raw);
  }

  public Element get(int i) {
    return at(raw, i);
  }

  @JSBody(params = "list", script = "return list.length;")
  private static native int length(JSObject list);

  @JSBody(params = {"list", "i"}, script = "return list[i];")
  private static native Element at(JSObject list, int i);
}
