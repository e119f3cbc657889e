package shotdeed.fingerprint;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;

/**
 * Computes the fingerprints that a certificate keeps of its photograph: of the whole, of the windows that thieves are
 * expected to cut, of landmarks, and of slight turns; each with its own radius, learnt from a background bank. A window
 * that looks like too much else gets none: flat surfaces, plain gradients and lines of text match nothing.
 *
 * <p>Not for two threads at once. Cost: linear in the photograph's pixels, then some hundred windows, each compared with
 * the whole bank.
 */
public final class Certifier {
  /** Fingerprints that a certificate has at most. */
  public static final int MAX_FINGERPRINTS = 64;

  /** A fingerprint with a smaller radius would match little but the unaltered picture. */
  private static final int LEAST_RADIUS = 12;

  /**
   * How far a copy is from a photograph's fingerprint.
   *
   * @param fingerprint of the photograph
   * @param bits between its hash and that of the copy's same window
   */
  public record Drift(Fingerprint fingerprint, int bits) {}

  private final BackgroundBank bank;
  private final SampleHasher hasher = new SampleHasher(SampleHasher.REGION_SIDE);

  public Certifier(BackgroundBank bank) {
    this.bank = bank;
  }

  /**
   * The fingerprints of a photograph; the whole comes first if it counts. Empty if no part of it can be told from other
   * pictures. Memory beyond the photograph: at the working size one picture, one turned, and their tables, some 20 bytes
   * a pixel of at most 2 million.
   */
  public List<Fingerprint> certificate(LumaImage photograph) {
    LumaImage picture = WorkingPicture.of(photograph.reduced());
    List<Fingerprint> fingerprints = new ArrayList<>();
    for (Drift drift : drifts(picture, picture)) {
      fingerprints.add(drift.fingerprint);
    }
    return fingerprints;
  }

  /**
   * What a retouched copy, such as a marked one, does to each of the fingerprints of a photograph's certificate.
   *
   * @param copy of the photograph's size
   */
  public List<Drift> drift(LumaImage photograph, LumaImage copy) {
    if (photograph.width() != copy.width() || photograph.height() != copy.height()) {
      throw new IllegalArgumentException("the copy is of another size than the photograph");
    }
    return drifts(WorkingPicture.of(photograph.reduced()), WorkingPicture.of(copy.reduced()));
  }

  private List<Drift> drifts(LumaImage picture, LumaImage copy) {
    AreaSums sums = new AreaSums(picture);
    AreaSums copySums = copy == picture ? sums : new AreaSums(copy);
    Margins margins = new Margins(picture);
    Lettering lettering = new Lettering(picture);
    List<Drift> fingerprints = new ArrayList<>();
    if (lettering.fills(sums.whole())) {
      return fingerprints; // what small parts of a page of text look like, other pages have too
    }
    for (CertificateWindows.Window window : CertificateWindows.of(sums, margins)) {
      if (window != CertificateWindows.TURNED) {
        if (!lettering.fills(window.box())) {
          Region region = window.box().in(picture.width(), picture.height());
          add(fingerprints, sums, copySums, window.box(), region, window.mostRadius());
        }
      } else if (showsAll(fingerprints, margins.trimmed(sums.whole()).in(picture.width(), picture.height()))) {
        addTurned(fingerprints, picture, copy);
      }
    }
    return fingerprints;
  }

  /** A gradient or a line of text that leans is still one, though the bank may not hold it at that slant. */
  private static boolean showsAll(List<Drift> fingerprints, Region trimmed) {
    for (Drift drift : fingerprints) {
      Region region = drift.fingerprint.region();
      if (region.equals(Region.WHOLE) || region.equals(trimmed)) {
        return true;
      }
    }
    return false;
  }

  /** Cut to its own shape without white corners, and all of it on white. Strips are not turned. */
  private void addTurned(List<Drift> fingerprints, LumaImage picture, LumaImage copy) {
    int width = picture.width();
    int height = picture.height();
    if (WorkingPicture.isLong(width, height)) {
      return;
    }
    for (double[] angle : Rotated.ANGLES) {
      Box upright = Rotated.ownShape(width, height, angle[1], angle[2]);
      for (int way = -1; way <= 1; way += 2) {
        LumaImage turned = Rotated.onWhite(picture, angle[1], way * angle[2]);
        AreaSums sums = new AreaSums(turned);
        AreaSums copySums = copy == picture ? sums : new AreaSums(Rotated.onWhite(copy, angle[1], way * angle[2]));
        Box inner = upright.moved((turned.width() - width) / 2.0, (turned.height() - height) / 2.0);
        add(fingerprints, sums, copySums, inner, upright.in(width, height), BackgroundBank.MOST);
        Box outer = new Margins(turned).trimmed(sums.whole());
        add(fingerprints, sums, copySums, outer, Region.WHOLE, BackgroundBank.MOST);
      }
    }
  }

  private Hash256 hash(AreaSums sums, Box box) {
    sums.sample(box, hasher.samples);
    hasher.transformSamples();
    return hasher.hash(Dihedral.ROTATE0);
  }

  private void add(
      List<Drift> fingerprints, AreaSums sums, AreaSums copySums, Box box, Region region, int mostRadius) {
    if (fingerprints.size() == MAX_FINGERPRINTS) {
      return;
    }
    sums.sample(box, hasher.samples);
    int quality = hasher.quality();
    if (quality >= Kernel.MIN_QUALITY) {
      hasher.transformSamples();
      Hash256 hash = hasher.hash(Dihedral.ROTATE0);
      int radius = Math.min(mostRadius, bank.radius(hash));
      if (radius >= LEAST_RADIUS) {
        int bits = copySums == sums ? 0 : hash.distance(hash(copySums, box));
        fingerprints.add(new Drift(new Fingerprint(hash, quality, region, radius), bits));
      }
    }
  }
}
