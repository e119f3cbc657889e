package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import shotdeed.server.account.Role;
import shotdeed.server.certify.Refingerprint;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The admin's say over fingerprints that could not be computed anew; what they are stands on the overview. */
public final class FingerprintPages implements RouteGroup {
  private final Desk desk;
  private final Refingerprint refingerprint;

  public FingerprintPages(Desk desk, Refingerprint refingerprint) {
    this.desk = desk;
    this.refingerprint = refingerprint;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/fingerprints/again", this::again);
  }

  private void again(Context context) {
    Visit visit = desk.form(context);
    if (!visit.caller().roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    refingerprint.again(visit.caller());
    visit.done("fingerprints-again", 0, "/");
  }
}
