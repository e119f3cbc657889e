package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.triage.LicenceTerms;
import shotdeed.server.triage.Licences;

/** Shops that may use a seller's photographs: who, which of them, until when. */
public final class LicencePages implements RouteGroup {
  private static final String ADDRESS = "/licences";
  private static final List<Errors> SAID_HERE =
      List.of(Errors.FIELD_INVALID, Errors.TOO_MANY_LICENCES, Errors.LICENCE_ENDED);

  private final Desk desk;
  private final Licences licences;

  public LicencePages(Desk desk, Licences licences) {
    this.desk = desk;
    this.licences = licences;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, Map.of(), null));
    routes.post(ADDRESS, this::give);
    routes.post("/licences/{id}/extend", this::extend);
    routes.post("/licences/{id}/end", this::end);
  }

  /** @param stated what the form had, so that a refused one need not be written again */
  private void show(Context context, Map<String, String> stated, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    Map<String, Object> model = new HashMap<>();
    Licences.Page found = licences.list(visit.caller(), Paging.asked(context));
    model.put("found", found);
    model.put("paging", Paging.of(found.page(), Licences.PAGE, found.total(), ADDRESS));
    model.put("today", licences.today());
    model.put("stated", stated);
    Page page = problem == null ? visit.page("licences") : visit.page("licences", ADDRESS, problem);
    desk.show(context, "licences", page, model);
  }

  private void give(Context context) {
    Visit visit = desk.form(context);
    Map<String, String> stated = new HashMap<>();
    for (String field : List.of("market", "site", "shopId", "name", "numbers", "until", "note")) {
      stated.put(field, visit.field(field));
    }
    int id;
    try {
      LicenceTerms terms = LicenceTerms.of(false, stated.get("until"), stated.get("note"), licences.today());
      id = licences.give(
          visit.caller(),
          stated.get("market"),
          stated.get("site"),
          stated.get("shopId"),
          stated.get("name"),
          numbers(stated.get("numbers")),
          terms);
    } catch (Refused refused) {
      if (refused.error() == Errors.NOT_FOUND) {
        show(context, stated, Fields.invalid("numbers", "numbers of your own certificates"));
        return;
      }
      said(context, stated, refused);
      return;
    }
    visit.done("licence-given", id, ADDRESS);
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split("[\\s,;，、；]+")) {
      if (number.isEmpty()) {
        continue;
      }
      if (!number.matches("[1-9][0-9]{0,8}")) {
        throw Fields.invalid("numbers", "numbers of certificates");
      }
      numbers.add(Integer.parseInt(number));
    }
    return numbers;
  }

  private void extend(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      licences.extend(visit.caller(), id, visit.field("until"));
    } catch (Refused refused) {
      said(context, Map.of(), refused);
      return;
    }
    visit.done("licence-extended", id, ADDRESS);
  }

  private void end(Context context) {
    Visit visit = desk.form(context);
    int renewed = licences.end(visit.caller(), Bearer.number(context, "id"));
    visit.done("licence-ended", renewed, ADDRESS);
  }

  private void said(Context context, Map<String, String> stated, Refused refused) {
    if (!SAID_HERE.contains(refused.error())) {
      throw refused;
    }
    show(context, stated, refused);
  }
}
