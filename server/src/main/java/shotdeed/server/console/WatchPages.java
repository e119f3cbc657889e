package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import shotdeed.model.WatchAddress;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.monitor.ListSightings;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.watch.AddToWatchList;
import shotdeed.server.watch.ReadWatchList;
import shotdeed.server.watch.TakeOffWatchList;
import shotdeed.server.watch.Watched;
import shotdeed.wire.SeenListing;

/** The watch list: what the team wants looked at again, the longest not visited first. */
public final class WatchPages implements RouteGroup {
  private static final String LIST = "/watch-list";

  private final Desk desk;
  private final ReadWatchList read;
  private final AddToWatchList add;
  private final TakeOffWatchList takeOff;
  private final ListSightings sightings;

  public WatchPages(
      Desk desk, ReadWatchList read, AddToWatchList add, TakeOffWatchList takeOff, ListSightings sightings) {
    this.desk = desk;
    this.read = read;
    this.add = add;
    this.takeOff = takeOff;
    this.sightings = sightings;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, context -> show(context, null));
    routes.post(LIST, this::add);
    routes.post(LIST + "/{id}/remove", this::remove);
    routes.post(LIST + "/{id}/restore", this::restore);
    routes.post("/sightings/{id}/watch-listing", context -> watch(context, add::listing));
    routes.post("/sightings/{id}/watch-shop", context -> watch(context, add::shop));
  }

  /** @param problem why the form that was sent to this page was not taken, or {@code null} */
  private void show(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    ReadWatchList.Page found = read.page(visit.caller(), context.queryParam("words"), Paging.asked(context));
    String address =
        found.words().isEmpty() ? LIST : LIST + "?words=" + URLEncoder.encode(found.words(), StandardCharsets.UTF_8);
    Map<String, Object> model = new HashMap<>();
    model.put("entries", found.entries());
    model.put("words", found.words());
    model.put("all", found.all());
    model.put("limit", AddToWatchList.LIMIT);
    model.put("paging", Paging.of(found.page(), ReadWatchList.PAGE, found.total(), address));
    model.put("removed", removed(context, visit.caller()));
    model.put("typed", problem == null ? "" : visit.field("address"));
    model.put("typedNote", problem == null ? "" : visit.field("note"));
    Page page = problem == null ? visit.page("watch-list") : visit.page("watch-list", LIST, problem);
    desk.show(context, "watch-list", page, model);
  }

  /** What was just taken off the list, to be put back; {@code null} if nothing was. */
  private Watched removed(Context context, Caller caller) {
    String id = context.queryParam("removed");
    if (id == null || !id.matches("[0-9]{1,9}")) {
      return null;
    }
    try {
      Watched entry = read.one(caller, Integer.parseInt(id));
      return entry.removedAt() == null ? null : entry;
    } catch (Refused none) {
      return null;
    }
  }

  private void add(Context context) {
    Visit visit = desk.form(context);
    Watched entry;
    try {
      entry = add.byAddress(visit.caller(), visit.field("address"), visit.field("note"));
    } catch (Refused refused) {
      if (!isSaidHere(refused)) {
        throw refused;
      }
      show(context, refused);
      return;
    }
    visit.done("watch-added", entry.id(), LIST);
  }

  private static boolean isSaidHere(Refused refused) {
    return refused.error() == Errors.WATCH_ADDRESS
        || refused.error() == Errors.WATCH_FULL
        || refused.error() == Errors.FIELD_INVALID;
  }

  private void remove(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    takeOff.remove(visit.caller(), id);
    visit.done("watch-removed", id, LIST + "?removed=" + id);
  }

  private void restore(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      takeOff.restore(visit.caller(), id);
    } catch (Refused refused) {
      if (!isSaidHere(refused)) {
        throw refused;
      }
      show(context, refused);
      return;
    }
    visit.done("watch-restored", id, LIST);
  }

  private interface Add {
    Watched by(Caller caller, SeenListing seen, String note);
  }

  /** From the page of something that was found there. */
  private void watch(Context context, Add add) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    SeenListing seen = sightings.one(visit.caller(), id).listing();
    Watched entry = add.by(visit.caller(), seen, "");
    visit.done(entry.isShop() ? "watch-shop" : "watch-listing", entry.id(), "/sightings/" + id);
  }

  /** Longest address that the form takes. */
  public static int maxAddress() {
    return WatchAddress.MAX_LENGTH;
  }
}
