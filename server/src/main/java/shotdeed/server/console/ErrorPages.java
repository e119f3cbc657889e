package shotdeed.server.console;

import io.javalin.http.Context;
import shotdeed.server.platform.ErrorPage;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Shows refusals and failures in the console's own layout; whoever is not signed in learns how to. */
public final class ErrorPages implements ErrorPage {
  private final Desk desk;

  public ErrorPages(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void show(Context context, Refused refused) {
    Visit visit = desk.anybody(context);
    String here = context.method().name().equals("GET") ? context.path() : "/";
    String template = refused.error() == Errors.NOT_SIGNED_IN ? "signed-out" : "error";
    desk.show(context, template, visit.page("", here, refused));
  }
}
