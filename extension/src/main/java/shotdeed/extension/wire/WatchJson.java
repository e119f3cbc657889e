package shotdeed.extension.wire;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.ChangedPages;
import shotdeed.wire.CoverageReport;
import shotdeed.wire.FailedPictures;
import shotdeed.wire.MarketCoverage;
import shotdeed.wire.VisitReport;
import shotdeed.wire.WatchEntry;
import shotdeed.wire.WatchList;
import shotdeed.wire.WatchRequest;
import shotdeed.wire.WatchVisit;

/** The watch list, visits to what is on it, and what was looked at. */
public final class WatchJson {
  private WatchJson() {}

  public static WatchList list(Json json) {
    List<WatchEntry> entries = new ArrayList<>();
    for (Json entry : json.list("entries")) {
      entries.add(entry(entry));
    }
    return new WatchList(json.integer("limit"), entries);
  }

  public static WatchEntry entry(Json json) {
    Json visit = json.memberOrNull("lastVisit");
    return new WatchEntry(
        json.integer("id"),
        json.string("kind"),
        json.string("key"),
        json.string("market"),
        json.string("site"),
        json.string("address"),
        json.string("title"),
        json.string("shopName"),
        json.string("note"),
        json.string("addedBy"),
        json.string("addedAt"),
        visit == null
            ? null
            : new WatchVisit(
                visit.string("at"),
                visit.string("by"),
                visit.integer("pictures"),
                visit.integer("failed"),
                visit.integer("copies")));
  }

  public static Json write(WatchRequest request) {
    return Json.object()
        .put("kind", request.kind())
        .put("listing", ListingJson.write(request.listing()))
        .put("note", request.note());
  }

  public static Json write(VisitReport report) {
    return Json.object()
        .put("clientKey", report.clientKey())
        .put("visitedAt", report.visitedAt())
        .put("day", report.day())
        .put("pictures", report.pictures())
        .put("failed", report.failed())
        .put("copies", report.copies());
  }

  /** What waits in this browser is kept in the form in which it is sent, with members of the browser's own. */
  public static VisitReport visit(Json json) {
    return new VisitReport(
        json.string("clientKey"),
        json.string("visitedAt"),
        json.string("day"),
        json.integer("pictures"),
        json.integer("failed"),
        json.integer("copies"));
  }

  public static Json write(CoverageReport report) {
    Json markets = Json.array();
    for (MarketCoverage market : report.markets()) {
      Json failed = Json.array();
      for (FailedPictures each : market.failed()) {
        failed.add(Json.object().put("reason", each.reason()).put("pictures", each.pictures()));
      }
      Json counts =
          Json.object()
              .put("market", market.market())
              .put("listings", market.listings())
              .put("shops", market.shops())
              .put("pictures", market.pictures())
              .put("failed", failed);
      if (!market.changed().isEmpty()) { // otherwise a report is what it was before there was any
        counts.put("changed", changed(market.changed()));
      }
      markets.add(counts);
    }
    return Json.object().put("day", report.day()).put("markets", markets);
  }

  private static Json changed(List<ChangedPages> pages) {
    Json changed = Json.array();
    for (ChangedPages each : pages) {
      changed.add(
          Json.object().put("site", each.site()).put("part", each.part()).put("listings", each.listings()));
    }
    return changed;
  }
}
