package shotdeed.server.proof;

import java.time.Instant;

/**
 * A file in a certificate's proof folder.
 *
 * @param id of this use of the file for this certificate
 * @param seller whose it is
 * @param file number of the file, the same for all its uses
 * @param name as it was uploaded
 * @param facts what the file says of itself
 * @param addedBy name of the person
 * @param removedAt {@code null} while it stands
 */
public record Proof(
    int id,
    int seller,
    int certificate,
    int file,
    ProofKind kind,
    String sha256,
    long bytes,
    String name,
    FileFacts facts,
    String addedBy,
    Instant addedAt,
    Instant removedAt) {
  /** Whether it counts. */
  public boolean stands() {
    return removedAt == null;
  }

  /** Whether a small picture of it can be shown. */
  public boolean shown() {
    return facts.looks() != null;
  }
}
