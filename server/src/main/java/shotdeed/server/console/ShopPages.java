package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.outcome.Shops;
import shotdeed.server.platform.CsvFile;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Times;

/** The shops in which photographs were seen, and the dossier of each. */
public final class ShopPages implements RouteGroup {
  private static final String ADDRESS = "/shops";

  /** Names the page of a shop's complaints in addresses. */
  private static final String CASES = "cases";

  /** Without it spreadsheet programs take Chinese for another encoding. */
  private static final String MARK = "\ufeff";

  private static final List<String> HEADER = List.of(
      "finding", "listing", "title", "certificate", "state", "last_seen", "times", "complaint", "came_back");

  private final Desk desk;
  private final Shops shops;

  public ShopPages(Desk desk, Shops shops) {
    this.desk = desk;
    this.shops = shops;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, this::list);
    routes.get("/shops/{id}", this::one);
    routes.get("/shops/{id}/findings.csv", this::csv);
  }

  private void list(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    String key = context.queryParam("key");
    if (key != null) {
      int id = shops.ofKey(visit.caller(), key);
      if (id == 0) {
        throw new Refused(Errors.NOT_FOUND);
      }
      context.redirect(ADDRESS + "/" + id);
      return;
    }
    Shops.Filter filter = Shops.Filter.of(context.queryParam("only"));
    Shops.Page found = shops.list(visit.caller(), filter, context.queryParam("words"), Paging.asked(context));
    String address = ADDRESS + "?only=" + filter.text() + "&words=" + encoded(found.search());
    Map<String, Object> model = new HashMap<>();
    model.put("found", found);
    model.put("paging", Paging.of(found.page(), Shops.PAGE, found.total(), address));
    desk.show(context, "shops", visit.page("shops"), model);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void one(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    Shops.Dossier dossier = shops.one(visit.caller(), id, Paging.asked(context), Paging.asked(context, CASES));
    Map<String, Object> model = new HashMap<>();
    model.put("dossier", dossier);
    model.put("key", encoded(dossier.shop().key()));
    String address = ADDRESS + "/" + id;
    model.put("paging", Paging.of(
        dossier.page(), Shops.PAGE, dossier.shop().all(), address + "?" + CASES + "=" + dossier.casePage()));
    model.put("casePaging", Paging.of(
        dossier.casePage(), Shops.CASES, dossier.shop().complaints(), address + "?page=" + dossier.page(), CASES));
    desk.show(context, "shop", visit.page("shops"), model);
  }

  /** Written while it is read: a shop may have hundreds of thousands. */
  private void csv(Context context) throws IOException {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    int id = Bearer.number(context, "id");
    shops.one(visit.caller(), id, 1, 1);
    context.header("Content-Disposition", "attachment; filename=\"shop-" + id + ".csv\"");
    context.contentType("text/csv; charset=utf-8");
    Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
    out.write(MARK);
    out.write(CsvFile.sheetLine(HEADER));
    shops.each(visit.caller(), id, found -> out.write(CsvFile.sheetLine(List.of(
        String.valueOf(found.finding()),
        found.url(),
        found.title(),
        String.valueOf(found.certificate()),
        found.state(),
        Times.text(found.seenAt()),
        String.valueOf(found.times()),
        found.complaint() == 0 ? "" : String.valueOf(found.complaint()),
        found.returned() ? "yes" : ""))));
    out.flush();
  }
}
