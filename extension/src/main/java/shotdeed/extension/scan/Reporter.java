package shotdeed.extension.scan;

import java.util.List;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Connection;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;

/** Makes a hit of what was found, keeps it, and asks the server at once. */
final class Reporter {
  /** After so many seconds the server is tried again with a hit that waits. */
  private static final int RETRY_SECONDS = 30;

  private Reporter() {}

  /**
   * Waits for the server's decision, or until the hit is kept for later.
   *
   * @param home the library that the finding is of
   * @param now whether the server can be asked at once; else it has just not answered, and is tried again later
   * @param picture of a strip, the slice with most of the copy
   * @param slices of a strip; empty for a picture alone
   * @param parts the picture, or each slice
   */
  static Hit report(
      String home,
      boolean now,
      SeenListing listing,
      Found found,
      SeenPicture picture,
      List<SeenPicture> slices,
      List<Hit.Part> parts) {
    Hit hit = Hits.keep(Hit.create(home, Hit.WAITING, report(listing, found, picture, slices), found, parts));
    if (now && hit.state().equals(Hit.WAITING)) {
      try {
        Connection connection = Connection.load();
        if (connection != null && connection.home().equals(hit.home())) {
          Hits.confirm(connection, hit);
        }
      } catch (Http.Unreachable | Connection.ServerRefused e) {
        Tasks.log("ShotDeed: a hit waits for the server: " + e.getMessage());
        Extension.soon(RETRY_SECONDS);
      }
    }
    return hit;
  }

  /** Waits until another shot of the same thing is kept here, to be shown apart. Nobody is told of it. */
  static Hit keepRelated(String home, SeenListing listing, Found found, SeenPicture picture, Hit.Part part) {
    return Hits.keep(
        Hit.create(home, Hit.RELATED, report(listing, found, picture, List.of()), found, List.of(part)));
  }

  private static SightingReport report(
      SeenListing listing, Found found, SeenPicture picture, List<SeenPicture> slices) {
    return new SightingReport(
        Extension.uuid(),
        Extension.instant(),
        found.certificate(),
        listing,
        picture,
        slices,
        new CaptureClient(Extension.version(), Extension.browser(), Extension.language()));
  }
}
