package shotdeed.server.dispute;

import java.io.IOException;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.platform.Database;

/** Both certificates of a dispute at once. */
final class Sides {
  private Sides() {}

  /** Brings what is in memory of both in line with the store. */
  static void follow(Database database, Library library, int dispute) throws IOException {
    for (Side side : Side.values()) {
      int certificate = database.read(handle -> DisputeStore.one(handle, dispute)).certificate(side);
      int seller = database.read(handle -> CertificateStore.find(handle, certificate)).seller();
      library.follow(database, seller, certificate);
    }
  }
}
