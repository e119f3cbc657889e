package shotdeed.server.complain.bundle;

import java.util.List;
import java.util.SortedSet;
import shotdeed.ledger.NoteKey;
import shotdeed.server.complain.paper.EvidenceCase.LogFacts;

/** What the log adds to a bundle. */
public interface BundleLog {
  /**
   * What is to be proven.
   *
   * @param sealedSha256 of the sealed list
   * @param sealedParts how many parts it names
   * @param certificates that the evidence rests on
   */
  record Subject(int seller, int complaint, String sealedSha256, int sealedParts, SortedSet<Integer> certificates) {}

  /**
   * A file of the bundle.
   *
   * @param path in the zip
   */
  record File(String path, byte[] content) {}

  /** What the log proves of a complaint: proofs first, then what others say of the log. */
  record Proven(LogFacts facts, List<File> files) {}

  /** Proves a complaint's evidence, and the certificates with all that followed on them. */
  Proven of(Subject subject);

  /** What the log is called. */
  String origin();

  /** The key that signs for it. */
  NoteKey key();

  /** A text signed by the log's key, as a note. */
  String sign(String text);
}
