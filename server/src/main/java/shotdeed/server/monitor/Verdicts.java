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
import shotdeed.server.confirm.Affine;
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
   * @param form how the copy's part is turned or mirrored to look as the original does; {@link Dihedral#ROTATE0} for
   *     the same file
   * @param geometry {@code null} for the same file, and where the original cannot be read
   * @param map from the original to the copy, as if each were 1 wide and 1 high; {@code null} without geometry
   */
  record Verdicted(Sighting.Found found, Dihedral form, Geometry geometry, Affine map) {
    boolean isCopy() {
      return found.verdict() == Verdict.COPY;
    }

    /** The part of the copy that is put beside the original: as outlined, else as the fingerprints say. */
    Region part() {
      return geometry == null ? found.region() : Region.around(geometry.copyOutline());
    }

    /** How that part is turned for it. With geometry not at all, since the original is laid over it. */
    Dihedral turn() {
      return geometry == null ? form : Dihedral.ROTATE0;
    }

    /** From the original to that part, as if each were 1 wide and 1 high. */
    Affine mapToPart() {
      Region part = part();
      double unit = Region.UNIT;
      return new Affine(1, 0, -part.left() / unit, 0, 1, -part.top() / unit)
          .after(map)
          .resized(1, 1, unit / (part.right() - part.left()), unit / (part.bottom() - part.top()));
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
          null,
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
          all.add(0, new Verdicted(found(finding, Verdict.COPY), finding.form(), null, null));
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
      Finding finding = judged.finding();
      return new Verdicted(found(finding, confirmation.verdict()), finding.form(), geometry, judged.map());
    }
    Sighting.Found found = new Sighting.Found(
        judged.certificate(),
        confirmation.verdict(),
        Method.FEATURE,
        0,
        0,
        Region.around(confirmation.copyPart().flat()),
        Region.around(confirmation.originalPart().flat()));
    boolean mirrored = confirmation.affine().determinant() < 0;
    return new Verdicted(found, mirrored ? Dihedral.FLIPY : Dihedral.ROTATE0, geometry, judged.map());
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
}
