package shotdeed.match;

import shotdeed.fingerprint.Dihedral;
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
 */
public record Finding(int certificate, Verdict verdict, Method method, int distance, int radius, Dihedral form) {}
