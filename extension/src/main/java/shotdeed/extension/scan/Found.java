package shotdeed.extension.scan;

import java.util.List;
import shotdeed.fingerprint.Region;
import shotdeed.match.Finding;
import shotdeed.wire.CertificateSummary;
import shotdeed.wire.Geometry;
import shotdeed.wire.LookMatch;

/**
 * The certificate that a picture shows, before the server has its bytes.
 *
 * @param certificate its number
 * @param distance bits between the picture and the nearest fingerprint; -1 if only local features named it
 * @param region the part of the picture
 * @param original the part of the photograph
 * @param geometry how one lies on the other; {@code null} if the server has not looked
 * @param summary the certificate; {@code null} if the server has not looked
 */
record Found(
    int certificate, int distance, Region region, Region original, Geometry geometry, CertificateSummary summary) {
  /** By this browser's own match alone. */
  static Found of(Finding finding) {
    return new Found(
        finding.certificate(), finding.distance(), finding.region(), finding.original(), null, null);
  }

  /** As the server sees it. */
  static Found of(LookMatch match, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.certificate() == match.certificate()) {
        return new Found(
            match.certificate(),
            finding.distance(),
            finding.region(),
            finding.original(),
            match.geometry(),
            match.summary());
      }
    }
    Geometry geometry = match.geometry();
    Region region = geometry == null ? Region.WHOLE : Region.around(geometry.copyOutline());
    Region original = geometry == null ? Region.WHOLE : Region.around(geometry.originalOutline());
    return new Found(match.certificate(), -1, region, original, geometry, match.summary());
  }
}
