package shotdeed.server.complain.fields;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.RouteGroup;

/** What goes into a marketplace's form, and handing it over to who may lodge it, for programs. */
public final class FormFillRoutes implements RouteGroup {
  private static final int MOST_PARTS = 10_000;

  private final Devices devices;
  private final FillForm fill;
  private final HandOver handOver;

  public FormFillRoutes(Devices devices, FillForm fill, HandOver handOver) {
    this.devices = devices;
    this.fill = fill;
    this.handOver = handOver;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/complaints/{id}/form", this::form);
    routes.post("/api/v1/complaints/{id}/hand-over", this::handOver);
  }

  private void form(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    int id = Bearer.number(context, "id");
    Json.send(context, fill.run(caller, id, "", language(context), null, part(context)).fill());
  }

  private void handOver(Context context) throws IOException {
    handOver.give(Bearer.caller(context, devices), Bearer.number(context, "id"), "");
    context.status(HttpStatus.NO_CONTENT);
  }

  private static Language language(Context context) {
    String asked = context.queryParam("language");
    if (asked == null) {
      return Language.pick(null, context.header("Accept-Language"));
    }
    Language language = Language.of(asked);
    if (language == null) {
      throw Fields.invalid("language", "en, zh-CN or zh-TW");
    }
    return language;
  }

  private static int part(Context context) {
    String text = context.queryParam("part");
    int part;
    try {
      part = text == null ? 1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      part = 0;
    }
    return Fields.number("part", part, 1, MOST_PARTS);
  }
}
