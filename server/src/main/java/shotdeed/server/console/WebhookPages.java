package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.account.Bearer;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.webhook.ManageWebhooks;
import shotdeed.server.webhook.ReadWebhooks;

/** Where events are sent, and what became of them. */
public final class WebhookPages implements RouteGroup {
  private static final String ADDRESS = "/webhooks";

  private final Desk desk;
  private final ManageWebhooks webhooks;
  private final ReadWebhooks read;

  public WebhookPages(Desk desk, ManageWebhooks webhooks, ReadWebhooks read) {
    this.desk = desk;
    this.webhooks = webhooks;
    this.read = read;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(ADDRESS, context -> show(context, desk.signedIn(context), null, 0, "", ""));
    routes.post(ADDRESS, this::add);
    routes.post("/webhooks/{id}", this::change);
    routes.post("/webhooks/{id}/renew", this::renew);
    routes.post("/webhooks/{id}/remove", this::remove);
    routes.post("/webhooks/{id}/test", this::test);
    routes.post("/webhook-deliveries/{id}/again", this::again);
  }

  /**
   * Shows the page.
   *
   * @param failed which target could not be changed, or 0 for a new one
   * @param url that was typed, to be corrected
   */
  private void show(Context context, Visit visit, Refused problem, int failed, String url, String description) {
    Map<String, Object> model = new HashMap<>();
    model.put("webhooks", read.list(visit.caller()));
    model.put("deliveries", read.deliveries(visit.caller()));
    model.put("failed", failed);
    model.put("url", url);
    model.put("description", description);
    Page page = problem == null ? visit.page("webhooks") : visit.page("webhooks", ADDRESS, problem);
    desk.show(context, "webhooks", page, model);
  }

  private void add(Context context) {
    Visit visit = desk.form(context);
    try {
      showSecret(context, visit, webhooks.add(visit.caller(), visit.field("url"), visit.field("description")), false);
    } catch (Refused refused) {
      again(context, visit, refused, 0);
    }
  }

  private void change(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      boolean active = visit.field("active").equals("yes");
      webhooks.change(visit.caller(), id, visit.field("url"), visit.field("description"), active);
      visit.done("webhook-changed", id, ADDRESS);
    } catch (Refused refused) {
      again(context, visit, refused, id);
    }
  }

  /** The form again as it was typed, unless it is not this person's to send. */
  private void again(Context context, Visit visit, Refused refused, int id) {
    if (!refused.error().code().startsWith("webhook")) {
      throw refused;
    }
    show(context, visit, refused, id, visit.field("url"), visit.field("description"));
  }

  private void showSecret(Context context, Visit visit, ManageWebhooks.Made made, boolean renewed) {
    desk.show(
        context,
        "webhook-secret",
        visit.page("webhooks"),
        Map.of(
            "secret", made.secret(), "renewed", renewed, "hours", ManageWebhooks.BOTH_SIGN.toHours()));
  }

  private void renew(Context context) {
    Visit visit = desk.form(context);
    showSecret(context, visit, webhooks.renew(visit.caller(), Bearer.number(context, "id")), true);
  }

  private void remove(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    webhooks.remove(visit.caller(), id);
    visit.done("webhook-removed", id, ADDRESS);
  }

  private void test(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      webhooks.test(visit.caller(), id);
      visit.done("webhook-tested", id, ADDRESS);
    } catch (Refused refused) {
      again(context, visit, refused, id);
    }
  }

  private void again(Context context) {
    Visit visit = desk.form(context);
    int id = Bearer.number(context, "id");
    try {
      webhooks.again(visit.caller(), id);
      visit.done("webhook-again", id, ADDRESS);
    } catch (Refused refused) {
      again(context, visit, refused, 0);
    }
  }
}
