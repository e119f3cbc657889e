package shotdeed.wire;

import java.util.List;
import shotdeed.fingerprint.Fingerprint;

/**
 * A seller's monitor library, as the browser holds it to match pages without asking the server.
 *
 * @param kernel version that computed the fingerprints, 0 to 65,535, see {@code Kernel.VERSION}
 * @param entries in the order of the certificates' numbers
 */
public record Snapshot(int kernel, List<Entry> entries) {
  /**
   * One fingerprint of a certificate.
   *
   * @param certificate number of the certificate, 1 or more
   */
  public record Entry(int certificate, Fingerprint fingerprint) {
    public Entry {
      if (certificate < 1) {
        throw new IllegalArgumentException("a certificate's number is 1 or more, not " + certificate);
      }
    }
  }

  public Snapshot {
    if (kernel < 0 || kernel > 0xffff) {
      throw new IllegalArgumentException("a kernel's version is 0 to 65535, not " + kernel);
    }
  }
}
