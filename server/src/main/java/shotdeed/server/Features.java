package shotdeed.server;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import shotdeed.server.account.AccountRoutes;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.account.FirstStart;
import shotdeed.server.account.Pairing;
import shotdeed.server.account.Sessions;
import shotdeed.server.certify.Admission;
import shotdeed.server.certify.CertificatePicture;
import shotdeed.server.certify.CertificateRoutes;
import shotdeed.server.certify.CertifyUpload;
import shotdeed.server.certify.Derived;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.ListCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.second.OverdueMail;
import shotdeed.server.certify.subject.EligibleCategories;
import shotdeed.server.complain.ComplaintRoutes;
import shotdeed.server.complain.Evidence;
import shotdeed.server.complain.ForecastShop;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.PrepareComplaint;
import shotdeed.server.complain.RecordCaseNumber;
import shotdeed.server.console.Assets;
import shotdeed.server.console.BrowserPages;
import shotdeed.server.console.CategoryPages;
import shotdeed.server.console.CertificatePages;
import shotdeed.server.console.ComplaintPages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.EntryPages;
import shotdeed.server.console.FingerprintPages;
import shotdeed.server.console.LeavePages;
import shotdeed.server.console.MonitorPage;
import shotdeed.server.console.OverviewPage;
import shotdeed.server.console.PublishPages;
import shotdeed.server.console.SightingPages;
import shotdeed.server.console.UploadPages;
import shotdeed.server.leave.CloseSeller;
import shotdeed.server.leave.ExportSeller;
import shotdeed.server.lookup.CertifiedOverlay;
import shotdeed.server.lookup.FeatureLibrary;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.JudgeOthers;
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
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileCache;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FileSweep;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Incoming;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.server.platform.Turnstile;
import shotdeed.server.publish.CopiesToPublish;
import shotdeed.server.publish.CopyToPublish;
import shotdeed.server.upload.PlainUpload;

/** The use cases of all features over one store. */
public final class Features implements AutoCloseable {
  /** Whole pictures in memory at a time, at most 32 MiB of file each. */
  private static final int PICTURES_AT_ONCE = 4;

  /** Bytes of smaller copies, some tens of thousands of them. */
  private static final long MAX_CACHE = 512L << 20;

  private final Settings settings;
  private final InstantSource clock;
  private final Incoming incoming;
  private final Database database;
  private final FirstStart firstStart;
  private final Sessions sessions;
  private final Devices devices;
  private final Pairing pairing;
  private final PeopleFeature people;
  private final EligibleCategories eligibleCategories;
  private final CertifyUpload certifyUpload;
  private final SecondReview secondReview;
  private final Reviews reviews;
  private final ListCertificates listCertificates;
  private final CertificatePicture certificatePicture;
  private final MonitorSteps monitorSteps;
  private final FeatureLibrary featureLibrary;
  private final TakeLook takeLook;
  private final Snapshots snapshots;
  private final MatchPictures matchPictures;
  private final RecordSighting recordSighting;
  private final ListSightings listSightings;
  private final JudgeSighting judgeSighting;
  private final OwnShops ownShops;
  private final CopyToPublish copyToPublish;
  private final CopiesToPublish copiesToPublish;
  private final PolicyLibrary policies;
  private final ForecastShop forecastShop;
  private final ExportSeller exportSeller;
  private final PrepareComplaint prepareComplaint;
  private final RecordCaseNumber recordCaseNumber;
  private final ListComplaints listComplaints;
  private final Evidence evidence;
  private final FileSweep sweep;
  private final Proofs proofs;
  private final Uploads uploads;
  private final Refingerprint refingerprint;
  private final Origin origin = new Origin();
  private final StrangerBodies strangers = new StrangerBodies();

  private Features(
      Settings settings, DataFolder folder, Database database, PolicyLibrary policies, InstantSource clock) {
    Turnstile turnstile = new Turnstile(PICTURES_AT_ONCE);
    FileStore files = new FileStore(folder.files(), folder.temporary());
    FreeSpace space = new FreeSpace(folder.root(), settings.freeSpaceFloor());
    PictureDecoder decoder = new PictureDecoder();
    Derived derived = new Derived(files, new FileCache(folder.cache(), MAX_CACHE), turnstile, decoder);
    Library library = Library.load(database);
    this.settings = settings;
    this.clock = clock;
    this.incoming = new Incoming(folder.temporary(), space);
    this.database = database;
    this.policies = policies;
    firstStart = new FirstStart(database, clock);
    sessions = new Sessions(database, clock);
    devices = new Devices(database, clock);
    pairing = new Pairing(database, clock);
    people = new PeopleFeature(settings.people(), database, sessions, strangers, origin, clock);
    secondReview = new SecondReview(database, library, clock);
    eligibleCategories = new EligibleCategories(database, clock);
    featureLibrary = new FeatureLibrary(database, library);
    StoredPhotographs photographs = new StoredPhotographs(database, files, decoder);
    Judge judge = new Judge();
    refingerprint = new Refingerprint(database, library, files, turnstile, decoder, clock);
    reviews = new Reviews(
        database,
        library,
        secondReview,
        files,
        turnstile,
        decoder,
        derived,
        new JudgeOthers(library, photographs, judge),
        refingerprint::start,
        new OverdueMail(database, people.post(), origin, clock),
        clock);
    Admission admission = new Admission(database, people.exam());
    certifyUpload = new CertifyUpload(
        admission,
        database,
        library,
        files,
        space,
        turnstile,
        decoder,
        new CertifiedOverlay(library, featureLibrary, photographs, judge),
        eligibleCategories,
        reviews.afterFirstReview(),
        clock);
    listCertificates = new ListCertificates(database);
    certificatePicture = new CertificatePicture(listCertificates, derived, files, database, clock);
    monitorSteps = new MonitorSteps(database, library, clock);
    takeLook = new TakeLook(database, library, featureLibrary, photographs, judge);
    snapshots = new Snapshots(database, library);
    matchPictures = new MatchPictures(library);
    PictureJudge pictureJudge = new PictureJudge(library, featureLibrary, photographs, judge);
    recordSighting = new RecordSighting(database, library, files, space, turnstile, decoder, pictureJudge, clock);
    listSightings = new ListSightings(database, files, derived);
    judgeSighting = new JudgeSighting(database, clock);
    ownShops = new OwnShops(database, clock);
    copyToPublish = new CopyToPublish(database, files, turnstile, clock);
    copiesToPublish = new CopiesToPublish(database, copyToPublish);
    forecastShop = new ForecastShop(database, policies, clock);
    evidence = new Evidence(database, files, Version.current(), clock);
    exportSeller = new ExportSeller(database, files, evidence, clock);
    prepareComplaint = new PrepareComplaint(database, files, space, forecastShop, evidence, clock);
    recordCaseNumber = new RecordCaseNumber(database, clock);
    listComplaints = new ListComplaints(database);
    proofs = new Proofs(admission, database, files, incoming, derived, turnstile, decoder, clock);
    uploads = new Uploads(database, certifyUpload, folder.uploads(), space, clock);
    sweep = RecordedFiles.sweep(files, database, evidence);
  }

  private int missing(Caller caller) {
    return refingerprint.missing(caller.seller());
  }

  static Features open(Settings settings, DataFolder folder, InstantSource clock) {
    // Read beside the store: each takes a good part of the start.
    CompletableFuture<PolicyLibrary> policies = CompletableFuture.supplyAsync(PolicyLibrary::bundled);
    Database database = Database.open(folder.database());
    try {
      return new Features(settings, folder, database, policies.join(), clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The routes for programs. */
  List<RouteGroup> routes() {
    return List.of(
        new HealthRoutes(database),
        new DescriptionRoutes(),
        new AccountRoutes(sessions, devices, pairing, strangers, this::missing, Version.current(), settings.secure()),
        new CertificateRoutes(
            devices, certifyUpload, secondReview, listCertificates, certificatePicture, incoming),
        new MonitorRoutes(
            devices, monitorSteps, snapshots, matchPictures, recordSighting, listSightings, judgeSighting, incoming),
        new LookRoutes(devices, takeLook),
        new ComplaintRoutes(
            devices,
            forecastShop,
            prepareComplaint,
            recordCaseNumber,
            listComplaints,
            evidence,
            origin,
            incoming));
  }

  /** The routes for people. */
  List<RouteGroup> pages(Desk desk) {
    List<RouteGroup> pages = new ArrayList<>(ownPages(desk));
    pages.addAll(people.pages(desk));
    pages.add(new LeavePages(desk, exportSeller, new CloseSeller(database, clock)));
    pages.addAll(reviews.pages(desk));
    return pages;
  }

  private List<RouteGroup> ownPages(Desk desk) {
    return List.of(
        new Assets(),
        new EntryPages(desk, strangers),
        new OverviewPage(
            desk, listCertificates, devices, listSightings, listComplaints, refingerprint, reviews.queue(), reviews.disputes()),
        new FingerprintPages(desk, refingerprint),
        new UploadPages(desk, new PlainUpload(certifyUpload, incoming.folder()), eligibleCategories, incoming),
        uploads.steps(desk),
        new CategoryPages(desk, eligibleCategories),
        new CertificatePages(
            desk,
            listCertificates,
            certificatePicture,
            secondReview,
            monitorSteps,
            reviews.queue(),
            reviews.ownDispute(),
            proofs.folder(),
            copiesToPublish),
        new PublishPages(desk, copyToPublish, copiesToPublish),
        proofs.pages(desk),
        new MonitorPage(desk, listCertificates, monitorSteps, snapshots, refingerprint, ownShops),
        new SightingPages(
            desk,
            listSightings,
            judgeSighting,
            ownShops,
            listCertificates,
            forecastShop,
            policies,
            prepareComplaint,
            clock),
        new ComplaintPages(desk, listComplaints, listSightings, policies, recordCaseNumber, evidence),
        new BrowserPages(desk, devices, pairing, origin));
  }

  public PeopleFeature people() {
    return people;
  }

  /** Second reviews and disputes. */
  public Reviews reviews() {
    return reviews;
  }

  public Database database() {
    return database;
  }

  public FirstStart firstStart() {
    return firstStart;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Devices devices() {
    return devices;
  }

  public Pairing pairing() {
    return pairing;
  }

  public CertifyUpload certifyUpload() {
    return certifyUpload;
  }

  public SecondReview secondReview() {
    return secondReview;
  }

  public ListCertificates listCertificates() {
    return listCertificates;
  }

  public CertificatePicture certificatePicture() {
    return certificatePicture;
  }

  public MonitorSteps monitorSteps() {
    return monitorSteps;
  }

  public RecordSighting recordSighting() {
    return recordSighting;
  }

  public ListSightings listSightings() {
    return listSightings;
  }

  public ForecastShop forecastShop() {
    return forecastShop;
  }

  public PrepareComplaint prepareComplaint() {
    return prepareComplaint;
  }

  public RecordCaseNumber recordCaseNumber() {
    return recordCaseNumber;
  }

  public ListComplaints listComplaints() {
    return listComplaints;
  }

  public Evidence evidence() {
    return evidence;
  }

  public Origin origin() {
    return origin;
  }

  public Refingerprint refingerprint() {
    return refingerprint;
  }

  public FeatureLibrary featureLibrary() {
    return featureLibrary;
  }

  Uploads uploads() {
    return uploads;
  }

  FileSweep sweep() {
    return sweep;
  }

  @Override
  public void close() {
    uploads.close();
    reviews.close();
    people.close();
    refingerprint.close();
    featureLibrary.close();
    sweep.close();
    database.close();
  }
}
