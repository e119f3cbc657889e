package shotdeed.wire;

import java.util.List;
import shotdeed.fingerprint.Fingerprint;

/**
 * A seller's monitor library, as the browser holds it to match pages without asking the server.
 *
 * @param kernel version that computed the fingerprints, 0 to 65,535, see {@code Kernel.VERSION}
 * @param missing monitored certificates that are not in it, because the server has no fingerprints of this version of
 *     them (yet), 0 or more
 * @param certificates by ascending number
 */
public record Snapshot(int kernel, int missing, List<Certificate> certificates) {
  /** The most fingerprints that a certificate may have. */
  public static final int MAX_FINGERPRINTS = 255;

  /**
   * A certificate.
   *
   * @param number 1 or more
   * @param fingerprints up to {@link #MAX_FINGERPRINTS}
   */
  public record Certificate(int number, List<Fingerprint> fingerprints) {
    public Certificate {
      if (number < 1) {
        throw new IllegalArgumentException("a certificate's number is 1 or more, not " + number);
      }
      if (fingerprints.size() > MAX_FINGERPRINTS) {
        throw new IllegalArgumentException(
            "a certificate has at most " + MAX_FINGERPRINTS + " fingerprints, not " + fingerprints.size());
      }
    }
  }

  public Snapshot {
    if (kernel < 0 || kernel > 0xffff) {
      throw new IllegalArgumentException("a kernel's version is 0 to 65535, not " + kernel);
    }
    if (missing < 0) {
      throw new IllegalArgumentException("the certificates that are missing are 0 or more, not " + missing);
    }
    int last = 0;
    for (int i = 0; i < certificates.size(); i++) {
      int number = certificates.get(i).number();
      if (number <= last) {
        throw new IllegalArgumentException("certificate " + number + " comes after " + last);
      }
      last = number;
    }
  }

  /** All fingerprints of all certificates. */
  public int fingerprints() {
    int count = 0;
    for (int i = 0; i < certificates.size(); i++) {
      count += certificates.get(i).fingerprints().size();
    }
    return count;
  }
}
