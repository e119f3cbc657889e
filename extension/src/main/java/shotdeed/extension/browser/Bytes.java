package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/** Bytes as texts. */
public final class Bytes {
  private Bytes() {}

  /** Waits for the SHA-256 of bytes, in lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    return Tasks.await(digest(Int8Array.fromJavaArray(bytes))).stringValue();
  }

  /** Base64 with padding. */
  public static String base64(byte[] bytes) {
    return encode(Int8Array.fromJavaArray(bytes));
  }

  @JSBody(
      params = "bytes",
      script =
          "return crypto.subtle.digest('SHA-256', bytes).then(function(d) {"
              + " return Array.from(new Uint8Array(d), function(b) { return ('0' + b.toString(16)).slice(-2); }).join('');"
              + " });")
  private static native JSPromise<JSString> digest(Int8Array bytes);

  @JSBody(
      params = "bytes",
      script =
          "var t = ''; for (var i = 0; i < bytes.length; i++) { t += String.fromCharCode(bytes[i] & 255); } return btoa(t);")
  private static native String encode(Int8Array bytes);
}
