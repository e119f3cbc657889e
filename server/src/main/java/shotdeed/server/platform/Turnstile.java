package shotdeed.server.platform;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Lets a few through at a time: whole pictures are in memory behind it, so its width bounds the memory. */
public final class Turnstile {
  private final Semaphore permits;

  /**
   * @param width how many at a time, in the order of their coming
   */
  public Turnstile(int width) {
    this.permits = new Semaphore(width, true);
  }

  /** Work that reads or writes files. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Does the work when its turn has come. */
  public <T> T pass(Work<T> work) throws IOException {
    permits.acquireUninterruptibly();
    try {
      return work.run();
    } finally {
      permits.release();
    }
  }
}
