package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Decoding by the browser: the picture as displayed, on white where it is transparent, but with the values that the
 * file holds: an embedded colour profile is applied neither here nor on the server.
 */
public final class Pixels {
  private Pixels() {}

  /** The browser cannot decode the bytes. */
  public static final class Undecodable extends Exception {
    private static final long serialVersionUID = 1L;

    Undecodable(String message) {
      super(message);
    }
  }

  /**
   * Opaque pixels.
   *
   * @param rgba four bytes a pixel, row by row
   */
  public record Decoded(int width, int height, byte[] rgba) {}

  /** Waits for the pixels of a file. Check its size by its header first: the browser allocates what it says. */
  public static Decoded decode(byte[] file) throws Undecodable {
    try {
      Raw raw = Tasks.await(decodeRaw(Int8Array.fromJavaArray(file)));
      return new Decoded(raw.getWidth(), raw.getHeight(), raw.getRgba().copyToJavaArray());
    } catch (Tasks.Refused e) {
      throw new Undecodable(e.getMessage());
    }
  }

  /** Waits for the same picture as PNG, for a server that cannot decode the file's own format. */
  public static byte[] asPng(byte[] file) throws Undecodable {
    try {
      return Tasks.await(encodePng(Int8Array.fromJavaArray(file))).copyToJavaArray();
    } catch (Tasks.Refused e) {
      throw new Undecodable(e.getMessage());
    }
  }

  interface Raw extends JSObject {
    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();

    @JSProperty
    Int8Array getRgba();
  }

  /** White first: what is transparent is put on white, as on the server. */
  private static final String DRAW =
      "return createImageBitmap(new Blob([file]), {colorSpaceConversion: 'none'}).then(function(b) {"
          + " var w = b.width, h = b.height, c = new OffscreenCanvas(w, h);"
          + " var g = c.getContext('2d', {willReadFrequently: true, alpha: false});"
          + " g.fillStyle = '#fff'; g.fillRect(0, 0, w, h); g.drawImage(b, 0, 0); b.close();";

  @JSBody(
      params = "file",
      script =
          DRAW
              + " return {width: w, height: h, rgba: new Int8Array(g.getImageData(0, 0, w, h).data.buffer)}; });")
  private static native JSPromise<Raw> decodeRaw(Int8Array file);

  @JSBody(
      params = "file",
      script =
          DRAW
              + " return c.convertToBlob({type: 'image/png'}); })"
              + ".then(function(p) { return p.arrayBuffer(); })"
              + ".then(function(a) { return new Int8Array(a); });")
  private static native JSPromise<Int8Array> encodePng(Int8Array file);
}
