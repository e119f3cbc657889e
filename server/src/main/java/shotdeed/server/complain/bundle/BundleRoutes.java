package shotdeed.server.complain.bundle;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.RouteGroup;

/** A complaint's evidence as one file, for programs. */
public final class BundleRoutes implements RouteGroup {
  private final Devices devices;
  private final PackBundle pack;

  public BundleRoutes(Devices devices, PackBundle pack) {
    this.devices = devices;
    this.pack = pack;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/complaints/{id}/evidence.zip", this::bundle);
  }

  private void bundle(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    send(context, caller, pack, Language.pick(null, context.header("Accept-Language")));
  }

  /**
   * Answers with the bundle that the address asks for.
   *
   * @param fallback the language where the address names none
   */
  public static void send(Context context, Caller caller, PackBundle pack, Language fallback) throws IOException {
    BundleOptions options = BundleOptions.of(
        context.queryParam("language"), context.queryParams("originals"), context.queryParam("screenshot"), fallback);
    Bundle bundle = pack.run(caller, Bearer.number(context, "id"), options);
    context.status(HttpStatus.OK).contentType("application/zip");
    context.header("Content-Disposition", "attachment; filename=\"" + bundle.name() + "\"");
    bundle.write(context.outputStream());
  }
}
