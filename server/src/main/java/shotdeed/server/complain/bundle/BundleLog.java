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

  /**
   * What the log proves of a complaint: proofs first, then what others say of the log.
   *
   * @param origin of the log
   * @param key that signs for it
   */
  record Proven(LogFacts facts, List<File> files, String origin, NoteKey key) {}

  /** The log was succeeded by another, or another key signs, while something was made of it: it is to be made anew. */
  final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved(Throwable cause) {
      super("the log or its key changed", cause);
    }
  }

  /**
   * Proves a complaint's evidence, and the certificates with all that followed on them.
   *
   * @throws Moved if the log or its key changed meanwhile
   */
  Proven of(Subject subject);

  /**
   * A text signed by the log's key, as a note.
   *
   * @throws Moved if the log or its key is another than what proved
   */
  String sign(String text, Proven as);
}
