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

  private final BackgroundBank bank;
  private final SampleHasher hasher = new SampleHasher();

  public Certifier(BackgroundBank bank) {
    this.bank = bank;
  }

  /** The fingerprints of a photograph, the whole first; empty if no part of it can be told from other pictures. */
  public List<Fingerprint> certificate(LumaImage photograph) {
    LumaImage picture = WorkingPicture.of(photograph);
    Lettering lettering = new Lettering(picture);
    List<CertificateWindows.Window> windows = CertificateWindows.of(picture);
    AreaSums upright = windows.get(0).sums();
    List<Fingerprint> fingerprints = new ArrayList<>();
    boolean wholeCounts = false;
    for (CertificateWindows.Window window : windows) {
      if (fingerprints.size() == MAX_FINGERPRINTS) {
        break;
      }
      boolean isUpright = window.sums() == upright;
      if (!isUpright && !wholeCounts) {
        continue; // a gradient or a line of text that leans is still one, though the bank may not hold it at that slant
      }
      window.sums().sample(window.box(), hasher.samples);
      int quality = hasher.quality();
      if (quality >= Kernel.MIN_QUALITY && !(isUpright && lettering.fills(window.box()))) {
        hasher.transformSamples();
        Hash256 hash = hasher.hash(Dihedral.ROTATE0);
        int radius = Math.min(window.mostRadius(), bank.radius(hash));
        if (radius >= LEAST_RADIUS) {
          Region region = window.box().in(window.sums().width, window.sums().height);
          fingerprints.add(new Fingerprint(hash, quality, region, radius));
          wholeCounts |= region.equals(Region.WHOLE);
        }
      }
    }
    return fingerprints;
  }
}
