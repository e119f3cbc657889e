package shotdeed.server.dispute;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The proof folders behind certificates, for the reviewer of a dispute, who alone sees two sellers' beside each other. */
public interface ProofFolders {
  /** Where no proofs are kept. */
  ProofFolders NONE = new ProofFolders() {
    @Override
    public List<Proof> of(int certificate) {
      return List.of();
    }

    @Override
    public Path file(int certificate, int proof) {
      return null;
    }
  };

  /**
   * One file of a folder. Its own name is no part of it: it may name the side.
   *
   * @param kind its words are the messages {@code proof.kind.KIND}, such as {@code camera-original}
   */
  record Proof(int id, String kind, long bytes, String sha256, Instant addedAt) {}

  /** What a certificate's folder holds, the oldest first. */
  List<Proof> of(int certificate);

  /** A file of the folder, untouched; {@code null} if the certificate has none of that number. */
  Path file(int certificate, int proof) throws IOException;
}
