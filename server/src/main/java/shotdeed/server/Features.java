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
import shotdeed.server.certify.LogCertificates;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.second.OverdueMail;
import shotdeed.server.certify.subject.EligibleCategories;
import shotdeed.server.console.Assets;
import shotdeed.server.console.BrowserPages;
import shotdeed.server.console.CategoryPages;
import shotdeed.server.console.CertificatePages;
import shotdeed.server.console.Desk;
import shotdeed.server.console.EntryPages;
import shotdeed.server.console.FingerprintPages;
import shotdeed.server.console.LeavePages;
import shotdeed.server.console.OverviewPage;
import shotdeed.server.console.PublishPages;
import shotdeed.server.console.ReceiptPages;
import shotdeed.server.console.UploadPages;
import shotdeed.server.console.VoidPages;
import shotdeed.server.leave.CloseSeller;
import shotdeed.server.leave.ExportSeller;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.LogMemory;
import shotdeed.server.ledger.LogRoutes;
import shotdeed.server.ledger.receipt.Receipts;
import shotdeed.server.lookup.CertifiedOverlay;
import shotdeed.server.lookup.FeatureLibrary;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.JudgeOthers;
import shotdeed.server.lookup.StoredPhotographs;
import shotdeed.server.penalty.PolicyLibrary;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
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
  private final Base base;
  private final Database database;
  private final Ledger ledger;
  private final OutsideProofs outside;
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
  private final FeatureLibrary featureLibrary;
  private final Monitoring monitoring;
  private final CopyToPublish copyToPublish;
  private final CopiesToPublish copiesToPublish;
  private final Cases cases;
  private final Reporting reporting;
  private final ExportSeller exportSeller;
  private final FileSweep sweep;
  private final Proofs proofs;
  private final Uploads uploads;
  private final Deliveries deliveries;
  private final Watching watching;
  private final Refingerprint refingerprint;

  private Features(Base base, PolicyLibrary policies) {
    Settings settings = base.settings();
    DataFolder folder = base.folder();
    FileStore files = base.files();
    FreeSpace space = base.space();
    Incoming incoming = base.incoming();
    Turnstile turnstile = base.turnstile();
    PictureDecoder decoder = base.decoder();
    Derived derived = base.derived();
    Origin origin = base.origin();
    StrangerBodies strangers = base.strangers();
    InstantSource clock = base.clock();
    this.base = base;
    database = base.database();
    Library library = Library.load(database);
    ledger = new Ledger(database, folder.keys(), new LogMemory(settings.logMemory()), clock);
    ledger.open();
    outside = new OutsideProofs(settings.outside(), folder.keys(), ledger, strangers, database, clock);
    outside.lookBack();
    LogCertificates.makeUp(database, clock);
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
    monitoring = new Monitoring(
        database, library, featureLibrary, photographs, judge, files, space, turnstile, decoder, derived, clock);
    copyToPublish = new CopyToPublish(database, files, turnstile, clock);
    copiesToPublish = new CopiesToPublish(database, copyToPublish);
    deliveries = new Deliveries(settings.privateTargets(), database, clock);
    reporting =
        new Reporting(database, derived, people.post(), deliveries, origin, folder.temporary(), clock);
    proofs = new Proofs(admission, database, files, incoming, derived, turnstile, decoder, clock);
    cases = new Cases(
        base, policies, reviews.calendar(), ledger, outside, monitoring.list(), proofs.folder(), people.post());
    exportSeller = new ExportSeller(database, files, cases.complaints().evidence(), clock);
    uploads = new Uploads(database, certifyUpload, folder.uploads(), space, clock);
    watching = new Watching(database, clock);
    sweep = RecordedFiles.sweep(files, database, cases.complaints().evidence());
  }

  private int missing(Caller caller) {
    return refingerprint.missing(caller.seller());
  }

  static Features open(Settings settings, DataFolder folder, InstantSource clock) {
    // Read beside the store: each takes a good part of the start.
    CompletableFuture<PolicyLibrary> policies = CompletableFuture.supplyAsync(PolicyLibrary::bundled);
    Database database = Database.open(folder.database());
    try {
      return new Features(Base.of(settings, folder, database, clock), policies.join());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The routes for programs. */
  List<RouteGroup> routes() {
    List<RouteGroup> routes = new ArrayList<>(List.of(
        new HealthRoutes(database),
        new DescriptionRoutes(),
        new AccountRoutes(
            sessions,
            devices,
            pairing,
            base.strangers(),
            this::missing,
            Version.current(),
            base.settings().secure()),
        new CertificateRoutes(
            devices, certifyUpload, secondReview, listCertificates, certificatePicture, base.incoming()),
        monitoring.routes(devices, base.incoming()),
        monitoring.looks(devices),
        new LogRoutes(database, ledger)));
    routes.addAll(cases.routes(devices));
    routes.addAll(watching.routes(devices));
    routes.addAll(outside.routes());
    return routes;
  }

  /** The routes for people. */
  List<RouteGroup> pages(Desk desk) {
    List<RouteGroup> pages = new ArrayList<>(ownPages(desk));
    pages.addAll(cases.pages(desk));
    pages.addAll(monitoring.triage(desk, listCertificates, cases.complaints()));
    pages.addAll(reporting.pages(desk));
    pages.addAll(people.pages(desk));
    pages.addAll(monitoring.libraryPages(desk, listCertificates, refingerprint));
    pages.add(new LeavePages(desk, exportSeller, new CloseSeller(database, base.clock())));
    pages.addAll(reviews.pages(desk));
    pages.add(watching.pages(desk, monitoring.list()));
    pages.add(Verifying.pages(desk, database, ledger, base.incoming(), base.strangers(), base.clock()));
    return pages;
  }

  private List<RouteGroup> ownPages(Desk desk) {
    return List.of(
        new Assets(),
        new EntryPages(desk, base.strangers()),
        new OverviewPage(
            desk,
            listCertificates,
            devices,
            monitoring.list(),
            cases.complaints().list(),
            refingerprint,
            reviews.queue(),
            reviews.disputes(),
            deliveries.read()::lost,
            monitoring.licences(),
            outside::status,
            cases.accusationsDue(),
            cases.batches().letters()::due,
            cases.outcoming().due()),
        new FingerprintPages(desk, refingerprint),
        new UploadPages(desk, new PlainUpload(certifyUpload, base.incoming().folder()), eligibleCategories, base.incoming()),
        uploads.steps(desk),
        new CategoryPages(desk, eligibleCategories),
        new CertificatePages(
            desk,
            listCertificates,
            certificatePicture,
            secondReview,
            monitoring.steps(),
            monitoring.voids(),
            reviews.queue(),
            reviews.ownDispute(),
            proofs.folder(),
            copiesToPublish),
        new VoidPages(desk, listCertificates, monitoring.voids()),
        new ReceiptPages(desk, listCertificates, new Receipts(database, ledger)),
        new PublishPages(desk, copyToPublish, copiesToPublish),
        proofs.pages(desk),
        monitoring.sightings(desk, listCertificates, cases.complaints(), cases.risks()),
        new BrowserPages(desk, devices, pairing, base.origin()),
        deliveries.pages(desk));
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

  /** The monitor library and what was seen. */
  public Monitoring monitoring() {
    return monitoring;
  }

  /** Complaints, their forms and their outcomes. */
  public Cases cases() {
    return cases;
  }

  /** Theft reports. */
  public Reporting reporting() {
    return reporting;
  }

  public Origin origin() {
    return base.origin();
  }

  /** The log of what was certified, decided and sealed. */
  public Ledger ledger() {
    return ledger;
  }

  public Refingerprint refingerprint() {
    return refingerprint;
  }

  public FeatureLibrary featureLibrary() {
    return featureLibrary;
  }

  /** Webhooks, and whom the daily report is mailed to. */
  public Deliveries deliveries() {
    return deliveries;
  }

  Uploads uploads() {
    return uploads;
  }

  FileSweep sweep() {
    return sweep;
  }

  /** What others say about the log's times. */
  public OutsideProofs outside() {
    return outside;
  }

  @Override
  public void close() {
    outside.close();
    deliveries.close();
    cases.close();
    uploads.close();
    reporting.close();
    monitoring.library().close();
    reviews.close();
    people.close();
    refingerprint.close();
    featureLibrary.close();
    sweep.close();
    database.close();
  }
}
