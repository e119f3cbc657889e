package shotdeed.server.monitor;

import java.time.Instant;
import shotdeed.fingerprint.Region;
import shotdeed.model.Method;
import shotdeed.model.SightingState;
import shotdeed.model.Verdict;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.Match;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * A picture on a listing that the server found to be a copy of a certified photograph.
 *
 * @param found what the server itself found in the bytes
 * @param form how the picture was turned or mirrored to match, in lower case; empty for the same file
 * @param claimedCertificate what the browser's own match had named
 * @param listing as the seller's browser stated it
 * @param picture as the seller's browser stated it
 * @param file the picture's bytes as served
 * @param seenAt by the browser's clock
 * @param receivedAt by the server's clock
 * @param day the marketplaces' calendar day, such as {@code 2026-11-21}
 * @param reports how often it was reported
 * @param complaint number of the complaint that holds it, or 0
 */
public record Sighting(
    int id,
    int seller,
    SightingState state,
    Found found,
    String form,
    int kernel,
    int claimedCertificate,
    SeenListing listing,
    SeenPicture picture,
    Captured file,
    Instant seenAt,
    Instant receivedAt,
    String day,
    CaptureClient client,
    String seenBy,
    int reports,
    int complaint) {
  /**
   * The server's finding.
   *
   * @param region the part of the picture seen that matches
   * @param original the part of the certified photograph that it matches
   */
  public record Found(
      int certificate,
      Verdict verdict,
      Method method,
      int distance,
      int radius,
      Region region,
      Region original) {
    Match match() {
      return new Match(certificate, verdict.text(), method.text(), distance, radius, region, original);
    }

    /** Whether the whole of the picture seen matches the whole of the photograph. */
    public boolean whole() {
      return region.equals(Region.WHOLE) && original.equals(Region.WHOLE);
    }
  }

  /**
   * Captured bytes.
   *
   * @param raster SHA-256 of the PNG that the browser made of a format that the server cannot decode, or {@code null}
   *     if the server decoded the bytes themselves
   */
  public record Captured(String sha256, int bytes, String mediaType, int width, int height, String raster) {}

  /** The same in another state. */
  Sighting in(SightingState now) {
    return new Sighting(
        id,
        seller,
        now,
        found,
        form,
        kernel,
        claimedCertificate,
        listing,
        picture,
        file,
        seenAt,
        receivedAt,
        day,
        client,
        seenBy,
        reports,
        complaint);
  }
}
