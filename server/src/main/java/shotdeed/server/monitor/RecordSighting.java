package shotdeed.server.monitor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.model.Method;
import shotdeed.model.SightingState;
import shotdeed.model.Unjudged;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.PictureErrors;
import shotdeed.server.confirm.Affine;
import shotdeed.server.lookup.PictureJudge;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;
import shotdeed.server.platform.Turnstile;
import shotdeed.wire.Geometry;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SightingResult;

/**
 * Confirms a hit that a browser reports. The server hashes the picture's bytes itself and decides for itself; what the
 * browser found is kept as a claim and weighs nothing. Only a confirmed hit is kept, and with it the picture's bytes,
 * so that a page that vanishes is no loss.
 */
public final class RecordSighting {
  /** After which a report is sent again that names a certificate whose fingerprints are still to be computed. */
  private static final long RETRY_SECONDS = 60;

  private final Database database;
  private final Library library;
  private final FileStore files;
  private final FreeSpace space;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;
  private final Verdicts verdicts;
  private final AskSecondOpinion secondOpinion;
  private final ReadMarks marks;
  private final InstantSource clock;

  public RecordSighting(
      Database database,
      Library library,
      FileStore files,
      FreeSpace space,
      Turnstile turnstile,
      PictureDecoder decoder,
      PictureJudge judge,
      InstantSource clock) {
    this.database = database;
    this.library = library;
    this.files = files;
    this.space = space;
    this.turnstile = turnstile;
    this.decoder = decoder;
    this.verdicts = new Verdicts(database, library, judge);
    this.secondOpinion = new AskSecondOpinion(files, decoder);
    this.marks = new ReadMarks(files, decoder);
    this.clock = clock;
  }

  /**
   * Decides about a report. The same report sent again finds what it led to the first time.
   *
   * @param pictures as served; one, or each slice of the strip that the report names
   * @throws Refused also if nothing is found while the fingerprints of the certificate that the report names are still
   *     to be computed: the browser, which may know those of another version, then keeps the hit and asks again
   */
  SightingResult run(Caller caller, SightingReport stated, List<ReportedPicture> pictures) throws IOException {
    caller.requireTeam();
    SightingReport report = ReportFields.checked(stated);
    int known = database.read(handle -> SightingStore.ofReport(handle, caller.seller(), report.clientKey()));
    if (known != 0) {
      return result(caller, report.clientKey(), known);
    }
    if (!report.slices().isEmpty() && report.slices().size() != pictures.size()) {
      throw Fields.invalid("slices", "as many as there are parts picture");
    }
    long size = 0;
    for (ReportedPicture picture : pictures) {
      PictureErrors.requireSize(picture.content().size());
      size += picture.size();
    }
    space.require(size);
    return FreeSpace.orRefused(() -> turnstile.pass(() -> report.slices().isEmpty()
        ? decided(caller, report, pictures.get(0))
        : decided(caller, report, new ReportedStrip(report.slices(), pictures, decoder))));
  }

  /**
   * What is left of a picture once it was looked at; its pixels are not, so that the original has room.
   *
   * @param verdict {@code null} if it has nothing in common with any photograph
   * @param look {@code null} if it is no copy
   * @param copy what a mark is looked for in; {@code null} if it is no copy
   * @param map from the original to that, as if each were 1 wide and 1 high; {@code null} where it is not known
   */
  private record Judged(
      String mediaType,
      int width,
      int height,
      byte[] raster,
      Verdicts.Verdicted verdict,
      AskSecondOpinion.Look look,
      LumaImage copy,
      Affine map) {}

  /**
   * What shows the copy.
   *
   * @param picture of a strip, the slice with most of it: by the server's finding, not by the browser's
   * @param strip names the strip; empty for a picture alone
   * @param slices none for a picture alone
   */
  private record Shown(SeenPicture picture, Sighting.Captured file, String strip, List<Slice> slices) {
    /** SHA-256 of the pictures that show the copy. */
    List<String> hashes() {
      Stream<String> showing = slices.stream().filter(Slice::shows).map(slice -> slice.file().sha256());
      return Stream.concat(Stream.of(file.sha256()), showing).distinct().toList();
    }
  }

  private SightingResult decided(Caller caller, SightingReport report, ReportedPicture picture) throws IOException {
    byte[] bytes = picture.content().bytes();
    String sha256 = Secrets.sha256(bytes);
    boolean awaited = awaited(caller, report);
    Judged judged = judge(caller, sha256, picture.decode(decoder, bytes));
    if (judged.verdict() == null || !judged.verdict().isCopy()) {
      return noCopy(caller, report, judged.verdict(), awaited);
    }
    files.put(bytes);
    String rasterSha256 = judged.raster() == null ? null : files.put(judged.raster());
    Sighting.Captured file = new Sighting.Captured(
        sha256, bytes.length, judged.mediaType(), judged.width(), judged.height(), rasterSha256);
    return record(caller, report, judged, new Shown(report.picture(), file, "", List.of()));
  }

  /**
   * Decides about a strip. Several copies may be in one; the report is about the one that it names, if the server finds
   * that one too.
   */
  private SightingResult decided(Caller caller, SightingReport report, ReportedStrip strip) throws IOException {
    boolean awaited = awaited(caller, report);
    List<Verdicts.Verdicted> all = verdicts.ofStrip(caller, strip);
    Verdicts.Verdicted best = all.isEmpty() ? null : all.get(0);
    for (Verdicts.Verdicted one : all) {
      if (one.isCopy() && one.found().certificate() == report.certificate()) {
        best = one;
      }
    }
    if (best == null || !best.isCopy()) {
      return noCopy(caller, report, best, awaited);
    }
    Region region = best.found().region();
    strip.keep(files);
    int most = strip.most(region);
    Shown shown = new Shown(
        report.slices().get(most),
        strip.file(most),
        strip.name(best.found().certificate()),
        strip.showing(region));
    BufferedImage part = strip.cutOut(best.part());
    AskSecondOpinion.Look look = secondOpinion.look(part, Region.WHOLE, best.turn());
    Affine map = best.map() == null ? null : best.mapToPart();
    return record(caller, report, new Judged(null, 0, 0, null, best, look, ReadMarks.kept(part), map), shown);
  }

  /** To be asked before the look-up: fingerprints that arrive in between must not make its answer final. */
  private boolean awaited(Caller caller, SightingReport report) {
    return library.awaits(database, caller.seller(), report.certificate());
  }

  /** Nothing is kept of what is no copy; a related photograph is named. */
  private SightingResult noCopy(
      Caller caller, SightingReport report, Verdicts.Verdicted related, boolean awaited) {
    if (awaited) {
      throw new Refused(Errors.BUSY_WITH_FINGERPRINTS).with("retryAfter", RETRY_SECONDS);
    }
    if (related == null) {
      return new SightingResult(report.clientKey(), 0, Verdict.NONE.text(), null, null, null, 0, null, null);
    }
    Certificate certificate = database.read(handle ->
        CertificateStore.ofSeller(handle, caller.seller(), related.found().certificate()));
    return new SightingResult(
        report.clientKey(),
        0,
        Verdict.RELATED.text(),
        related.found().match(),
        certificate.summary(),
        null,
        0,
        related.geometry(),
        null);
  }

  private SightingResult record(Caller caller, SightingReport report, Judged judged, Shown shown) {
    Sighting.Found found = judged.verdict().found();
    String form = found.method() == Method.EXACT ? "" : judged.verdict().form().name().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    Instant seenAt = Times.of(report.seenAt());
    Sighting sighting = new Sighting(
        0,
        caller.seller(),
        SightingState.NEW,
        found,
        form,
        Kernel.VERSION,
        report.certificate(),
        report.listing(),
        shown.picture(),
        shown.file(),
        seenAt,
        now,
        ReportFields.day(seenAt, now),
        report.client(),
        caller.accountName(),
        1,
        0);
    boolean known = database.read(handle -> ofDay(handle, sighting, shown)) != 0;
    String original = original(caller, found);
    SecondOpinion opinion =
        known ? null : secondOpinion.compare(judged.look(), original, judged.verdict());
    ReadMark mark = known ? null : marks.read(judged.copy(), original, judged.map());
    Geometry geometry = judged.verdict().geometry();
    int id = database.write(handle -> store(handle, caller, report.clientKey(), sighting, geometry, opinion, mark, shown));
    return result(caller, report.clientKey(), id);
  }

  private Judged judge(Caller caller, String sha256, ReportedPicture.Decoded decoded) throws IOException {
    DecodedPicture picture = decoded.picture();
    Verdicts.Verdicted verdict = verdicts.ofPicture(caller, sha256, picture.luma());
    return new Judged(
        decoded.mediaType(),
        picture.width(),
        picture.height(),
        decoded.raster(),
        verdict,
        verdict == null || !verdict.isCopy()
            ? null
            : secondOpinion.look(picture.image(), verdict.part(), verdict.turn()),
        verdict == null || !verdict.isCopy() ? null : ReadMarks.kept(picture.image()),
        verdict == null ? null : verdict.map());
  }

  private String original(Caller caller, Sighting.Found found) {
    return database.read(handle -> CertificateStore.ofSeller(handle, caller.seller(), found.certificate()).sha256());
  }

  private static int ofDay(Handle handle, Sighting sighting, Shown shown) {
    return SightingStore.ofDay(handle, sighting, shown.strip(), shown.hashes());
  }

  /**
   * Stores what was found.
   *
   * @param opinion {@code null} if the sighting is already stored
   * @param mark {@code null} then too
   */
  private static int store(
      Handle handle,
      Caller caller,
      String clientKey,
      Sighting sighting,
      Geometry geometry,
      SecondOpinion opinion,
      ReadMark mark,
      Shown shown) {
    int known = SightingStore.ofReport(handle, caller.seller(), clientKey);
    if (known != 0) {
      return known; // the same report came twice at once
    }
    int id = ofDay(handle, sighting, shown);
    if (id == 0) {
      id = FindingOfSighting.store(handle, caller, sighting, shown.strip(), shown.hashes());
      SliceStore.insert(handle, id, shown.slices());
      GeometryStore.insert(handle, id, geometry);
      SecondOpinionStore.insert(handle, id, opinion);
      MarkStore.insert(handle, id, mark);
    }
    SightingStore.insertReport(handle, caller.seller(), clientKey, id, Times.text(sighting.receivedAt()));
    return id;
  }

  private SightingResult result(Caller caller, String clientKey, int id) {
    return database.read(handle -> {
      Sighting sighting = SightingStore.ofSeller(handle, caller.seller(), id);
      return new SightingResult(
          clientKey,
          id,
          sighting.found().verdict().text(),
          sighting.found().match(),
          CertificateStore.ofSeller(handle, caller.seller(), sighting.found().certificate()).summary(),
          sighting.state().text(),
          sighting.complaint(),
          GeometryStore.of(handle, id),
          MarkStore.of(handle, id));
    });
  }
}
