package shotdeed.server.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shotdeed.server.dispute.ProofFolders;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;

/**
 * Proof folders as the reviewer of a dispute sees them: what stands in them, untouched. Who may ask is decided, and put on
 * record, where disputes are read.
 */
public final class DisputedFolders implements ProofFolders {
  private final Database database;
  private final FileStore files;

  public DisputedFolders(Database database, FileStore files) {
    this.database = database;
    this.files = files;
  }

  @Override
  public List<Proof> of(int certificate) {
    return database.read(handle -> ProofStore.of(handle, certificate)).stream()
        .filter(proof -> proof.stands())
        .map(proof -> new Proof(
            proof.id(), proof.kind().text(), proof.bytes(), proof.sha256(), proof.addedAt()))
        .toList();
  }

  @Override
  public Path file(int certificate, int proof) throws IOException {
    var found = database.read(handle -> ProofStore.find(handle, certificate, proof));
    if (found == null || !found.stands()) {
      return null;
    }
    Path file = files.path(found.sha256());
    return Files.exists(file) ? file : null;
  }
}
