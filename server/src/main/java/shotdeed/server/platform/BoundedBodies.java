package shotdeed.server.platform;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies of which only so many are waited for and held at a time: each has to arrive within a time, so that clients
 * who send slowly on purpose do not keep the places of the others.
 */
public final class BoundedBodies {
  private static final int CHUNK = 16 << 10;

  private final Semaphore places;
  private final Duration time;
  private final int maxBytes;
  private final int maxDrained;

  /**
   * @param atOnce bodies at a time, further ones are refused
   * @param time in which a body has to arrive
   * @param maxBytes of a body
   * @param maxDrained bytes thrown away of a body that is too large, so that its client gets to see the answer
   */
  public BoundedBodies(int atOnce, Duration time, int maxBytes, int maxDrained) {
    this.places = new Semaphore(atOnce);
    this.time = time;
    this.maxBytes = maxBytes;
    this.maxDrained = maxDrained;
  }

  /** Work on a body that was read. */
  public interface Work<T, R> {
    R run(T body) throws IOException;
  }

  /**
   * Reads a JSON body and works on it; the body keeps its place until the work is done.
   *
   * @throws Refused if it is too large, of another type or of the wrong shape, does not arrive in time, or too many
   *     others are held
   */
  public <T, R> R json(Context context, Class<T> type, Work<T, R> work) throws IOException {
    Bodies.requireJson(context);
    take();
    try {
      return work.run(Json.read(inTime(context), type));
    } finally {
      places.release();
    }
  }

  /** Reads a body of a stated type and works on it; otherwise as {@link #json}. */
  public <R> R bytes(Context context, String type, Work<byte[], R> work) throws IOException {
    Bodies.requireType(context, type);
    take();
    try {
      return work.run(inTime(context));
    } finally {
      places.release();
    }
  }

  /** Reads a body of any type; otherwise as {@link #json}. */
  byte[] read(Context context) throws IOException {
    take();
    try {
      return inTime(context);
    } finally {
      places.release();
    }
  }

  private void take() {
    if (!places.tryAcquire()) {
      throw new Refused(Errors.BUSY).with("retryAfter", time.toSeconds());
    }
  }

  private byte[] inTime(Context context) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    InputStream in = context.req().getInputStream();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] scratch = new byte[CHUNK];
    long length = 0;
    while (length <= maxDrained) {
      int n = in.read(scratch);
      if (n < 0) {
        break;
      }
      length += n;
      if (length <= maxBytes) {
        kept.write(scratch, 0, n);
      }
      if (System.nanoTime() - end > 0) {
        throw new Refused(Errors.BODY_TOO_SLOW);
      }
    }
    if (length > maxBytes) {
      throw Bodies.tooLarge(maxBytes);
    }
    return kept.toByteArray();
  }
}
