package shotdeed.server.confirm;

import java.util.ArrayList;
import java.util.List;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;

/** Where an original may lie in a copy, roughly, as told by the fingerprint that found it. */
public final class Guesses {
  /** As certificates anticipate turns: cosine and sine of 2.5, 5, 9 and 15 degrees. */
  private static final double[][] TURNS = {
    {0.9990482215818578, 0.043619387365336},
    {0.9961946980917455, 0.08715574274765817},
    {0.9876883405951378, 0.15643446504023087},
    {0.9659258262890683, 0.25881904510252074},
  };

  /** Ten-thousandths by which a turned window's middle may miss the photograph's. */
  private static final int MIDDLE = 20;

  private Guesses() {}

  /**
   * What a fingerprint tells: the likeliest first. A fingerprint does not tell whether it is of the photograph turned
   * by a few degrees, so that what may be gets a guess for each turn.
   *
   * @param copyWidth of the copy as it will be compared, in pixels
   * @param originalWidth of the original as it will be compared, in pixels
   */
  public static List<Affine> of(
      Finding finding, int copyWidth, int copyHeight, int originalWidth, int originalHeight) {
    Region part = finding.original();
    Affine fromUnit = box(finding.region(), copyWidth, copyHeight);
    Affine form = form(finding.form());
    List<Affine> guesses = new ArrayList<>();
    guesses.add(fromUnit.after(form).after(box(part, originalWidth, originalHeight).inverse()));
    boolean whole = part.equals(Region.WHOLE);
    boolean middle = Math.abs(part.left() + part.right() - Region.UNIT) <= MIDDLE
        && Math.abs(part.top() + part.bottom() - Region.UNIT) <= MIDDLE;
    if (middle) {
      for (double[] turn : TURNS) {
        for (int way = -1; way <= 1; way += 2) {
          Affine turned = turned(part, whole, originalWidth, originalHeight, turn[0], way * turn[1]);
          guesses.add(fromUnit.after(form).after(turned));
        }
      }
    }
    return guesses;
  }

  /** From the unit square to a part of a picture. */
  private static Affine box(Region part, int width, int height) {
    double across = (double) width / Region.UNIT;
    double down = (double) height / Region.UNIT;
    return new Affine(
        (part.right() - part.left()) * across,
        0,
        part.left() * across,
        0,
        (part.bottom() - part.top()) * down,
        part.top() * down);
  }

  /** Within the unit square, from the original's part to the copy's: the way back of what makes the copy look alike. */
  private static Affine form(Dihedral form) {
    Affine mirrored = new Affine(
        form.mirrorsColumns() ? -1 : 1,
        0,
        form.mirrorsColumns() ? 1 : 0,
        0,
        form.mirrorsRows() ? -1 : 1,
        form.mirrorsRows() ? 1 : 0);
    return form.transposes() ? new Affine(0, 1, 0, 1, 0, 0).after(mirrored) : mirrored;
  }

  /**
   * From the original to the unit square, as if its window had been cut from the photograph turned about its middle.
   */
  private static Affine turned(
      Region part, boolean whole, int width, int height, double cosine, double sine) {
    double frameWidth = (part.right() - part.left()) * (double) width / Region.UNIT;
    double frameHeight = (part.bottom() - part.top()) * (double) height / Region.UNIT;
    if (whole) { // all of it on white: the frame that holds its corners
      frameWidth = width * cosine + height * Math.abs(sine);
      frameHeight = width * Math.abs(sine) + height * cosine;
    }
    Affine centred = new Affine(1, 0, -width / 2.0, 0, 1, -height / 2.0);
    Affine turn = new Affine(
        cosine / frameWidth, sine / frameWidth, 0.5, -sine / frameHeight, cosine / frameHeight, 0.5);
    return turn.after(centred);
  }
}
