package shotdeed.server.monitor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.fingerprint.Region;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Method;
import shotdeed.model.Verdict;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.confirm.Confirmation;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.PictureJudge;
import shotdeed.server.lookup.TakeLook;
import shotdeed.server.platform.Database;
import shotdeed.wire.Geometry;

/** The server's verdict on a reported picture: the same file, what geometry confirms, or what a person said. */
final class Verdicts {
  private final Database database;
  private final Library library;
  private final PictureJudge judge;

  Verdicts(Database database, Library library, PictureJudge judge) {
    this.database = database;
    this.library = library;
    this.judge = judge;
  }

  /**
   * A verdict.
   *
   * @param form how the copy's part is turned or mirrored to look as the original does; {@link Dihedral#ROTATE0} for the
   *     same file
   * @param geometry {@code null} for the same file
   */
  record Verdicted(Sighting.Found found, Dihedral form, Geometry geometry) {
    boolean isCopy() {
      return found.verdict() == Verdict.COPY;
    }
  }

  /** What a picture shows, or {@code null}: the same file, then copies, then what is related. */
  Verdicted ofPicture(Caller caller, String sha256, LumaImage picture) throws IOException {
    Set<Integer> notCopies = notCopiesOf(caller, sha256, "");
    int same = database.read(handle -> CertificateStore.monitoredFile(handle, caller.seller(), sha256));
    if (same != 0 && !notCopies.contains(same)) {
      return new Verdicted(
          new Sighting.Found(same, Verdict.COPY, Method.EXACT, 0, 0, Region.WHOLE, Region.WHOLE),
          Dihedral.ROTATE0,
          null);
    }
    List<Finding> findings = library.matchMonitored(caller.seller(), Lookup.of(new Kernel(), picture).queries());
    return all(caller, picture.reduced(), findings).stream()
        .filter(one -> !notCopies.contains(one.found().certificate()))
        .findFirst()
        .orElse(null);
  }

  /** What the slices of a strip show together, copies first. */
  List<Verdicted> ofStrip(Caller caller, ReportedStrip strip) throws IOException {
    LumaImage joined = strip.joined();
    return all(caller, joined, library.matchMonitored(caller.seller(), new Kernel().query(joined))).stream()
        .filter(one -> {
          int certificate = one.found().certificate();
          return !notCopiesOf(caller, "", strip.name(certificate)).contains(certificate);
        })
        .toList();
  }

  /** Certificates that this picture is no copy of, whatever numbers say: a person has looked at both. */
  private Set<Integer> notCopiesOf(Caller caller, String sha256, String strip) {
    return database.read(handle -> SightingStore.notCopiesOf(handle, caller.seller(), sha256, strip));
  }

  /**
   * Goes through all stages. Where the original can no longer be read there is no geometry, and what a fingerprint says
   * stands alone: a copy is not lost because our own file is.
   */
  private List<Verdicted> all(Caller caller, LumaImage picture, List<Finding> findings) throws IOException {
    List<Verdicted> all = new ArrayList<>();
    for (Judge.Judged judged : judge.judge(caller.seller(), picture, findings)) {
      all.add(verdicted(judged));
    }
    if (all.isEmpty() || !all.get(0).isCopy()) {
      for (Finding finding : findings) {
        if (!judge.readable(finding.certificate())) {
          all.add(0, new Verdicted(found(finding, Verdict.COPY), finding.form(), null));
          break;
        }
      }
    }
    return all;
  }

  /** A find by features has no distance; its parts are what the outlines hold, and it is mirrored or it is not. */
  private static Verdicted verdicted(Judge.Judged judged) {
    Confirmation confirmation = judged.confirmation();
    Geometry geometry = TakeLook.geometry(confirmation);
    if (judged.finding() != null) {
      return new Verdicted(found(judged.finding(), confirmation.verdict()), judged.finding().form(), geometry);
    }
    Sighting.Found found = new Sighting.Found(
        judged.certificate(),
        confirmation.verdict(),
        Method.FEATURE,
        0,
        0,
        bounds(confirmation.copyPart().flat()),
        bounds(confirmation.originalPart().flat()));
    boolean mirrored = confirmation.affine().determinant() < 0;
    return new Verdicted(found, mirrored ? Dihedral.FLIPY : Dihedral.ROTATE0, geometry);
  }

  private static Sighting.Found found(Finding finding, Verdict verdict) {
    return new Sighting.Found(
        finding.certificate(),
        verdict,
        Method.FINGERPRINT,
        finding.distance(),
        finding.radius(),
        finding.region(),
        finding.original());
  }

  /** The least region around an outline. */
  private static Region bounds(List<Integer> outline) {
    int left = Region.UNIT;
    int top = Region.UNIT;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i + 1 < outline.size(); i += 2) {
      left = Math.min(left, outline.get(i));
      right = Math.max(right, outline.get(i));
      top = Math.min(top, outline.get(i + 1));
      bottom = Math.max(bottom, outline.get(i + 1));
    }
    return left < right && top < bottom ? new Region(left, top, right, bottom) : Region.WHOLE;
  }
}
