package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/** SVG on our own pages. */
public final class Drawing {
  private Drawing() {}

  /**
   * A picture that can be drawn.
   *
   * @param address within this page, for as long as it is open
   * @param width pixels, as displayed
   */
  public record Picture(String address, int width, int height) {}

  /** Waits until a picture is decoded; {@link Tasks.Refused} if the browser cannot. */
  public static Picture picture(byte[] bytes, String type) {
    Raw raw = Tasks.await(decode(Int8Array.fromJavaArray(bytes), type));
    return new Picture(raw.getAddress(), raw.getWidth(), raw.getHeight());
  }

  /** A new element with these attributes: names and values in turn. */
  public static Element element(String tag, String... namesAndValues) {
    Element element = create(tag);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      element.setAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
    return element;
  }

  interface Raw extends JSObject {
    @JSProperty
    String getAddress();

    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();
  }

  @JSBody(params = "tag", script = "return document.createElementNS('http://www.w3.org/2000/svg', tag);")
  private static native Element create(String tag);

  @JSBody(
      params = {"bytes", "type"},
      script =
          "var i = new Image(); i.src = URL.createObjectURL(new Blob([bytes], {type: type}));"
              + " return i.decode().then(function() {"
              + "   return {address: i.src, width: i.naturalWidth, height: i.naturalHeight}; });")
  private static native JSPromise<Raw> decode(Int8Array bytes, String type);
}
