package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.account.Devices;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.complain.risk.ReadRisk;
import shotdeed.server.complain.risk.RiskData;
import shotdeed.server.complain.risk.RiskRoutes;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.proof.ProofFolder;

/** The use cases of what a complaint risks for the seller. */
final class Risks {
  private final ReadRisk read;

  Risks(Database database, ProofFolder folders, FormLibrary forms, RiskData data, InstantSource clock) {
    read = new ReadRisk(database, folders, forms, data, clock);
  }

  ReadRisk read() {
    return read;
  }

  RouteGroup routes(Devices devices) {
    return new RiskRoutes(devices, read);
  }
}
