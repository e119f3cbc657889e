package shotdeed.server.complain.risk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.Texts;

/** The seller's own risk, for programs. */
public final class RiskRoutes implements RouteGroup {
  private final Devices devices;
  private final ReadRisk risks;

  public RiskRoutes(Devices devices, ReadRisk risks) {
    this.devices = devices;
    this.risks = risks;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/sightings/{id}/risk", this::risk);
  }

  private void risk(Context context) {
    Caller caller = Bearer.caller(context, devices);
    Json.send(context, risks.of(caller, Bearer.number(context, "id"), Texts.in(language(context))));
  }

  private static Language language(Context context) {
    String asked = context.queryParam("language");
    if (asked == null || asked.isEmpty()) {
      return Language.pick(null, context.header("Accept-Language"));
    }
    Language language = Language.of(asked);
    if (language == null) {
      throw Fields.invalid("language", "en, zh-CN or zh-TW");
    }
    return language;
  }
}
