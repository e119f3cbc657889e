package shotdeed.fingerprint;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a certified photograph are fingerprinted, and how it is turned for that: what a thief makes of it,
 * anticipated, the most useful first, as measured by what each finds beyond those before it.
 */
final class CertificateWindows {
  /** Smaller than on the page's side: a copy that was cropped shows the certificate's small parts large. */
  private static final double SMALLEST_LANDMARK = 0.057;

  private static final int LANDMARK_SIZES = 12;
  private static final int LANDMARKS = 48;

  /** So many landmarks come before the rarer windows. */
  private static final int FIRST_LANDMARKS = 24;

  /**
   * Bits; narrower than for what was cut by edges, because a studio's shots of one model in the same trousers have the same
   * landmarks; see the bench.
   */
  private static final int LANDMARK_RADIUS = 34;

  /**
   * Bits, for halves and quarters: the upper quarter of one shot of a model is much like that of another, of the same pose in
   * another garment; such quarters were found at 38.
   */
  private static final int PART_RADIUS = 33;

  private static final double[] CENTRES = {0.9, 0.7, 0.5, 0.8};
  private static final double[] SQUARES = {0.5, 0, 1};

  private final AreaSums sums;
  private final Margins margins;
  private final List<Window> windows = new ArrayList<>();

  /**
   * A part of the photograph.
   *
   * @param box in its pixels; {@code null} if it stands for the photograph turned
   * @param mostRadius bits that its fingerprint's radius has at most
   */
  record Window(Box box, int mostRadius) {}

  /** Where the turned photographs have their place in the order: {@link Rotated} makes them, one at a time. */
  static final Window TURNED = new Window(null, BackgroundBank.MOST);

  private CertificateWindows(AreaSums sums, Margins margins) {
    this.sums = sums;
    this.margins = margins;
  }

  /** The windows of a photograph, given at its working size; more than a certificate keeps. */
  static List<Window> of(AreaSums sums, Margins margins) {
    CertificateWindows windows = new CertificateWindows(sums, margins);
    windows.anticipate();
    return windows.windows;
  }

  private void anticipate() {
    Box whole = sums.whole();
    Box trimmed = margins.trimmed(whole);
    List<Box> landmarks = Landmarks.of(sums, SMALLEST_LANDMARK, LANDMARK_SIZES, LANDMARKS);
    add(whole, BackgroundBank.MOST);
    add(trimmed, BackgroundBank.MOST);
    centres(whole);
    windows.add(TURNED);
    squares(whole);
    for (int i = 0; i < Math.min(FIRST_LANDMARKS, landmarks.size()); i++) {
      add(landmarks.get(i), LANDMARK_RADIUS);
    }
    quarters(trimmed);
    edges(whole);
    for (int i = FIRST_LANDMARKS; i < landmarks.size(); i++) {
      add(landmarks.get(i), LANDMARK_RADIUS);
    }
  }

  private void centres(Box whole) {
    for (double share : CENTRES) {
      addTrimmed(whole.shrunk(share));
    }
  }

  /** Marketplaces want squares; which one of a tall or wide photograph is the thief's choice. */
  private void squares(Box whole) {
    double across = Math.min(1, whole.height() / whole.width());
    double down = Math.min(1, whole.width() / whole.height());
    for (double place : SQUARES) {
      addTrimmed(whole.part(across, down, place, place));
    }
  }

  private void quarters(Box trimmed) {
    for (int half = 0; half < 2; half++) {
      addTrimmed(trimmed.part(0.5, 0.5, 0, half), PART_RADIUS);
      addTrimmed(trimmed.part(0.5, 0.5, 1, half), PART_RADIUS);
    }
    for (int half = 0; half < 2; half++) {
      addTrimmed(trimmed.part(1, 0.5, 0, half), PART_RADIUS);
      addTrimmed(trimmed.part(0.5, 1, half, 0), PART_RADIUS);
    }
  }

  private void edges(Box whole) {
    for (int side = 0; side < 2; side++) {
      addTrimmed(whole.part(1, 0.9, 0, side));
      addTrimmed(whole.part(0.9, 1, side, 0));
    }
    for (int side = 0; side < 2; side++) {
      addTrimmed(whole.part(1, 0.8, 0, side));
      addTrimmed(whole.part(0.8, 1, side, 0));
    }
  }

  private void addTrimmed(Box box) {
    addTrimmed(box, BackgroundBank.MOST);
  }

  private void addTrimmed(Box box, int mostRadius) {
    add(margins.trimmed(box), mostRadius);
  }

  private void add(Box box, int mostRadius) {
    for (Window window : windows) {
      if (window != TURNED && !box.differsFrom(window.box(), Margins.SAME)) {
        return;
      }
    }
    windows.add(new Window(box, mostRadius));
  }
}
