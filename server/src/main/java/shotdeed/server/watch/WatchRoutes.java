package shotdeed.server.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Set;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Secrets;
import shotdeed.wire.SeenListing;
import shotdeed.wire.VisitReport;
import shotdeed.wire.WatchRequest;

/** The watch list, for programs. */
public final class WatchRoutes implements RouteGroup {
  private static final String LIST = "/api/v1/watch-list";
  private static final int MAX_BODY = 64 << 10;
  private static final int MAX_SHOP = 200;

  /** Whose rules can apply. */
  private static final Set<String> MARKETS = Set.of("taobao", "tmall", "other");

  private final Devices devices;
  private final ReadWatchList read;
  private final AddToWatchList add;
  private final TakeOffWatchList takeOff;
  private final RecordVisit record;

  public WatchRoutes(
      Devices devices, ReadWatchList read, AddToWatchList add, TakeOffWatchList takeOff, RecordVisit record) {
    this.devices = devices;
    this.read = read;
    this.add = add;
    this.takeOff = takeOff;
    this.record = record;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, this::list);
    routes.post(LIST, this::add);
    routes.delete(LIST + "/{id}", this::remove);
    routes.post(LIST + "/{id}/visits", this::visit);
  }

  /** Browsers ask every few minutes: most of the time nothing has changed. */
  private void list(Context context) {
    byte[] list = Json.write(read.all(Bearer.caller(context, devices)));
    String tag = '"' + Secrets.sha256(list) + '"';
    context.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType("application/json").result(list);
    }
  }

  private void add(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    WatchRequest request = Bodies.json(context, WatchRequest.class, MAX_BODY);
    SeenListing seen = present(Fields.present("listing", request.listing()));
    String kind = Fields.present("kind", request.kind());
    if (!kind.equals(Watched.LISTING) && !kind.equals(Watched.SHOP)) {
      throw Fields.invalid("kind", "listing or shop");
    }
    Watched entry =
        kind.equals(Watched.SHOP) ? add.shop(caller, seen, request.note()) : add.listing(caller, seen, request.note());
    Json.send(context, entry.message());
  }

  /** Members that are left out are empty. */
  private static SeenListing present(SeenListing seen) {
    return new SeenListing(
        market(seen.market()),
        text(seen.site()),
        Fields.present("listing.pageUrl", seen.pageUrl()),
        text(seen.listingId()),
        text(seen.title()),
        PageText.line(seen.shopId(), MAX_SHOP),
        text(seen.shopName()));
  }

  private static String market(String market) {
    if (market == null || !MARKETS.contains(market)) {
      throw Fields.invalid("listing.market", "taobao, tmall or other");
    }
    return market;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private void remove(Context context) {
    takeOff.remove(Bearer.caller(context, devices), Bearer.number(context, "id"));
    context.status(HttpStatus.NO_CONTENT);
  }

  private void visit(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    Json.send(context, record.run(caller, id, Bodies.json(context, VisitReport.class, MAX_BODY)).message());
  }
}
