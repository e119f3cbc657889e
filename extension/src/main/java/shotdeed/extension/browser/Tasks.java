package shotdeed.extension.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Work that may wait: for the network, for the disk, for the user. */
public final class Tasks {
  private Tasks() {}

  /** A browser call that was refused, with the browser's own message. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Starts a task. An error that the task does not handle goes to the console of the extension. */
  public static void start(Runnable task) {
    new Thread(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                log("ShotDeed: " + e.getMessage());
              }
            })
        .start();
  }

  /** Waits for a promise; a rejection becomes {@link Refused}. */
  static <T extends JSObject> T await(JSPromise<T> promise) {
    Settled<T> settled = settle(promise).await();
    if (!settled.isFulfilled()) {
      throw new Refused(settled.getMessage());
    }
    return settled.getValue();
  }

  /** Waits some milliseconds. */
  public static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A line for the extension's own console; never page text or tokens. */
  public static void log(String line) {
    print(line);
  }

  /** Milliseconds since this page or worker started, with fractions. */
  public static double now() {
    return performanceNow();
  }

  /** When this page or worker started, in milliseconds of the clock: what {@link #now} counts from. */
  public static double origin() {
    return performanceOrigin();
  }

  interface Settled<T extends JSObject> extends JSObject {
    @org.teavm.jso.JSProperty
    boolean isFulfilled();

    @org.teavm.jso.JSProperty
    T getValue();

    @org.teavm.jso.JSProperty
    String getMessage();
  }

  @JSBody(
      params = "p",
      script =
          "return Promise.resolve(p).then(function(v) { return {fulfilled: true, value: v, message: ''}; },"
              + " function(e) { return {fulfilled: false, value: null,"
              + " message: String(e && e.message ? e.message : e)}; });")
  private static native <T extends JSObject> JSPromise<Settled<T>> settle(JSPromise<T> p);

  @JSBody(params = "line", script = "console.log(line);")
  private static native void print(String line);

  @JSBody(script = "return performance.timeOrigin;")
  private static native double performanceOrigin();

  @JSBody(script = "return performance.now();")
  private static native double performanceNow();
}
