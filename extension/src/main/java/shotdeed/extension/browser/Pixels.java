package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int32Array;
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

  /** A decoded picture, in the browser's own memory until it is closed. */
  public static final class Picture implements AutoCloseable {
    private final Raw raw;

    private Picture(Raw raw) {
      this.raw = raw;
    }

    public int width() {
      return raw.getWidth();
    }

    public int height() {
      return raw.getHeight();
    }

    /** Opaque pixels of some rows from {@code top} on, one number each, 0xAABBGGRR; ask for as many each time. */
    public int[] rows(int top, int count) {
      return Pixels.rows(raw, top, count).copyToJavaArray();
    }

    @Override
    public void close() {
      Pixels.close(raw);
    }
  }

  /** An AVIF of 8 x 8 white pixels. */
  private static final String WHITE_AVIF =
      "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAPBtZXRhAAAAAAAAAChoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA"
          + "AAAAbGliYXZpZgAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAEUAAAAFgAAAChpaW5mAAAAAAAB"
          + "AAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABoaXBycAAAAElpcGNvAAAAFGlzcGUAAAAAAAAACAAAAAgAAAAOcGl4"
          + "aQAAAAABCAAAAAxhdjFDgQAcAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAAB5tZGF0"
          + "EgAKCBgIv2GAhoNQMggfQP/xAAIgyA==";

  /** Waits for whether this browser decodes AVIF at all: not every build and setting does. */
  public static boolean decodesAvif() {
    try {
      close(Tasks.await(open(fromBase64(WHITE_AVIF))));
      return true;
    } catch (Tasks.Refused e) {
      return false;
    }
  }

  @JSBody(
      params = "text",
      script = "return Int8Array.from(atob(text), function(c) { return c.charCodeAt(0); });")
  private static native Int8Array fromBase64(String text);

  /** Waits for a file's picture. Check its size by its header first: the browser allocates what it says. */
  public static Picture decode(byte[] file) throws Undecodable {
    try {
      return new Picture(Tasks.await(open(Int8Array.fromJavaArray(file))));
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
  }

  private static final String DECODE =
      "return createImageBitmap(new Blob([file]), {colorSpaceConversion: 'none'}).then(function(b) {";

  /** White first: what is transparent is put on white, as on the server. */
  private static final String DRAW =
      DECODE
          + " var w = b.width, h = b.height, c = new OffscreenCanvas(w, h);"
          + " var g = c.getContext('2d', {willReadFrequently: true, alpha: false});"
          + " g.fillStyle = '#fff'; g.fillRect(0, 0, w, h); g.drawImage(b, 0, 0); b.close();";

  @JSBody(params = "file", script = DECODE + " return {width: b.width, height: b.height, bitmap: b}; });")
  private static native JSPromise<Raw> open(Int8Array file);

  /** A canvas of a few rows: one of the whole picture, and its pixels, would take its memory twice more. */
  @JSBody(
      params = {"p", "top", "count"},
      script =
          "if (!p.canvas || p.canvas.height !== count) {"
              + " p.canvas = new OffscreenCanvas(p.width, count);"
              + " p.context = p.canvas.getContext('2d', {willReadFrequently: true, alpha: false}); }"
              + " p.context.fillStyle = '#fff'; p.context.fillRect(0, 0, p.width, count);"
              + " p.context.drawImage(p.bitmap, 0, -top);"
              + " return new Int32Array(p.context.getImageData(0, 0, p.width, count).data.buffer);")
  private static native Int32Array rows(Raw p, int top, int count);

  @JSBody(params = "p", script = "p.bitmap.close(); p.canvas = p.context = null;")
  private static native void close(Raw p);

  @JSBody(
      params = "file",
      script =
          DRAW
              + " return c.convertToBlob({type: 'image/png'}); })"
              + ".then(function(p) { return p.arrayBuffer(); })"
              + ".then(function(a) { return new Int8Array(a); });")
  private static native JSPromise<Int8Array> encodePng(Int8Array file);
}
