package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Crypto;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.stamp.StampRefused;
import shotdeed.ledger.stamp.TimeStamp;

/** Time stamps of the bundle: each is over the text of a checkpoint, and reaches the records whose proofs lead there. */
final class Stamps {
  static final String FOLDER = "stamps/";

  private static final String STAMP = ".tsr";
  private static final String STAMPED = ".checkpoint";

  private final List<Stamped> all = new ArrayList<>();

  private Stamps() {}

  private record Stamped(Checkpoint checkpoint, Logged.Attested by) {}

  static Stamps read(Bundle bundle, BundleContents contents, Crypto crypto, Checks checks) {
    Stamps stamps = new Stamps();
    for (SealedList.Part file : contents.files()) {
      String path = file.path();
      if (path.startsWith(FOLDER) && path.endsWith(STAMP) && bundle.has(path)) {
        stamps.read(bundle, path, crypto, checks);
      }
    }
    return stamps;
  }

  private void read(Bundle bundle, String path, Crypto crypto, Checks checks) {
    String stamped = path.substring(0, path.length() - STAMP.length()) + STAMPED;
    if (!bundle.has(stamped)) {
      checks.bad(Check.STAMP, path, "", "", stamped);
      return;
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(bundle.text(stamped));
      TimeStamp stamp = TimeStamp.check(bundle.content(path), bundle.content(stamped), crypto);
      checks.good(Check.STAMP, path, stamp.authority(), stamp.time(), stamp.fingerprint());
      all.add(new Stamped(
          checkpoint, new Logged.Attested(Check.STAMP, stamp.authority(), stamp.fingerprint(), stamp.time())));
    } catch (Malformed | StampRefused e) {
      checks.bad(Check.STAMP, path, "", "", e.getMessage());
    }
  }

  /** States of the log that were stamped. */
  List<Checkpoint> checkpoints() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (Stamped stamped : all) {
      checkpoints.add(stamped.checkpoint());
    }
    return checkpoints;
  }

  /** Who stamped a checkpoint. */
  List<Logged.Attested> over(Checkpoint checkpoint) {
    List<Logged.Attested> by = new ArrayList<>();
    for (Stamped stamped : all) {
      if (stamped.checkpoint().isSame(checkpoint)) {
        by.add(stamped.by());
      }
    }
    return by;
  }
}
