package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.console.Desk;
import shotdeed.server.console.VerifyPages;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.server.verify.CertificateLog;
import shotdeed.server.verify.CheckBundle;
import shotdeed.server.verify.StateAt;

/** What everybody may check: bundles and certificates. */
final class Verifying {
  private Verifying() {}

  static RouteGroup pages(
      Desk desk, Database database, Incoming incoming, StrangerBodies strangers, InstantSource clock) {
    CertificateLog log = certificate -> List.of();
    return new VerifyPages(desk, new CheckBundle(), new StateAt(log), incoming, strangers, clock);
  }
}
