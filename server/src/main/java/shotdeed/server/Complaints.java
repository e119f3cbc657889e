package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.Derived;
import shotdeed.server.complain.ComplaintRoutes;
import shotdeed.server.complain.Evidence;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.complain.bundle.BundleRoutes;
import shotdeed.server.complain.bundle.LedgerProofs;
import shotdeed.server.complain.bundle.PackBundle;
import shotdeed.server.console.ComplaintPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.EvidencePages;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;

/** The use cases of forecasts, complaints and their evidence. */
public final class Complaints {
  private final PolicyLibrary policies;
  private final ForecastShop forecast;
  private final PrepareComplaint prepare;
  private final RecordCaseNumber recordCaseNumber;
  private final ListComplaints list;
  private final Evidence evidence;
  private final PackBundle bundle;

  Complaints(
      Database database,
      PolicyLibrary policies,
      FileStore files,
      FreeSpace space,
      Ledger ledger,
      OutsideProofs outside,
      Derived derived,
      PictureDecoder decoder,
      InstantSource clock) {
    this.policies = policies;
    forecast = new ForecastShop(database, policies, clock);
    evidence = new Evidence(database, files, Version.current(), clock);
    prepare = new PrepareComplaint(database, files, space, forecast, evidence, outside::sealed, clock);
    recordCaseNumber = new RecordCaseNumber(database, clock);
    list = new ListComplaints(database);
    LedgerProofs log = new LedgerProofs(database, ledger, outside.source(), clock);
    bundle = new PackBundle(evidence, database, derived, decoder, log, clock);
  }

  PolicyLibrary policies() {
    return policies;
  }

  ForecastShop forecast() {
    return forecast;
  }

  PrepareComplaint prepare() {
    return prepare;
  }

  Evidence evidence() {
    return evidence;
  }

  PackBundle bundle() {
    return bundle;
  }

  public ListComplaints list() {
    return list;
  }

  List<RouteGroup> routes(Devices devices, Origin origin, Incoming incoming) {
    return List.of(
        new ComplaintRoutes(devices, forecast, prepare, recordCaseNumber, list, origin, incoming),
        new BundleRoutes(devices, bundle));
  }

  List<RouteGroup> pages(Desk desk, ListSightings sightings) {
    return List.of(
        new ComplaintPages(desk, list, sightings, policies, recordCaseNumber),
        new EvidencePages(desk, list, bundle));
  }
}
