package shotdeed.ledger.verify;

import java.util.List;
import shotdeed.ledger.JdkCrypto;

/** What the verifier says of a bundle, as tests read it. */
final class Verified {
  private Verified() {}

  /** To somebody who knows the bundle's own key. */
  static Verification verify(TestBundle bundle) {
    return BundleVerifier.verify(bundle.zip(), List.of(bundle.log.key().fingerprint()), new JdkCrypto());
  }

  /** Code, part and values of each fault. */
  static List<String> faults(Verification result) {
    return result.faults().stream().map(fault -> fault.code() + " " + fault.part() + " " + fault.values()).toList();
  }
}
