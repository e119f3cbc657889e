package shotdeed.server.coverage;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Bodies;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.CoverageReport;

/** What browsers have looked at, for programs. */
public final class CoverageRoutes implements RouteGroup {
  private static final int MAX_BODY = 64 << 10;

  private final Devices devices;
  private final TellCoverage tell;

  public CoverageRoutes(Devices devices, TellCoverage tell) {
    this.devices = devices;
    this.tell = tell;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.put("/api/v1/coverage", this::tell);
  }

  private void tell(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    tell.run(caller, Bodies.json(context, CoverageReport.class, MAX_BODY));
    context.status(HttpStatus.NO_CONTENT);
  }
}
