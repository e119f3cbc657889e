package shotdeed.server.certify;

import java.util.List;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.TestServer;
import shotdeed.server.platform.Database;

/** The fingerprints that a store holds, and how an update of the program finds them. */
final class StoredPrints {
  /** The version before the program's own. */
  static final int BEFORE = Kernel.VERSION - 1;

  private StoredPrints() {}

  static void sql(TestServer server, String statement) {
    server.server().features().database().write(handle -> handle.execute(statement));
  }

  /** As a server of the version before left them. */
  static void ageAll(TestServer server) {
    sql(server, "update fingerprint set kernel = " + BEFORE);
  }

  /** Every fingerprint's certificate and version. */
  static List<String> of(Database database) {
    return database.read(handle ->
        handle.createQuery(
                "select distinct certificate_id || ':' || kernel from fingerprint order by certificate_id, kernel")
            .mapTo(String.class)
            .list());
  }
}
