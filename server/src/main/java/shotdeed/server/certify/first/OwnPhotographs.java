package shotdeed.server.certify.first;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import shotdeed.fingerprint.Dihedral;
import shotdeed.match.Finding;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Whether a photograph, or a part of it, has a certificate of the seller's already. Fingerprints name the certificates,
 * and geometry decides: another shot of the same series gets a certificate of its own, and so does the same shot in
 * another colour of the goods, which is a listing of its own.
 *
 * <p>For one photograph; asked again it compares only with certificates that it has not compared with: those that others
 * got meanwhile, whatever names them.
 */
public final class OwnPhotographs {
  /** Less than this share of both in common may be chance; a person looks. */
  private static final double MUCH = 0.1;

  private final Overlay overlay;
  private final int seller;
  private final Overlay.Photograph photograph;
  private final Set<Integer> compared = new HashSet<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Integer> common = new HashSet<>();
  private final int latest;
  private boolean asked;
  private Refused part;

  /** @param passedOver certificates that it is not compared with */
  public OwnPhotographs(Overlay overlay, int seller, Overlay.Photograph photograph, Set<Integer> passedOver) {
    this.overlay = overlay;
    this.seller = seller;
    this.photograph = photograph;
    this.latest = overlay.latest(seller);
    compared.addAll(passedOver);
    common.addAll(passedOver);
  }

  /**
   * Compares.
   *
   * @param findings what fingerprints name, the clearest first
   * @throws Refused if the whole photograph has a certificate
   */
  public void compare(List<Finding> findings) throws IOException {
    List<Finding> fresh = new ArrayList<>();
    for (Finding finding : findings) {
      if (compared.add(finding.certificate())) {
        fresh.add(finding);
      }
    }
    List<Overlay.Common> found = overlay.compare(seller, photograph, fresh, asked ? latest : 0);
    asked = true;
    for (Overlay.Common common : found) {
      compared.add(common.certificate());
      if (!this.common.add(common.certificate())) {
        continue; // it came while the first comparison was being made
      }
      boolean nearlyAll = common.nearlyAllOfPhotograph();
      if (common.recoloured()) {
        remarks.add(new Remark(Kind.RECOLOURED, false, 100, common.certificate()));
      } else if (nearlyAll && common.nearlyAllOfCertified()) {
        throw existing(Errors.PICTURE_ALTERED_COPY_CERTIFIED, common.certificate());
      } else if (nearlyAll || common.nearlyAllOfCertified()) {
        Errors error = nearlyAll ? Errors.PICTURE_PART_OF_CERTIFIED : Errors.PICTURE_HOLDS_CERTIFIED;
        part = part == null ? existing(error, common.certificate()) : part;
      } else if (Math.max(common.ofPhotograph(), common.ofCertified()) >= MUCH) {
        int percent = (int) Math.round(100 * common.ofPhotograph());
        remarks.add(new Remark(Kind.OVERLAP, false, percent, common.certificate()));
      }
    }
    for (Finding finding : fresh) {
      // Nothing can be laid over a file that is gone or damaged; then whole upon whole, upright, must be enough.
      if (isWhole(finding) && !overlay.readable(finding.certificate())) {
        throw existing(Errors.PICTURE_ALTERED_COPY_CERTIFIED, finding.certificate());
      }
    }
  }

  private static boolean isWhole(Finding finding) {
    return finding.region().coversNearlyAll()
        && finding.original().coversNearlyAll()
        && (finding.form() == Dihedral.ROTATE0 || finding.form() == Dihedral.FLIPY);
  }

  /**
   * Call once nothing else refuses the photograph.
   *
   * @throws Refused if a part of it has a certificate, or it is a part of one that has
   */
  public void requireNoPart() {
    if (part != null) {
      throw part;
    }
  }

  /** For the second reviewer. */
  public List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  private static Refused existing(Errors error, int certificate) {
    return new Refused(error, certificate).with("certificate", certificate);
  }
}
