package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import shotdeed.server.account.Bearer;
import shotdeed.server.complain.batch.Batch;
import shotdeed.server.complain.batch.Group;
import shotdeed.server.complain.batch.PrepareBatch;
import shotdeed.server.complain.batch.ReadShop;
import shotdeed.server.complain.batch.Split;
import shotdeed.server.complain.batch.UndoBatch;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** What was found in a shop, listing by listing: ticked, it becomes complaints in one go, or a letter. */
public final class BatchPages implements RouteGroup {
  private static final String BATCH = "/batch";
  private static final String AGAIN_SECONDS = "2";
  private static final List<Errors> SAID_HERE = List.of(Errors.OWNERSHIP_NOT_STATED, Errors.FIELD_INVALID);

  private final Desk desk;
  private final FormLibrary forms;
  private final ReadShop shops;
  private final PrepareBatch prepare;
  private final UndoBatch undo;

  public BatchPages(Desk desk, FormLibrary forms, ReadShop shops, PrepareBatch prepare, UndoBatch undo) {
    this.desk = desk;
    this.forms = forms;
    this.shops = shops;
    this.prepare = prepare;
    this.undo = undo;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(BATCH, context -> shop(context, context.queryParam("shop"), UUID.randomUUID().toString(), null));
    routes.post(BATCH, this::start);
    routes.get("/batch/{id}", context -> show(context, Bearer.number(context, "id"), null));
    routes.post("/batch/{id}/undo", this::undo);
  }

  /** Address of a shop's listings. */
  public static String address(String shopKey) {
    return BATCH + "?shop=" + URLEncoder.encode(shopKey, StandardCharsets.UTF_8);
  }

  /** Place of the share that a listing belongs to. */
  public static int share(List<Split.Share> shares, Group group) {
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).parts().stream().anyMatch(part -> part.contains(group.fit().get(0)))) {
        return i;
      }
    }
    return 0;
  }

  private void shop(Context context, String key, String form, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    ReadShop.Shop shop = shops.one(visit.caller(), key);
    Map<String, Object> model = new HashMap<>();
    model.put("shop", shop);
    model.put("shares", Split.of(forms, shop.groups()));
    model.put("key", form);
    Page page = problem == null ? visit.page("triage") : visit.page("triage", address(key), problem);
    desk.show(context, "batch-shop", page, model);
  }

  private void start(Context context) {
    Visit visit = desk.form(context);
    visit.requireTeam();
    String key = visit.field("shop");
    Set<Integer> ticked = ticked(context.formParams("listing"));
    if (ticked.isEmpty()) {
      visit.done("no-listing-ticked", 0, address(key));
      return;
    }
    PrepareBatch.Asked asked = new PrepareBatch.Asked(
        visit.field("key"),
        key,
        ticked,
        visit.field("owned").equals("yes"),
        context.header("User-Agent"),
        visit.texts().language().tag());
    int id;
    try {
      id = prepare.start(visit.caller(), asked);
    } catch (Refused refused) {
      if (!SAID_HERE.contains(refused.error())) {
        throw refused;
      }
      shop(context, key, visit.field("key"), refused);
      return;
    }
    context.redirect(BATCH + "/" + id, HttpStatus.SEE_OTHER);
  }

  /** Numbers of findings, from ticks such as {@code 12,15}. */
  static Set<Integer> ticked(List<String> ticks) {
    Set<Integer> findings = new LinkedHashSet<>();
    Fields.list("ticked", ticks, 0, PrepareBatch.MAX_TICKED);
    for (String tick : ticks) {
      for (String number : tick.split(",", PrepareBatch.MAX_TICKED + 1)) {
        if (!number.matches("[1-9][0-9]{0,8}") || findings.size() == PrepareBatch.MAX_TICKED) {
          throw Fields.invalid("ticked", "numbers of findings, at most " + PrepareBatch.MAX_TICKED);
        }
        findings.add(Integer.parseInt(number));
      }
    }
    return findings;
  }

  private void show(Context context, int id, Refused problem) {
    Visit visit = desk.signedIn(context);
    visit.requireTeam();
    Batch batch = prepare.one(visit.caller(), id);
    if (!batch.ended()) {
      context.header("Refresh", AGAIN_SECONDS);
    }
    Page page = problem == null ? visit.page("triage") : visit.page("triage", BATCH + "/" + id, problem);
    desk.show(context, "batch", page, Map.of("batch", batch));
  }

  private void undo(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    int withdrawn;
    try {
      withdrawn = undo.run(visit.caller(), id);
    } catch (Refused refused) {
      if (refused.error() != Errors.UNDO_OF_BATCH) {
        throw refused;
      }
      show(context, id, refused);
      return;
    }
    visit.done("batch-undone", withdrawn, BATCH + "/" + id);
  }
}
