package shotdeed.server.dispute;

import java.time.Instant;
import shotdeed.server.platform.Database;

/** Disputes on a server for tests. */
public final class TestDisputes {
  private TestDisputes() {}

  /** Compares no uploads: most tests have several sellers certify the same photograph, and mean nothing by it. */
  public static void off(Database database, Instant now) {
    set(database, false, now);
  }

  /** Compares uploads, as a server does unless it is told not to. */
  public static void on(Database database, Instant now) {
    set(database, true, now);
  }

  private static void set(Database database, boolean atUpload, Instant now) {
    database.write(handle -> {
      DisputeSettings.put(handle, new DisputeSettings(atUpload, 3), null, now);
      return null;
    });
  }
}
