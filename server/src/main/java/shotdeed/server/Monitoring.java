package shotdeed.server;

import java.time.InstantSource;
import shotdeed.server.account.Devices;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.console.Desk;
import shotdeed.server.console.MonitorPage;
import shotdeed.server.console.SightingPages;
import shotdeed.server.lookup.FeatureLibrary;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.LookRoutes;
import shotdeed.server.lookup.PictureJudge;
import shotdeed.server.lookup.StoredPhotographs;
import shotdeed.server.lookup.TakeLook;
import shotdeed.server.monitor.JudgeSighting;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.monitor.MatchPictures;
import shotdeed.server.monitor.MonitorRoutes;
import shotdeed.server.monitor.MonitorSteps;
import shotdeed.server.monitor.OwnShops;
import shotdeed.server.monitor.RecordSighting;
import shotdeed.server.monitor.Snapshots;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Turnstile;

/** The use cases of the monitor library and of what is seen of it. */
public final class Monitoring {
  private final MonitorSteps steps;
  private final TakeLook look;
  private final Snapshots snapshots;
  private final MatchPictures match;
  private final RecordSighting record;
  private final ListSightings list;
  private final JudgeSighting judged;
  private final OwnShops shops;
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
    look = new TakeLook(database, library, features, photographs, judge);
    snapshots = new Snapshots(database, library);
    match = new MatchPictures(library);
    PictureJudge pictures = new PictureJudge(library, features, photographs, judge);
    record = new RecordSighting(database, library, files, space, turnstile, decoder, pictures, clock);
    list = new ListSightings(database, files, derived);
    judged = new JudgeSighting(database, clock);
    shops = new OwnShops(database, clock);
  }

  public MonitorSteps steps() {
    return steps;
  }

  public ListSightings list() {
    return list;
  }

  MonitorRoutes routes(Devices devices, Incoming incoming) {
    return new MonitorRoutes(devices, steps, snapshots, match, record, list, judged, incoming);
  }

  LookRoutes looks(Devices devices) {
    return new LookRoutes(devices, look);
  }

  MonitorPage library(Desk desk, ListCertificates certificates, Refingerprint refingerprint) {
    return new MonitorPage(desk, certificates, steps, snapshots, refingerprint, shops);
  }

  SightingPages sightings(Desk desk, ListCertificates certificates, Complaints complaints) {
    return new SightingPages(
        desk,
        list,
        judged,
        shops,
        certificates,
        complaints.forecast(),
        complaints.policies(),
        complaints.prepare(),
        clock);
  }
}
