package shotdeed.server.platform;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Reads what the request of a known client carries, within bounds. */
public final class Bodies {
  /** Bytes of a JSON body, unless the route says otherwise. */
  public static final int MAX_JSON = 1 << 20;

  private static final long MAX_DRAINED = 256L << 20;

  private Bodies() {}

  /** Reads a JSON body of at most {@link #MAX_JSON} bytes. */
  public static <T> T json(Context context, Class<T> type) throws IOException {
    return json(context, type, MAX_JSON);
  }

  /**
   * Reads a JSON body. The type must be stated: a page of another site can send any text, but not this type.
   *
   * @throws Refused if it is too large, of another type, or of the wrong shape
   */
  public static <T> T json(Context context, Class<T> type, int maxBytes) throws IOException {
    requireJson(context);
    requireAtMost(context, maxBytes);
    byte[] bytes = context.req().getInputStream().readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw tooLarge(context, maxBytes);
    }
    return Json.read(bytes, type);
  }

  static void requireJson(Context context) {
    requireType(context, "application/json");
  }

  static void requireType(Context context, String type) {
    String stated = context.contentType();
    if (stated == null || !stated.toLowerCase(Locale.ROOT).split(";", 2)[0].trim().equals(type)) {
      throw new Refused(Errors.WRONG_CONTENT_TYPE, type);
    }
  }

  /** Whether reading failed because the client sends too slowly, stopped to send, or went away. */
  static boolean tooSlow(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean refused = cause instanceof HttpException http && http.getCode() == Errors.BODY_TOO_SLOW.status();
      if (refused || cause instanceof TimeoutException || cause instanceof EofException) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a body whose stated length is too large before any of it is kept. */
  static void requireAtMost(Context context, long maxBytes) throws IOException {
    if (context.req().getContentLengthLong() > maxBytes) {
      throw tooLarge(context, maxBytes);
    }
  }

  private static Refused tooLarge(Context context, long maxBytes) throws IOException {
    drain(context);
    return tooLarge(maxBytes);
  }

  /**
   * Call before refusing an unread body. A client that is still sending does not read: what it sends is thrown away,
   * within bounds, so that it gets to see the answer rather than a broken connection. Only for clients that are
   * known; see {@link StrangerBodies}.
   */
  public static void drain(Context context) throws IOException {
    byte[] scratch = new byte[1 << 16];
    InputStream in = context.req().getInputStream();
    long drained = 0;
    for (int n = 0; n >= 0 && drained < MAX_DRAINED; drained += n) {
      n = in.read(scratch);
    }
  }

  static Refused tooLarge(long maxBytes) {
    return new Refused(Errors.BODY_TOO_LARGE, sizeText(maxBytes)).with("maxBytes", maxBytes);
  }

  private static String sizeText(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
  }
}
