package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.console.Desk;
import shotdeed.server.console.VerifyPages;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.server.verify.CertificateLog;
import shotdeed.server.verify.CheckBundle;
import shotdeed.server.verify.StateAt;
import shotdeed.server.verify.StoredRecords;

/** What everybody may check: bundles and certificates. */
final class Verifying {
  private Verifying() {}

  static RouteGroup pages(
      Desk desk,
      Database database,
      Ledger ledger,
      Incoming incoming,
      StrangerBodies strangers,
      InstantSource clock) {
    CertificateLog log = new StoredRecords(database, ledger);
    return new VerifyPages(desk, new CheckBundle(), new StateAt(log), incoming, strangers, clock);
  }
}
