package shotdeed.server.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts failures by address, so that guessing soon becomes waiting. Successes are never counted, and stopped only by
 * {@link #require}.
 */
public final class RateLimit {
  private static final int MAX_ADDRESSES = 10_000;

  private final Cache<String, AtomicInteger> failures;
  private final int allowed;
  private final Duration window;

  /**
   * @param allowed failures of one address within {@code window}, counted from the first
   */
  public RateLimit(int allowed, Duration window) {
    this(allowed, window, Ticker.systemTicker());
  }

  RateLimit(int allowed, Duration window, Ticker ticker) {
    this.allowed = allowed;
    this.window = window;
    this.failures =
        Caffeine.newBuilder().expireAfterWrite(window).maximumSize(MAX_ADDRESSES).ticker(ticker).build();
  }

  /**
   * Call before an attempt whose right answer could be guessed: then even the right one waits.
   *
   * @throws Refused with {@link Errors#TOO_MANY_ATTEMPTS} if as many as are allowed have failed
   */
  public void require(String address) {
    AtomicInteger count = failures.getIfPresent(address);
    if (count != null && count.get() >= allowed) {
      throw tooMany();
    }
  }

  /**
   * Call when an attempt failed.
   *
   * @throws Refused with {@link Errors#TOO_MANY_ATTEMPTS} if it was one too many
   */
  public void failed(String address) {
    AtomicInteger count = failures.get(address, a -> new AtomicInteger());
    if (count.incrementAndGet() > allowed) {
      throw tooMany();
    }
  }

  private Refused tooMany() {
    return new Refused(Errors.TOO_MANY_ATTEMPTS, window.toMinutes()).with("retryAfter", window.toSeconds());
  }
}
