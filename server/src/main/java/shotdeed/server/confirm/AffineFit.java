package shotdeed.server.confirm;

import java.util.List;

/**
 * An affine map that many correspondences of local features agree on.
 *
 * @param affine from the original's pixels to the copy's
 * @param inliers correspondences that it fits, counted at different places
 */
public record AffineFit(Affine affine, int inliers) {
  /**
   * Two features that look alike.
   *
   * @param originalX in the original's pixels
   * @param originalY in the original's pixels
   * @param copyX in the copy's pixels
   * @param copyY in the copy's pixels
   * @param scale the feature's side in the copy by that in the original
   * @param mirrored whether they look alike once one of them is mirrored
   */
  public record Match(
      double originalX, double originalY, double copyX, double copyY, double scale, boolean mirrored) {}

  /**
   * The maps that fit best, the best first, none of them like another.
   *
   * @param tolerance how far from its place a feature may lie, in the copy's pixels
   */
  public static List<AffineFit> of(List<Match> matches, double tolerance) {
    return List.of();
  }
}
