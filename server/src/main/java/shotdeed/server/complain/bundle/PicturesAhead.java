package shotdeed.server.complain.bundle;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.certify.Derived;
import shotdeed.server.platform.Errand;

/**
 * Makes the small copies of originals that a bundle's PDF shows while the seller still reads what was sealed: to decode
 * a telephone's photograph takes a third of a second, and a complaint can rest on fifty. What is lost when the program
 * ends is made by the first bundle instead.
 */
public final class PicturesAhead implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PicturesAhead.class);

  private final Queue<String> wanted = new ConcurrentLinkedQueue<>();
  private final Derived derived;
  private final Errand errand = new Errand("pictures of a bundle", this::run);

  public PicturesAhead(Derived derived) {
    this.derived = derived;
  }

  /** Has the copies of these originals made; returns at once. */
  public void want(Iterable<String> sha256s) {
    sha256s.forEach(wanted::add);
    errand.wake();
  }

  private void run() {
    for (String sha256 = wanted.poll(); sha256 != null && !Thread.interrupted(); sha256 = wanted.poll()) {
      try {
        derived.of(sha256, Derived.Size.VIEW);
      } catch (IOException | RuntimeException e) {
        LOG.warn("no small copy of {} could be made ahead: {}", sha256, e.toString());
      }
    }
  }

  /** Waits until all that was wanted is made. */
  public void settle() throws ExecutionException, InterruptedException {
    errand.settled().get();
  }

  @Override
  public void close() {
    errand.close();
  }
}
