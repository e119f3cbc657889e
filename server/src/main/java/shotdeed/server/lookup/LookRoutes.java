package shotdeed.server.lookup;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import shotdeed.server.account.Bearer;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Devices;
import shotdeed.server.platform.BoundedBodies;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FewEach;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;
import shotdeed.wire.LookCodec;

/** Looks at pictures, for programs. */
public final class LookRoutes implements RouteGroup {
  /** Looks in memory at a time, each of at most a megabyte: those that are worked on, and some that arrive meanwhile. */
  private static final int AT_ONCE = TakeLook.AT_ONCE + 8;

  private static final int OF_AN_ACCOUNT = 4;
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final int MAX_DRAINED = 4 * LookCodec.MAX_BYTES;

  private final Devices devices;
  private final TakeLook look;
  private final BoundedBodies bodies = new BoundedBodies(AT_ONCE, TIME, LookCodec.MAX_BYTES, MAX_DRAINED);
  private final FewEach each = new FewEach(OF_AN_ACCOUNT);

  public LookRoutes(Devices devices, TakeLook look) {
    this.devices = devices;
    this.look = look;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/look", this::look);
  }

  private void look(Context context) throws IOException {
    Caller caller = Bearer.caller(context, devices);
    if (!each.take(caller.account())) {
      throw new Refused(Errors.BUSY).with("retryAfter", TIME.toSeconds());
    }
    try {
      Json.send(context, bodies.bytes(context, LookCodec.MEDIA_TYPE, body -> look.run(caller, body)));
    } finally {
      each.leave(caller.account());
    }
  }
}
