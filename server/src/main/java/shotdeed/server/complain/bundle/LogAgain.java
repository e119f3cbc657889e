package shotdeed.server.complain.bundle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import shotdeed.server.ledger.Leaf;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.platform.Database;

/**
 * Finds what stands in the log about a complaint, and logs what does not: evidence that was sealed before there was a
 * log, and what an earlier log holds since a successor started. It is logged under the time of now; nothing is dated
 * back.
 */
final class LogAgain {
  private static final String EVIDENCE = "evidence";
  private static final String CERTIFICATE = "certificate";

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;

  LogAgain(Database database, Ledger ledger, InstantSource clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Leaves of the log in use.
   *
   * @param certificates of each its own leaf, then what followed on it
   */
  record Leaves(Leaf evidence, SortedMap<Integer, List<Leaf>> certificates) {}

  Leaves run(BundleLog.Subject subject) {
    int log = ledger.number();
    Leaves found = database.read(handle -> find(handle, log, subject));
    if (found != null) {
      return found;
    }
    database.write(handle -> {
      LogStore.append(handle, clock.instant(), missing(handle, log, subject));
      return null;
    });
    Leaves logged = database.read(handle -> find(handle, log, subject));
    if (logged == null) {
      throw new IllegalStateException("a certificate of complaint " + subject.complaint() + " was never logged");
    }
    return logged;
  }

  /** All of them, or {@code null} if one is missing. */
  private static Leaves find(Handle handle, int log, BundleLog.Subject subject) {
    Leaf evidence = evidence(handle, log, subject);
    SortedMap<Integer, List<Leaf>> certificates = new TreeMap<>();
    for (int certificate : subject.certificates()) {
      certificates.put(certificate, inUse(LogStore.ofCertificate(handle, certificate), log));
    }
    boolean all = evidence != null && certificates.values().stream().noneMatch(List::isEmpty);
    return all ? new Leaves(evidence, certificates) : null;
  }

  private static Leaf evidence(Handle handle, int log, BundleLog.Subject subject) {
    Leaf found = null;
    for (Leaf leaf : LogStore.ofComplaint(handle, subject.complaint())) {
      boolean same = leaf.kind().equals(EVIDENCE)
          && leaf.entry().field("sealed-sha256").equals(subject.sealedSha256());
      if (same && leaf.log() == log) {
        found = found == null ? leaf : found;
      }
    }
    return found;
  }

  /** From the last leaf that logs the certificate itself on. */
  private static List<Leaf> inUse(List<Leaf> leaves, int log) {
    List<Leaf> found = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (leaf.log() == log) {
        if (leaf.kind().equals(CERTIFICATE)) {
          found.clear();
          found.add(leaf);
        } else if (!found.isEmpty()) {
          found.add(leaf);
        }
      }
    }
    return found;
  }

  private List<LogEntry> missing(Handle handle, int log, BundleLog.Subject subject) {
    List<LogEntry> missing = new ArrayList<>();
    for (int certificate : subject.certificates()) {
      List<Leaf> leaves = LogStore.ofCertificate(handle, certificate);
      if (inUse(leaves, log).isEmpty()) {
        for (Leaf leaf : fromTheCertificateOn(leaves)) {
          // What the log before held unsigned was logged again when this one started, and is among those of this.
          if (leaf.log() == log || ledger.isCovered(leaf)) {
            missing.add(again(leaf, subject.seller(), certificate));
          }
        }
      }
    }
    if (evidence(handle, log, subject) == null) {
      missing.add(LogEntry.ofComplaint(
          EVIDENCE,
          subject.seller(),
          subject.complaint(),
          "sealed-sha256", subject.sealedSha256(),
          "sealed-parts", subject.sealedParts()));
    }
    return missing;
  }

  private static List<Leaf> fromTheCertificateOn(List<Leaf> leaves) {
    int first = 0;
    for (int i = 0; i < leaves.size(); i++) {
      first = leaves.get(i).kind().equals(CERTIFICATE) ? i : first;
    }
    return leaves.subList(first, leaves.size());
  }

  /** The same again, under the time of now. */
  private static LogEntry again(Leaf leaf, int seller, int certificate) {
    Map<String, String> fields = new LinkedHashMap<>(leaf.entry().fields());
    fields.remove("kind");
    fields.remove("time");
    return new LogEntry(leaf.kind(), seller, certificate, null, fields);
  }
}
