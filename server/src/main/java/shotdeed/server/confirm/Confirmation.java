package shotdeed.server.confirm;

import java.util.List;
import shotdeed.model.Verdict;

/**
 * What a comparison of two pictures, laid one over the other, says.
 *
 * @param affine from the original's pixels to the copy's, of the sizes given; {@code null} if nothing was found
 * @param copyPart the copied part, in the copy
 * @param originalPart the same part, in the original
 * @param copyShare of the copy's area that the part covers, 0 to 1
 * @param originalShare of the original's area that the part covers, 0 to 1
 * @param agreement share of the part's textured cells that look alike in both, 0 to 1; where features decided,
 *     the share of them that lie exactly in their places
 * @param cells textured cells that were compared; where features decided, those that lie exactly in their places
 * @param points the same things in both pictures, for drawing; at most {@link #MOST_POINTS}
 */
public record Confirmation(
    Verdict verdict,
    Affine affine,
    Outline copyPart,
    Outline originalPart,
    double copyShare,
    double originalShare,
    double agreement,
    int cells,
    List<PointPair> points) {
  /** Lines between two pictures that can still be told apart. */
  public static final int MOST_POINTS = 24;

  /** Nothing in common. */
  public static final Confirmation NONE =
      new Confirmation(Verdict.NONE, null, Outline.NONE, Outline.NONE, 0, 0, 0, 0, List.of());

  public Confirmation {
    points = List.copyOf(points);
  }
}
