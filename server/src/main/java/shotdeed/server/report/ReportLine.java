package shotdeed.server.report;

import java.time.Instant;
import java.util.List;
import shotdeed.model.SightingState;
import shotdeed.wire.ReadMark;
import shotdeed.wire.SeenListing;

/**
 * One picture in a report: a copy of one photograph on one listing.
 *
 * @param place 0 for the first of the report
 * @param sighting the last one that the report covers; what is said here of a picture is said of it
 * @param fresh whether no earlier daily report told of it
 * @param times how often it was seen in the time that the report covers
 * @param state how it stood when the report was made
 * @param now how it stands
 * @param places where on the listing
 * @param shopKey tells shops apart
 * @param title of the certificate
 * @param verdict see {@link shotdeed.model.Verdict}
 * @param method see {@link shotdeed.model.Method}
 * @param distance bits of 256 that differ; up to {@code radius} count as a copy
 * @param copyShare ten-thousandths of the copy that the same part covers; 0 where that is not known
 * @param sha256 of the picture's bytes as served
 * @param mark what was read of an invisible mark; {@code null} if nobody looked
 * @param complaint number of the complaint that holds it by now, or 0
 * @param returnedAfter number of the complaint after which it was gone before it came back, or 0
 */
public record ReportLine(
    int place,
    int finding,
    int sighting,
    boolean fresh,
    int times,
    SightingState state,
    SightingState now,
    List<Place> places,
    String shopKey,
    SeenListing listing,
    int certificate,
    String title,
    String verdict,
    String method,
    int distance,
    int radius,
    int copyShare,
    String pictureUrl,
    String sha256,
    ReadMark mark,
    Instant firstSeenAt,
    Instant seenAt,
    String seenBy,
    int complaint,
    int returnedAfter) {
  /**
   * Where on a listing a picture stands.
   *
   * @param role {@code main}, {@code sku}, {@code detail}, {@code review} or {@code other}
   * @param position 1 for the first
   */
  public record Place(String role, int position) {
    String text() {
      return role + " " + position;
    }

    static Place of(String text) {
      int blank = text.indexOf(' ');
      return new Place(text.substring(0, blank), Integer.parseInt(text.substring(blank + 1)));
    }
  }
}
