package shotdeed.server.verify.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Waiting for the browser. */
final class Browser {
  private Browser() {}

  /** Waits for a promise, which never fails. */
  static <T extends JSObject> T await(JSPromise<T> promise) {
    return promise.await();
  }

  /** Starts work that may wait: what a browser calls may not. */
  static void start(Runnable work) {
    new Thread(work).start();
  }

  /** Lets the browser draw before long work goes on. */
  static void draw() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @JSBody(script = "return performance.now();")
  static native double now();
}
