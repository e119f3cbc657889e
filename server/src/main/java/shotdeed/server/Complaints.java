package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.account.Devices;
import shotdeed.server.complain.ComplaintRoutes;
import shotdeed.server.complain.Evidence;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.console.ComplaintPages;
import shotdeed.server.console.Desk;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Origin;

/** The use cases of forecasts, complaints and their evidence. */
public final class Complaints {
  private final PolicyLibrary policies;
  private final ForecastShop forecast;
  private final PrepareComplaint prepare;
  private final RecordCaseNumber recordCaseNumber;
  private final ListComplaints list;
  private final Evidence evidence;

  Complaints(Database database, PolicyLibrary policies, FileStore files, FreeSpace space, InstantSource clock) {
    this.policies = policies;
    forecast = new ForecastShop(database, policies, clock);
    evidence = new Evidence(database, files, Version.current(), clock);
    prepare = new PrepareComplaint(database, files, space, forecast, evidence, clock);
    recordCaseNumber = new RecordCaseNumber(database, clock);
    list = new ListComplaints(database);
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

  public ListComplaints list() {
    return list;
  }

  ComplaintRoutes routes(Devices devices, Origin origin, Incoming incoming) {
    return new ComplaintRoutes(devices, forecast, prepare, recordCaseNumber, list, evidence, origin, incoming);
  }

  ComplaintPages pages(Desk desk, ListSightings sightings) {
    return new ComplaintPages(desk, list, sightings, policies, recordCaseNumber, evidence);
  }
}
