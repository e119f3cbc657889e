package shotdeed.ledger.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import shotdeed.ledger.BundleContents;
import shotdeed.ledger.StoredZip;

/**
 * The result of checking a bundle.
 *
 * @param keys fingerprints of the key that signed the list of contents and of those that it followed on, the newest first;
 *     none if no key could be read
 * @param contents the signed list; {@code null} if it could not be read
 * @param checks all that was looked at, in order
 * @param records that stand in the log: of the log before if there is one, then as the bundle has them
 * @param parts whose content is the one that the signed list names, none if that is not signed
 */
public record Verification(
    Verdict verdict,
    List<String> keys,
    BundleContents contents,
    List<Check> checks,
    List<Logged> records,
    List<StoredZip.Part> parts) {
  /** Fingerprint of the key that signed the list of contents; empty if no key could be read. */
  public String fingerprint() {
    return keys.isEmpty() ? "" : keys.get(0);
  }

  /** The same result to somebody who knows other keys. */
  public Verification knowing(Collection<String> fingerprints) {
    if (verdict == Verdict.TAMPERED) {
      return this;
    }
    boolean known = false;
    for (String key : keys) {
      known |= fingerprints.contains(key);
    }
    return new Verification(known ? Verdict.VALID : Verdict.UNKNOWN_KEY, keys, contents, checks, records, parts);
  }

  /** What does not hold. */
  public List<Check> faults() {
    List<Check> faults = new ArrayList<>();
    for (Check check : checks) {
      if (!check.ok()) {
        faults.add(check);
      }
    }
    return faults;
  }

  /**
   * Paths of the parts that may be shown as evidence: what was sealed, the masked screenshot, and the originals; nothing
   * that was only packed along with them.
   */
  public Set<String> evidence() {
    Set<String> paths = new LinkedHashSet<>();
    for (Check check : checks) {
      boolean is = check.code().equals(Check.SEALED) || check.code().equals(Check.ORIGINAL);
      if (is && check.ok()) {
        paths.add(check.part());
      }
    }
    paths.add(SealedParts.MASKED);
    return paths;
  }

  /** Paths of the parts that something is wrong with, each once. */
  public Set<String> faultyParts() {
    Set<String> paths = new LinkedHashSet<>();
    for (Check fault : faults()) {
      if (!fault.part().isEmpty()) {
        paths.add(fault.part());
      }
    }
    return paths;
  }
}
