package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.second.WorkingCalendar;
import shotdeed.server.complain.ComplaintRoutes;
import shotdeed.server.complain.Evidence;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.Lodged;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.PrepareMany;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.complain.bundle.BundleRoutes;
import shotdeed.server.complain.bundle.LedgerProofs;
import shotdeed.server.complain.bundle.PackBundle;
import shotdeed.server.complain.bundle.PicturesAhead;
import shotdeed.server.complain.fields.SubmitForm;
import shotdeed.server.complain.forecast.KnownPoints;
import shotdeed.server.complain.risk.RiskData;
import shotdeed.server.complain.risk.RiskGate;
import shotdeed.server.console.ComplaintPages;
import shotdeed.server.console.ComplaintRiskPart;
import shotdeed.server.console.Desk;
import shotdeed.server.console.EvidencePages;
import shotdeed.server.console.OutcomeView;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;

/** The use cases of forecasts, complaints and their evidence. */
public final class Complaints implements AutoCloseable {
  private final Policies policies;
  private final KnownPoints knownPoints;
  private final RiskData riskData = RiskData.bundled();
  private final ForecastShop forecast;
  private final PrepareComplaint prepare;
  private final PrepareMany many;
  private final RecordCaseNumber recordCaseNumber;
  private final ListComplaints list;
  private final Evidence evidence;
  private final PackBundle bundle;
  private final PicturesAhead ahead;
  private final OutsideProofs outside;

  Complaints(
      Base base,
      Policies policies,
      Supplier<WorkingCalendar> calendar,
      Ledger ledger,
      OutsideProofs outside,
      Lodged lodged) {
    Database database = base.database();
    FileStore files = base.files();
    FreeSpace space = base.space();
    InstantSource clock = base.clock();
    this.policies = policies;
    this.outside = outside;
    ahead = new PicturesAhead(base.derived());
    forecast = new ForecastShop(database, policies, calendar, clock);
    knownPoints = new KnownPoints(database, policies, clock);
    evidence = new Evidence(database, files, Version.current(), clock);
    RiskGate gate = new RiskGate(riskData, clock);
    prepare = new PrepareComplaint(database, files, space, forecast, gate, evidence, this::sealed, clock);
    many = new PrepareMany(database, files, space, forecast, evidence, prepare, this::sealed, clock);
    recordCaseNumber = new RecordCaseNumber(database, lodged, clock);
    list = new ListComplaints(database);
    LedgerProofs log = new LedgerProofs(database, ledger, outside.source(), clock);
    bundle = new PackBundle(evidence, database, base.derived(), base.decoder(), log, clock);
  }

  private void sealed(int complaint) {
    outside.sealed();
    ahead.want(evidence.originals(complaint));
  }

  /** Small copies of originals, made before anybody asks. */
  public PicturesAhead ahead() {
    return ahead;
  }

  public Policies policies() {
    return policies;
  }

  RiskData riskData() {
    return riskData;
  }

  ForecastShop forecast() {
    return forecast;
  }

  KnownPoints knownPoints() {
    return knownPoints;
  }

  PrepareComplaint prepare() {
    return prepare;
  }

  PrepareMany many() {
    return many;
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

  RecordCaseNumber recordCaseNumber() {
    return recordCaseNumber;
  }

  List<RouteGroup> routes(Devices devices, Origin origin, Incoming incoming, SubmitForm submit) {
    return List.of(
        new ComplaintRoutes(devices, forecast, prepare, submit, list, origin, incoming),
        new BundleRoutes(devices, bundle));
  }

  List<RouteGroup> pages(
      Desk desk, ListSightings sightings, FormTexts texts, Risks risks, OutcomeView outcomes) {
    return List.of(
        new ComplaintPages(
            desk,
            list,
            sightings,
            policies,
            texts.submit(),
            texts.lodged(),
            texts.handOver(),
            new ComplaintRiskPart(risks.read()),
            outcomes),
        new EvidencePages(desk, list, bundle));
  }

  @Override
  public void close() {
    ahead.close();
  }
}
