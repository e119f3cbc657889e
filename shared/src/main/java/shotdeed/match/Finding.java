package shotdeed.match;

import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.Verdict;

/**
 * A certificate that a picture matches, by the best of its fingerprints.
 *
 * @param certificate the certificate's number
 * @param verdict copy, until geometry tells related shots apart
 * @param method how it was found
 * @param distance differing bits, 0 to {@code radius}
 * @param radius bits within which that fingerprint matches
 * @param form how the picture was turned or mirrored to match
 * @param region the part of the picture that matched
 * @param original the part of the certified photograph that it matched
 */
public record Finding(
    int certificate,
    Verdict verdict,
    Method method,
    int distance,
    int radius,
    Dihedral form,
    Region region,
    Region original) {
  /** Bits to spare, 0 to {@code radius}: how clear the match is, across fingerprints of different radii. */
  public int margin() {
    return radius - distance;
  }
}
