package shotdeed.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import shotdeed.image.Strip;
import shotdeed.model.PictureRole;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;

/** Checks and bounds what a browser states about a sighting. */
final class ReportFields {
  /** Whose rules can apply. */
  private static final Set<String> MARKETS = Set.of("taobao", "tmall", "other");

  /** A browser that was offline sends late; a clock that is off by more is not believed. */
  private static final Duration MAX_LATE = Duration.ofDays(30);
  private static final Duration MAX_EARLY = Duration.ofDays(1);

  private static final int MAX_ADDRESS = 2000;
  private static final int MAX_NAME = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_ID = 500;
  private static final int MAX_POSITION = 100_000;

  private ReportFields() {}

  static SightingReport checked(SightingReport report) {
    SeenPicture picture = picture("picture", report.picture());
    return new SightingReport(
        Fields.key("clientKey", report.clientKey()),
        Times.text(Times.stated("seenAt", Fields.present("seenAt", report.seenAt()))),
        report.certificate(),
        listing(Fields.present("listing", report.listing())),
        picture,
        slices(report.slices(), picture),
        client(report.client()));
  }

  private static SeenListing listing(SeenListing listing) {
    if (listing.market() == null || !MARKETS.contains(listing.market())) {
      throw Fields.invalid("listing.market", "taobao, tmall or other");
    }
    return new SeenListing(
        listing.market(),
        Fields.identity("listing.site", listing.site(), MAX_NAME),
        Fields.pageAddress("listing.pageUrl", listing.pageUrl(), MAX_ADDRESS),
        Fields.identity("listing.listingId", listing.listingId(), MAX_ID),
        PageText.line(listing.title(), MAX_TITLE),
        PageText.line(listing.shopId(), MAX_NAME),
        PageText.line(listing.shopName(), MAX_NAME));
  }

  /** A strip has the reported picture among its slices. */
  private static List<SeenPicture> slices(List<SeenPicture> stated, SeenPicture picture) {
    List<SeenPicture> slices = new ArrayList<>();
    if (stated != null && !stated.isEmpty()) {
      for (SeenPicture slice : Fields.list("slices", stated, 2, Strip.MAX_SLICES)) {
        slices.add(picture("slices[" + slices.size() + "]", slice));
      }
      if (!slices.contains(picture)) {
        throw Fields.invalid("slices", "a list with the picture in it");
      }
    }
    return slices;
  }

  private static SeenPicture picture(String field, SeenPicture stated) {
    SeenPicture picture = Fields.present(field, stated);
    try {
      PictureRole.of(picture.role());
    } catch (IllegalArgumentException e) {
      throw Fields.invalid(field + ".role", "main, sku, detail, review or other");
    }
    return new SeenPicture(
        Fields.text(field + ".url", picture.url(), MAX_ADDRESS),
        PageText.line(picture.fetchedUrl(), MAX_ADDRESS),
        picture.role(),
        Fields.number(field + ".position", picture.position(), 1, MAX_POSITION));
  }

  /** What captured it; a browser that does not say is nobody's loss. */
  static CaptureClient client(CaptureClient client) {
    return client == null
        ? new CaptureClient("", "", "")
        : new CaptureClient(
            PageText.line(client.extension(), 50),
            PageText.line(client.browser(), MAX_TITLE),
            PageText.line(client.language(), 50));
  }

  /** The day that a sighting counts for: as the browser says, unless its clock is plainly wrong. */
  static String day(Instant seenAt, Instant receivedAt) {
    boolean believable =
        !seenAt.isBefore(receivedAt.minus(MAX_LATE)) && !seenAt.isAfter(receivedAt.plus(MAX_EARLY));
    return (believable ? seenAt : receivedAt).atZone(Times.MARKET_ZONE).toLocalDate().toString();
  }
}
