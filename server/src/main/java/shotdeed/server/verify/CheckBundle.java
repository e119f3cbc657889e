package shotdeed.server.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;

/** Checks bundles for strangers: a few at a time, one an address, and so many an hour. Nothing of them is kept. */
public final class CheckBundle {
  /** Bytes of a bundle that is uploaded; larger ones are for the offline page and the command. */
  public static final int MAX_BYTES = 64 << 20;

  /** Bundles in memory at a time. */
  private static final int AT_ONCE = 4;

  private static final int AN_HOUR = 60;
  private static final int RETRY_SECONDS = 30;

  private final Crypto crypto = new PlatformCrypto();
  private final RateLimit asked = new RateLimit(AN_HOUR, Duration.ofHours(1));
  private final Set<String> addresses = new HashSet<>();

  /** Receives and checks one bundle. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Runs the work of one address, from the first byte that it sends on.
   *
   * @throws Refused if the address has another at work or asked too often, or too many others are at work
   */
  public <T> T inTurn(String address, Work<T> work) throws IOException {
    asked.failed(address); // counts each, not only what failed
    synchronized (addresses) {
      if (addresses.size() >= AT_ONCE || !addresses.add(address)) {
        throw new Refused(Errors.BUSY).with("retryAfter", RETRY_SECONDS);
      }
    }
    try {
      return work.run();
    } finally {
      synchronized (addresses) {
        addresses.remove(address);
      }
    }
  }

  /** Checks a bundle; {@code key} is a fingerprint that the person knows, or {@code null}. */
  public Verification run(byte[] zip, String key) {
    return BundleVerifier.verify(zip, key == null ? List.of() : List.of(key), crypto);
  }
}
