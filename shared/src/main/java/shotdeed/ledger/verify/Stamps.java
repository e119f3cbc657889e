package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  static final String STAMP = ".tsr";
  static final String STAMPED = ".checkpoint";
  private static final int MAX_CHECKPOINT = 4 << 10;

  /** Stamps of one state of the log. */
  private static final int MAX = 16;

  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final Map<String, List<Logged.Attested>> byText = new HashMap<>();

  private Stamps() {}

  static Stamps read(Bundle bundle, BundleContents contents, Crypto crypto, Checks checks) {
    Stamps stamps = new Stamps();
    for (SealedList.Part file : contents.files()) {
      String path = file.path();
      if (path.startsWith(FOLDER) && path.endsWith(STAMP) && bundle.has(path)) {
        stamps.read(bundle, path, crypto, checks);
      }
      // What nothing stamps is nobody's word.
      String stamp = path.replace(STAMPED, STAMP);
      if (path.startsWith(FOLDER) && path.endsWith(STAMPED) && !bundle.has(stamp)) {
        checks.bad(Check.STAMP, path, "", "", stamp);
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
      Checkpoint checkpoint = Checkpoint.parse(bundle.text(stamped, MAX_CHECKPOINT));
      TimeStamp stamp = TimeStamp.check(
          bundle.content(path, TimeStamp.MAX_BYTES), bundle.content(stamped, MAX_CHECKPOINT), crypto);
      if (!byText.containsKey(checkpoint.text())) {
        byText.put(checkpoint.text(), new ArrayList<>());
        checkpoints.add(checkpoint);
      }
      List<Logged.Attested> by = byText.get(checkpoint.text());
      if (by.size() == MAX) {
        throw new Malformed("too many stamps of one state");
      }
      checks.good(Check.STAMP, path, stamp.authority(), stamp.time(), stamp.fingerprint());
      by.add(new Logged.Attested(Check.STAMP, stamp.authority(), stamp.fingerprint(), stamp.time()));
    } catch (Malformed | StampRefused e) {
      checks.bad(Check.STAMP, path, "", "", e.getMessage());
    }
  }

  /** States of the log that were stamped. */
  List<Checkpoint> checkpoints() {
    return List.copyOf(checkpoints);
  }

  /** Who stamped a checkpoint. */
  List<Logged.Attested> over(Checkpoint checkpoint) {
    List<Logged.Attested> by = byText.get(checkpoint.text());
    return by == null ? List.of() : by;
  }
}
