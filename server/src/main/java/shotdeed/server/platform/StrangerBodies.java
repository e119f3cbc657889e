package shotdeed.server.platform;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what clients send before anybody knows who they are: pairing codes, sign-in codes, the choice of a language.
 * Such a body is small, has to arrive within a time, and only a part of the server's threads waits for such bodies, so
 * that clients who send slowly on purpose leave the others to everybody else.
 */
public final class StrangerBodies {
  /** Bytes of such a body. */
  static final int MAX_BYTES = 16 << 10;

  /** Bodies at a time: a quarter of the server's threads. */
  private static final int AT_ONCE = WebServer.THREADS / 4;

  private static final Duration TIME = Duration.ofSeconds(10);

  /** Thrown away of a body that is too large, so that its client gets to see the answer. */
  private static final int MAX_DRAINED = 1 << 20;

  private final BoundedBodies bodies;

  public StrangerBodies() {
    this(AT_ONCE, TIME);
  }

  /**
   * @param atOnce bodies at a time, further ones are refused
   * @param time in which a body has to arrive
   */
  StrangerBodies(int atOnce, Duration time) {
    this.bodies = new BoundedBodies(atOnce, time, MAX_BYTES, MAX_DRAINED);
  }

  /**
   * Reads a JSON body; otherwise as {@link Bodies#json}.
   *
   * @throws Refused also if it does not arrive in time, or too many others are waited for
   */
  public <T> T json(Context context, Class<T> type) throws IOException {
    return bodies.json(context, type, body -> body);
  }

  /** Reads a body of any type; otherwise as {@link #json}. */
  public byte[] bytes(Context context) throws IOException {
    return bodies.read(context);
  }

  /**
   * Reads the fields of a form, the first of each name; what is no form has none.
   *
   * @throws Refused as {@link #json}
   */
  public Map<String, String> form(Context context) throws IOException {
    Map<String, String> fields = new HashMap<>();
    String type = context.contentType();
    if (type == null || !type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)) {
      return fields;
    }
    for (String pair : new String(bodies.read(context), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone % stands for itself
    }
  }
}
