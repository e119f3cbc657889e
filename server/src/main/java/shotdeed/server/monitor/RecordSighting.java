package shotdeed.server.monitor;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.PictureHeader;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.SightingState;
import shotdeed.model.Unjudged;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.PictureErrors;
import shotdeed.server.picture.DecodedPicture;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;
import shotdeed.server.platform.Turnstile;
import shotdeed.wire.SightingReport;
import shotdeed.wire.SightingResult;

/**
 * Confirms a hit that a browser reports. The server hashes the picture's bytes itself and decides for itself; what the
 * browser found is kept as a claim and weighs nothing. Only a confirmed hit is kept, and with it the picture's bytes,
 * so that a page that vanishes is no loss.
 */
public final class RecordSighting {
  private final Database database;
  private final Library library;
  private final FileStore files;
  private final FreeSpace space;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;
  private final AskSecondOpinion secondOpinion;
  private final InstantSource clock;

  public RecordSighting(
      Database database,
      Library library,
      FileStore files,
      FreeSpace space,
      Turnstile turnstile,
      PictureDecoder decoder,
      InstantSource clock) {
    this.database = database;
    this.library = library;
    this.files = files;
    this.space = space;
    this.turnstile = turnstile;
    this.decoder = decoder;
    this.secondOpinion = new AskSecondOpinion(files, decoder);
    this.clock = clock;
  }

  /**
   * Decides about a report. The same report sent again finds what it led to the first time.
   *
   * @param picture as served
   * @param raster the same picture as PNG, looked at only if the server cannot decode {@code picture}; or {@code null}
   */
  public SightingResult run(Caller caller, SightingReport stated, Content picture, Content raster) throws IOException {
    caller.requireTeam();
    SightingReport report = ReportFields.checked(stated);
    int known = database.read(handle -> SightingStore.ofReport(handle, caller.seller(), report.clientKey()));
    if (known != 0) {
      return result(caller, report.clientKey(), known);
    }
    PictureErrors.requireSize(picture.size());
    space.require(picture.size() + (raster == null ? 0 : raster.size()));
    return FreeSpace.orRefused(() -> turnstile.pass(() -> decided(caller, report, picture, raster)));
  }

  private record Decoded(DecodedPicture picture, String mediaType, byte[] raster) {}

  /**
   * What is left of a picture once it was looked at; its pixels are not, so that the original has room.
   *
   * @param found {@code null} if it is no copy
   * @param form {@link Dihedral#ROTATE0} for the same file
   * @param look {@code null} if it is no copy
   */
  private record Judged(
      String mediaType,
      int width,
      int height,
      byte[] raster,
      Sighting.Found found,
      Dihedral form,
      AskSecondOpinion.Look look) {}

  private SightingResult decided(Caller caller, SightingReport report, Content picture, Content raster)
      throws IOException {
    byte[] bytes = picture.bytes();
    String sha256 = Secrets.sha256(bytes);
    Judged judged = judge(caller, sha256, decode(bytes, raster));
    Sighting.Found found = judged.found();
    if (found == null) {
      return new SightingResult(report.clientKey(), 0, Verdict.NONE.text(), null, null, null, 0);
    }
    String form = found.method() == Method.EXACT ? "" : judged.form().name().toLowerCase(Locale.ROOT);
    files.put(bytes);
    String rasterSha256 = judged.raster() == null ? null : files.put(judged.raster());
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
        report.picture(),
        new Sighting.Captured(
            sha256,
            bytes.length,
            judged.mediaType(),
            judged.width(),
            judged.height(),
            rasterSha256),
        seenAt,
        now,
        ReportFields.day(seenAt, now),
        report.client(),
        caller.accountName(),
        1,
        0);
    SecondOpinion opinion = database.read(handle -> ofDay(handle, sighting)) == 0
        ? secondOpinion.compare(judged.look(), original(caller, found))
        : null;
    int id = database.write(handle -> store(handle, caller, report.clientKey(), sighting, opinion));
    return result(caller, report.clientKey(), id);
  }

  private Judged judge(Caller caller, String sha256, Decoded decoded) {
    DecodedPicture picture = decoded.picture();
    List<Finding> findings = library.matchMonitored(caller.seller(), Lookup.of(new Kernel(), picture.luma()).queries());
    Sighting.Found found = found(caller, sha256, findings);
    boolean turned = found != null && found.method() != Method.EXACT;
    Dihedral form = turned ? findings.get(0).form() : Dihedral.ROTATE0;
    return new Judged(
        decoded.mediaType(),
        picture.width(),
        picture.height(),
        decoded.raster(),
        found,
        form,
        found == null ? null : secondOpinion.look(picture.image(), form));
  }

  private String original(Caller caller, Sighting.Found found) {
    return database.read(handle -> CertificateStore.ofSeller(handle, caller.seller(), found.certificate()).sha256());
  }

  private Decoded decode(byte[] bytes, Content raster) throws IOException {
    try {
      DecodedPicture picture = decoder.decode(bytes);
      return new Decoded(picture, picture.format().mediaType(), null);
    } catch (UnreadablePicture e) {
      if (e.reason() != Unjudged.FORMAT_NOT_DECODED || raster == null) {
        throw PictureErrors.refusal(e);
      }
    }
    PictureErrors.requireSize(raster.size());
    byte[] rasterBytes = raster.bytes();
    try {
      return new Decoded(decoder.decode(rasterBytes), PictureHeader.read(bytes).format().mediaType(), rasterBytes);
    } catch (UnreadablePicture e) {
      throw PictureErrors.refusal(e);
    }
  }

  private Sighting.Found found(Caller caller, String sha256, List<Finding> findings) {
    int same = database.read(handle -> CertificateStore.monitoredFile(handle, caller.seller(), sha256));
    if (same != 0) {
      return new Sighting.Found(same, Verdict.COPY, Method.EXACT, 0, 0);
    }
    if (findings.isEmpty()) {
      return null;
    }
    Finding best = findings.get(0);
    return new Sighting.Found(best.certificate(), best.verdict(), best.method(), best.distance(), best.radius());
  }

  private static int ofDay(Handle handle, Sighting sighting) {
    return SightingStore.ofDay(
        handle, sighting.seller(), sighting.listing(), sighting.file().sha256(), sighting.day());
  }

  /**
   * Stores what was found.
   *
   * @param opinion {@code null} if the sighting is already stored
   */
  private static int store(
      Handle handle, Caller caller, String clientKey, Sighting sighting, SecondOpinion opinion) {
    int known = SightingStore.ofReport(handle, caller.seller(), clientKey);
    if (known != 0) {
      return known; // the same report came twice at once
    }
    int id = ofDay(handle, sighting);
    if (id == 0) {
      id = SightingStore.insert(handle, caller, sighting);
      SecondOpinionStore.insert(handle, id, opinion);
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
          sighting.complaint());
    });
  }
}
