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
    Region region = geometry == null ? Region.WHOLE : around(geometry.copyOutline());
    Region original = geometry == null ? Region.WHOLE : around(geometry.originalOutline());
    return new Found(match.certificate(), -1, region, original, geometry, match.summary());
  }

  /** The rectangle around an outline, within the picture. */
  private static Region around(List<Integer> outline) {
    int left = Region.UNIT;
    int top = Region.UNIT;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i + 1 < outline.size(); i += 2) {
      left = Math.min(left, Math.max(0, outline.get(i)));
      right = Math.max(right, Math.min(Region.UNIT, outline.get(i)));
      top = Math.min(top, Math.max(0, outline.get(i + 1)));
      bottom = Math.max(bottom, Math.min(Region.UNIT, outline.get(i + 1)));
    }
    return left < right && top < bottom ? new Region(left, top, right, bottom) : Region.WHOLE;
  }
}
