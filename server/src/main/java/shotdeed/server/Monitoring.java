package shotdeed.server;

import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.console.Desk;
import shotdeed.server.console.ForecastLine;
import shotdeed.server.console.LicencePages;
import shotdeed.server.console.SightingPages;
import shotdeed.server.console.TriagePages;
import shotdeed.server.lookup.FeatureLibrary;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.LookRoutes;
import shotdeed.server.lookup.PictureJudge;
import shotdeed.server.lookup.StoredPhotographs;
import shotdeed.server.lookup.TakeLook;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.MatchPictures;
import shotdeed.server.monitor.MonitorRoutes;
import shotdeed.server.monitor.MonitorSteps;
import shotdeed.server.monitor.RecordSighting;
import shotdeed.server.monitor.Snapshots;
import shotdeed.server.monitor.VoidCertificate;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Turnstile;
import shotdeed.server.triage.Decide;
import shotdeed.server.triage.JudgeSighting;
import shotdeed.server.triage.Licences;
import shotdeed.server.triage.OwnShops;
import shotdeed.server.triage.TriageQueue;
import shotdeed.server.triage.Undo;

/** The use cases of the monitor library and of what is seen of it. */
public final class Monitoring {
  private final MonitorSteps steps;
  private final VoidCertificate voids;
  private final MonitorLibrary library;
  private final TakeLook look;
  private final Snapshots snapshots;
  private final MatchPictures match;
  private final RecordSighting record;
  private final ListSightings list;
  private final JudgeSighting judged;
  private final OwnShops shops;
  private final Decide decide;
  private final Undo undo;
  private final TriageQueue queue;
  private final Licences licences;
  private final InstantSource clock;

  Monitoring(
      Database database,
      Library library,
      FeatureLibrary features,
      StoredPhotographs photographs,
      Judge judge,
      FileStore files,
      FreeSpace space,
      Turnstile turnstile,
      PictureDecoder decoder,
      Derived derived,
      InstantSource clock) {
    this.clock = clock;
    steps = new MonitorSteps(database, library, clock);
    this.library = new MonitorLibrary(database, library, clock);
    voids = new VoidCertificate(database, library, clock);
    look = new TakeLook(database, library, features, photographs, judge);
    snapshots = new Snapshots(database, library);
    match = new MatchPictures(library);
    PictureJudge pictures = new PictureJudge(library, features, photographs, judge);
    record = new RecordSighting(database, library, files, space, turnstile, decoder, pictures, clock);
    list = new ListSightings(database, files, derived);
    decide = new Decide(database, clock);
    judged = new JudgeSighting(database, decide, clock);
    shops = new OwnShops(database, decide, clock);
    undo = new Undo(database, clock);
    queue = new TriageQueue(database, clock);
    licences = new Licences(database, clock);
  }

  public MonitorSteps steps() {
    return steps;
  }

  public VoidCertificate voids() {
    return voids;
  }

  public ListSightings list() {
    return list;
  }

  Licences licences() {
    return licences;
  }

  MonitorRoutes routes(Devices devices, Incoming incoming) {
    return new MonitorRoutes(
        devices, steps, voids, snapshots, match, record, list, judged::notACopy, judged::takeBack, incoming);
  }

  LookRoutes looks(Devices devices) {
    return new LookRoutes(devices, look);
  }

  /** Search, views, and steps of many at once. */
  public MonitorLibrary library() {
    return library;
  }

  List<RouteGroup> libraryPages(Desk desk, ListCertificates certificates, Refingerprint refingerprint) {
    return library.pages(desk, certificates, snapshots, refingerprint, shops);
  }

  /** What people decide about copies found, and whom they excuse. */
  List<RouteGroup> triage(Desk desk, ListCertificates certificates, Complaints complaints) {
    ForecastLine forecast = new ForecastLine(complaints.forecast(), complaints.policies());
    return List.of(
        new TriagePages(desk, queue, decide, undo, licences, list, certificates, forecast),
        new LicencePages(desk, licences));
  }

  SightingPages sightings(Desk desk, ListCertificates certificates, Complaints complaints, Risks risks) {
    return new SightingPages(
        desk,
        list,
        judged,
        shops,
        certificates,
        complaints.forecast(),
        complaints.knownPoints(),
        complaints.policies(),
        complaints.prepare(),
        risks.read(),
        clock);
  }
}
