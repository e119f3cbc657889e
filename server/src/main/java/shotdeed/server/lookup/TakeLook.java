package shotdeed.server.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import shotdeed.feature.FeatureKernel;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.confirm.Confirmation;
import shotdeed.server.confirm.PointPair;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.Geometry;
import shotdeed.wire.Look;
import shotdeed.wire.LookCodec;
import shotdeed.wire.LookMatch;
import shotdeed.wire.LookResult;

/**
 * Says which of the caller's monitored certificates a picture shows that comes as numbers, and whether as a copy. Nothing
 * of the question is kept or logged.
 */
public final class TakeLook {
  /** Looks that are worked on at a time: half of the cores, so that everything else goes on. */
  static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Seconds that a look waits for its turn. */
  private static final long PATIENCE = 20;

  private final Database database;
  private final Library library;
  private final FeatureLibrary features;
  private final Photographs photographs;
  private final Judge judge;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  public TakeLook(
      Database database, Library library, FeatureLibrary features, Photographs photographs, Judge judge) {
    this.database = database;
    this.library = library;
    this.features = features;
    this.photographs = photographs;
    this.judge = judge;
  }

  /**
   * Answers a look.
   *
   * @param body as {@link LookCodec} writes it
   * @throws Refused also if it is malformed, of features of another version, or its turn does not come
   */
  public LookResult run(Caller caller, byte[] body) throws IOException {
    Look look = read(body);
    takeTurn();
    try {
      return answer(caller, look);
    } finally {
      turns.release();
    }
  }

  private static Look read(byte[] body) {
    try {
      int version = LookCodec.featureKernel(body);
      if (version != FeatureKernel.VERSION) {
        Errors which = version < FeatureKernel.VERSION
            ? Errors.FEATURES_OF_EXTENSION_OLDER
            : Errors.FEATURES_OF_SERVER_OLDER;
        throw new Refused(which, version, FeatureKernel.VERSION).with("kernel", FeatureKernel.VERSION);
      }
      return LookCodec.decode(body);
    } catch (IllegalArgumentException e) {
      throw Fields.invalid("body", "a look: " + e.getMessage());
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refused(Errors.BUSY).with("retryAfter", PATIENCE);
  }

  private LookResult answer(Caller caller, Look look) throws IOException {
    List<FeatureIndex.Candidate> named = look.features().count() == 0
        ? List.of()
        : features.search(caller.seller(), look.features(), Judge.MOST_BY_FEATURES);
    List<Suspect> suspects = judge.suspects(look.features(), findings(caller, look), named, photographs);
    if (suspects.isEmpty()) {
      return new LookResult(false, 0, List.of());
    }
    if (look.raster() == null) {
      int side = Judge.copySide(look.features().width(), look.features().height());
      return new LookResult(true, side, List.of());
    }
    List<LookMatch> matches = new ArrayList<>();
    for (Judge.Judged judged : judge.confirmed(look.raster().luma(), suspects, photographs)) {
      matches.add(match(caller, judged));
    }
    return new LookResult(false, 0, matches);
  }

  /** What the browser's fingerprints found, as far as it is the caller's: guesses that only geometry can make true. */
  private List<Finding> findings(Caller caller, Look look) {
    List<Finding> findings = new ArrayList<>();
    for (Look.Candidate candidate : look.candidates()) {
      if (library.monitors(caller.seller(), candidate.certificate())) {
        findings.add(new Finding(
            candidate.certificate(),
            Verdict.COPY,
            Method.FINGERPRINT,
            candidate.distance(),
            candidate.distance(),
            candidate.form(),
            candidate.region(),
            candidate.original()));
      }
    }
    return findings;
  }

  private LookMatch match(Caller caller, Judge.Judged judged) {
    int id = judged.certificate();
    CertificateSummary summary =
        database.read(handle -> CertificateStore.ofSeller(handle, caller.seller(), id)).summary();
    return new LookMatch(
        id,
        judged.confirmation().verdict().text(),
        judged.method().text(),
        geometry(judged.confirmation()),
        summary);
  }

  /** As it is sent and kept. */
  public static Geometry geometry(Confirmation confirmation) {
    List<Integer> points = new ArrayList<>();
    for (PointPair pair : confirmation.points()) {
      points.add(pair.copy().x());
      points.add(pair.copy().y());
      points.add(pair.original().x());
      points.add(pair.original().y());
    }
    return new Geometry(
        confirmation.copyPart().flat(),
        confirmation.originalPart().flat(),
        unit(confirmation.copyShare()),
        unit(confirmation.originalShare()),
        unit(confirmation.agreement()),
        points);
  }

  private static int unit(double share) {
    return (int) Math.round(10_000 * Math.max(0, Math.min(1, share)));
  }
}
