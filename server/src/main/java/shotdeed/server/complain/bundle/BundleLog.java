package shotdeed.server.complain.bundle;

import java.util.List;
import java.util.Set;
import shotdeed.server.complain.paper.EvidenceCase.LogFacts;

/** What the log adds to a bundle. */
public interface BundleLog {
  /**
   * A file of the bundle.
   *
   * @param path in the zip
   */
  record File(String path, byte[] content) {}

  /**
   * What the log proves of a complaint.
   *
   * @param facts {@code null} if it holds nothing of it
   * @param files proofs first, then stamps, each kind in the order of its names
   */
  record Proven(LogFacts facts, List<File> files) {}

  /** Proves a complaint's evidence and the certificates that it rests on, as far as they were logged. */
  Proven of(int complaint, Set<Integer> certificates);

  /** What the log is called. */
  String origin();

  /** A text signed by the log's key, as a note. */
  String sign(String text);
}
