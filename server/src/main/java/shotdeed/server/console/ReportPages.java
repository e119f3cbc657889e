package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.people.ReportRecipients;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.report.ChooseReport;
import shotdeed.server.report.LookedAt;
import shotdeed.server.report.MakeReport;
import shotdeed.server.report.ReadReports;
import shotdeed.server.report.ReportLine;
import shotdeed.server.report.ReportSetting;
import shotdeed.server.report.TheftReport;

/** The theft reports: shop after shop, listing after listing, what is new first. */
public final class ReportPages implements RouteGroup {
  private static final String LIST = "/reports";
  private static final String SETTINGS = "/reports/settings";

  private final Desk desk;
  private final ReadReports read;
  private final MakeReport make;
  private final ChooseReport choose;
  private final ReportRecipients recipients;

  public ReportPages(
      Desk desk, ReadReports read, MakeReport make, ChooseReport choose, ReportRecipients recipients) {
    this.desk = desk;
    this.read = read;
    this.make = make;
    this.choose = choose;
    this.recipients = recipients;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LIST, context -> list(context, null));
    routes.post(LIST, this::make);
    routes.get(SETTINGS, context -> settings(context, null));
    routes.post(SETTINGS, this::set);
    routes.post("/reports/recipients", this::setRecipients);
    routes.get("/reports/{id}", this::show);
  }

  private void list(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    ReadReports.Page found = read.list(visit.caller(), problem == null ? Paging.asked(context) : 1);
    Map<String, Object> model = new HashMap<>();
    model.put("reports", found.reports());
    model.put("paging", Paging.of(found.page(), ReadReports.PAGE, found.total(), LIST));
    model.put("next", read.next(visit.caller()));
    Page page = problem == null ? visit.page("reports") : visit.page("reports", LIST, problem);
    desk.show(context, "reports", page, model);
  }

  private void make(Context context) {
    Visit visit = desk.form(context);
    int id;
    try {
      id = make.onDemand(visit.caller(), number("days", visit.field("days")));
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID && refused.error() != Errors.TOO_MANY_REPORTS) {
        throw refused;
      }
      list(context, refused);
      return;
    }
    visit.done("report-made", id, LIST + "/" + id);
  }

  private static int number(String field, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw Fields.invalid(field, "a number");
    }
    return Integer.parseInt(text);
  }

  private void show(Context context) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    TheftReport report = read.one(visit.caller(), Bearer.number(context, "id"));
    int asked = Paging.asked(context);
    Paging paging =
        Paging.of(asked, ReadReports.LINES, report.counts().findings(), LIST + "/" + report.id());
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("coverage", LookedAt.of(report));
    List<ReportLine> lines = read.lines(report, asked);
    model.put("shops", shops(lines));
    model.put("paging", paging);
    desk.show(context, "report", visit.page("reports"), model);
  }

  /** A listing with the pictures that a page of a report has of it. */
  public record Listing(List<ReportLine> lines) {
    public ReportLine first() {
      return lines.get(0);
    }
  }

  /** A shop with the listings that a page of a report has of it. */
  public record Shop(List<Listing> listings) {
    public ReportLine first() {
      return listings.get(0).first();
    }
  }

  private static List<Shop> shops(List<ReportLine> lines) {
    List<Shop> shops = new ArrayList<>();
    ReportLine before = null;
    for (ReportLine line : lines) {
      if (before == null || !before.shopKey().equals(line.shopKey())) {
        shops.add(new Shop(new ArrayList<>()));
        before = null;
      }
      List<Listing> listings = shops.get(shops.size() - 1).listings();
      if (before == null || !sameListing(before, line)) {
        listings.add(new Listing(new ArrayList<>()));
      }
      listings.get(listings.size() - 1).lines().add(line);
      before = line;
    }
    return shops;
  }

  private static boolean sameListing(ReportLine a, ReportLine b) {
    return a.listing().site().equals(b.listing().site()) && a.listing().listingId().equals(b.listing().listingId());
  }

  private void settings(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    Caller caller = visit.caller();
    caller.requireTeam();
    Map<String, Object> model = new HashMap<>();
    model.put("setting", choose.of(caller));
    model.put("next", read.next(caller));
    model.put("zones", zones());
    model.put("people", recipients.list(caller));
    Page page = problem == null ? visit.page("reports") : visit.page("reports", SETTINGS, problem);
    desk.show(context, "report-settings", page, model);
  }

  /** Places only: names such as {@code Etc/GMT-8} say the contrary of what they seem to. */
  static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
        .sorted()
        .toList();
  }

  private void set(Context context) {
    Visit visit = desk.form(context);
    try {
      ZoneId zone = SellerZone.parse(visit.field("zone"));
      choose.set(
          visit.caller(),
          new ReportSetting(visit.field("daily").equals("yes"), number("hour", visit.field("hour")), zone));
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID) {
        throw refused;
      }
      settings(context, refused);
      return;
    }
    visit.done("report-set", 0, SETTINGS);
  }

  private void setRecipients(Context context) {
    Visit visit = desk.form(context);
    Set<Integer> accounts = new TreeSet<>();
    try {
      for (String account : context.formParams("recipient")) {
        accounts.add(number("recipient", account));
      }
      recipients.set(visit.caller(), accounts);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID && refused.error() != Errors.ADDRESS_UNCONFIRMED) {
        throw refused;
      }
      settings(context, refused);
      return;
    }
    visit.done("report-recipients", accounts.size(), SETTINGS);
  }
}
