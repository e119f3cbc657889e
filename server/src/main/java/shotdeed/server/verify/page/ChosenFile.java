package shotdeed.server.verify.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

/** A file that the reader chose. */
abstract class ChosenFile implements JSObject {
  @JSProperty
  abstract String getName();

  /** In bytes. */
  @JSProperty
  abstract double getSize();

  /** Waits for its bytes; {@code null} if it cannot be read. */
  final byte[] bytes() {
    Int8Array bytes = Browser.await(read());
    return bytes == null ? null : bytes.copyToJavaArray();
  }

  @JSBody(script =
      "return this.arrayBuffer().then(function(b) { return new Int8Array(b); }, function() { return null; });")
  private native JSPromise<Int8Array> read();
}
