package shotdeed.server;

import java.util.List;
import org.jdbi.v3.core.HandleConsumer;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.complain.Evidence;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FileSweep;
import shotdeed.server.proof.ProofStore;

/** Which stored files have a record: of everything that stores some, for whoever removes the others. */
final class RecordedFiles {
  private RecordedFiles() {}

  /** Removes the files that none of them names. */
  static FileSweep sweep(FileStore files, Database database, Evidence evidence) {
    return new FileSweep(
        files,
        List.of(
            to -> read(database, handle -> CertificateStore.files(handle, to)),
            to -> read(database, handle -> SightingStore.files(handle, to)),
            to -> read(database, handle -> ProofStore.files(handle, to)),
            evidence::files));
  }

  private static void read(Database database, HandleConsumer<RuntimeException> naming) {
    database.read(handle -> {
      naming.useHandle(handle);
      return null;
    });
  }
}
