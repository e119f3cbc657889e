package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.digest.Hex;
import shotdeed.digest.Sha256;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.LogRecord;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SealedList;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;
import shotdeed.ledger.Utf8;

/** The records of a bundle: that each stands in the log, and says what its place in the bundle says. */
final class Proofs {
  static final String FOLDER = "proofs/";
  static final String ENDING = ".tlog-proof";
  static final String EVIDENCE = FOLDER + "evidence" + ENDING;

  static final String PREDECESSOR = FOLDER + "predecessor" + ENDING;
  private static final String CERTIFICATE = FOLDER + "certificate-";

  private final Bundle bundle;
  private final BundleContents contents;
  private final Checks checks;
  private final Effort effort;
  private final Stamps stamps;
  private final Witnesses witnesses;
  private final KeyChain chain;

  /** Notes that were checked, by their hashes: proofs share their checkpoints. */
  private final Map<String, Boolean> signed = new HashMap<>();

  private final List<Logged> records = new ArrayList<>();
  private final List<Checkpoint> roots = new ArrayList<>();

  /** The last known state of the log before; {@code null} if the bundle's log is the first, or does not say. */
  private Checkpoint predecessor;

  Proofs(Bundle bundle, BundleContents contents, NoteKey key, Effort effort, Checks checks) {
    this.bundle = bundle;
    this.contents = contents;
    this.checks = checks;
    this.effort = effort;
    chain = KeyChain.read(bundle, key, effort, checks);
    stamps = Stamps.read(bundle, contents, effort, checks);
    witnesses = Witnesses.read(bundle, effort, checks);
    roots.addAll(stamps.checkpoints());
  }

  /** Fingerprints of the bundle's key and of those that it followed on, the newest first. */
  List<String> keys() {
    return chain.fingerprints();
  }

  /** The record of the evidence, or {@code null}. */
  static LogRecord evidence(List<Logged> records) {
    for (Logged each : records) {
      if (each.part().equals(EVIDENCE)) {
        return each.record();
      }
    }
    return null;
  }

  /** Checks all proofs; returns the records that stand in the log. */
  List<Logged> read() {
    if (bundle.has(PREDECESSOR)) {
      proof(PREDECESSOR);
    }
    boolean evidence = false;
    for (SealedList.Part file : contents.files()) {
      String path = file.path();
      if (path.startsWith(FOLDER) && path.endsWith(ENDING)) {
        evidence |= path.equals(EVIDENCE);
        if (bundle.has(path) && !path.equals(PREDECESSOR)) {
          proof(path);
        }
      }
    }
    if (!evidence) {
      checks.bad(Check.MISSING, EVIDENCE, "", "");
    }
    requireOneLog();
    return List.copyOf(records);
  }

  private void proof(String path) {
    effort.record();
    TlogProof proof;
    LogRecord record;
    Checkpoint checkpoint;
    boolean leads;
    try {
      proof = TlogProof.parse(bundle.text(path, TlogProof.MAX));
      record = LogRecord.ofExtra(proof.extra());
      checkpoint = proof.claimed();
      leads = proof.leadsToItsRoot();
    } catch (Malformed e) {
      checks.bad(Check.PROOF, path, "form", e.getMessage());
      return;
    }
    boolean ours = checkpoint.origin().equals(contents.origin());
    boolean before = predecessor != null && predecessor.origin().equals(checkpoint.origin());
    String wrong = !ours && !before
        ? "origin"
        : !isSigned(proof.checkpoint(), checkpoint.origin()) ? "signature" : leads ? "" : "path";
    if (!checks.add(Check.PROOF, path, wrong.isEmpty(), wrong)) {
      return;
    }
    roots.add(checkpoint);
    List<Logged.Attested> by = new ArrayList<>(stamps.over(checkpoint));
    by.addAll(witnesses.of(proof.checkpoint(), path));
    by.sort((one, other) -> one.time().compareTo(other.time()));
    Logged logged = new Logged(
        path, record, checkpoint.origin(), proof.index(), checkpoint.size(), List.copyOf(by));
    if (fits(logged)) {
      records.add(logged);
    }
  }

  private boolean isSigned(SignedNote note, String origin) {
    // No lambda: the browser's compiler would have every function of a map wait for signatures.
    String hash = Sha256.hex(Utf8.bytes(note.format()));
    if (!signed.containsKey(hash)) {
      signed.put(hash, chain.signed(note, origin));
    }
    return signed.get(hash);
  }

  /** A proof of something else under this name proves nothing of the bundle. */
  private boolean fits(Logged logged) {
    LogRecord record = logged.record();
    String path = logged.part();
    String kind = record.kind();
    String wrong = "";
    if (!UtcTime.is(record.time())) {
      wrong = "time";
    } else if (path.equals(EVIDENCE)) {
      wrong = !kind.equals("evidence") ? "kind" : differs(record, "complaint", String.valueOf(contents.complaint()));
    } else if (path.equals(PREDECESSOR)) {
      wrong = !kind.equals("predecessor") || logged.index() != 0 ? "kind" : precedes(record);
    } else if (path.startsWith(CERTIFICATE)) {
      wrong = ofCertificate(record, path.substring(CERTIFICATE.length(), path.length() - ENDING.length()));
    } else {
      wrong = "kind";
    }
    if (wrong.isEmpty() && kind.equals("predecessor")) {
      checks.good(Check.PREDECESSOR, path, record.field("origin"), record.field("size"), record.field("root"));
    }
    return checks.add(Check.RECORD, path, wrong.isEmpty(), kind, wrong);
  }

  /** Takes the log before for one that proofs may lead to. */
  private String precedes(LogRecord record) {
    try {
      Checkpoint last =
          Checkpoint.parse(record.field("origin") + "\n" + record.field("size") + "\n" + record.field("root") + "\n");
      if (last.origin().equals(contents.origin())) {
        return "origin";
      }
      predecessor = last;
      roots.add(last);
      return "";
    } catch (Malformed e) {
      return "root";
    }
  }

  /** @param name such as {@code 12} or, of what followed, {@code 12-1} */
  private static String ofCertificate(LogRecord record, String name) {
    int dash = name.indexOf('-');
    boolean first = dash < 0;
    String kind = record.kind();
    if (first ? !kind.equals("certificate") : !kind.equals("decision") && !kind.equals("state")) {
      return "kind";
    }
    if (first && !Hex.isHash(record.field("original-sha256"))) {
      return "original-sha256";
    }
    return differs(record, "certificate", first ? name : name.substring(0, dash));
  }

  private static String differs(LogRecord record, String field, String value) {
    return record.field(field).equals(value) ? "" : field;
  }

  /** Of each log: one size, one root; a later leaf, no earlier time; and nothing behind the end that its successor named. */
  private void requireOneLog() {
    boolean one = true;
    Map<String, Checkpoint> byPlace = new HashMap<>();
    for (Checkpoint root : roots) {
      Checkpoint same = byPlace.put(root.origin() + "\n" + root.size(), root);
      boolean beyond =
          predecessor != null && root.origin().equals(predecessor.origin()) && root.size() > predecessor.size();
      one &= (same == null || same.isSame(root)) && !beyond;
    }
    if (!one) {
      checks.bad(Check.LOG, "", "roots");
    }
    List<Logged> inOrder = new ArrayList<>(records);
    inOrder.sort((a, b) -> isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0);
    for (int i = 1; i < inOrder.size(); i++) {
      Logged before = inOrder.get(i - 1);
      Logged after = inOrder.get(i);
      if (!isBefore(before, after)) {
        checks.bad(Check.LOG, after.part(), "doubled", before.part());
        one = false;
      } else if (seconds(after).compareTo(seconds(before)) < 0) {
        checks.bad(Check.LOG, after.part(), "time", before.part());
        one = false;
      }
    }
    if (one && !records.isEmpty() && followsOn()) {
      checks.good(Check.LOG, "", contents.origin());
    }
  }

  /** The log before comes before all of the bundle's own. */
  private boolean isBefore(Logged one, Logged other) {
    return one.origin().equals(other.origin())
        ? one.index() < other.index()
        : !one.origin().equals(contents.origin());
  }

  /** What followed on a certificate is numbered without a gap, in the order of the log. */
  private boolean followsOn() {
    boolean right = true;
    Map<String, Logged> last = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (Logged each : records) {
      if (!each.part().startsWith(CERTIFICATE)) {
        continue;
      }
      String name = each.part().substring(CERTIFICATE.length(), each.part().length() - ENDING.length());
      int dash = name.indexOf('-');
      String number = dash < 0 ? name : name.substring(0, dash);
      Logged before = last.put(number, each);
      int place = count.merge(number, 1, Integer::sum) - 1;
      boolean here = dash < 0 ? place == 0 : place > 0 && name.substring(dash + 1).equals(String.valueOf(place));
      if (!here || before != null && !isBefore(before, each)) {
        checks.bad(Check.LOG, each.part(), "order", before == null ? "" : before.part());
        right = false;
      }
    }
    return right;
  }

  private static String seconds(Logged logged) {
    return logged.record().time().substring(0, 19);
  }
}
