package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** A set of elements, by identity. */
public final class ElementSet {
  private final JSObject raw = create();

  /** Adds an element; false if it was already there. */
  public boolean add(Element element) {
    return add(raw, element);
  }

  @JSBody(script = "return new Set();")
  private static native JSObject create();

  @JSBody(
      params = {"s", "e"},
      script = "if (s.has(e)) { return false; } s.add(e); return true;")
  private static native boolean add(JSObject s, Element e);
}
