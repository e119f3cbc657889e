package shotdeed.ledger.verify;

import java.util.List;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.SignedNote;

/** Who else than the operator says that a checkpoint existed, and since when. */
final class Stamps {
  static final String FOLDER = "stamps/";

  private Stamps() {}

  static Stamps read(Bundle bundle, KeyChain chain, Crypto crypto, Checks checks) {
    return new Stamps();
  }

  List<Logged.Attested> over(Checkpoint checkpoint) {
    return List.of();
  }

  List<Logged.Attested> witnesses(SignedNote checkpoint) {
    return List.of();
  }
}
