package shotdeed.server.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.util.function.ToIntFunction;
import shotdeed.fingerprint.Kernel;
import shotdeed.server.platform.Csrf;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;
import shotdeed.wire.Handshake;
import shotdeed.wire.PairRequest;

/** Pairing, devices, and signing in to the console. */
public final class AccountRoutes implements RouteGroup {
  /** Version of the interface for programs. */
  public static final int API = 1;

  private static final String COOKIE = "shotdeed";

  private final Sessions sessions;
  private final Devices devices;
  private final Pairing pairing;
  private final StrangerBodies strangers;
  private final ToIntFunction<Caller> missing;
  private final String version;
  private final boolean secure;

  /**
   * @param missing how many of a caller's monitored certificates have no fingerprints of this version yet
   * @param version of the program
   * @param secure whether cookies travel over TLS only
   */
  public AccountRoutes(
      Sessions sessions,
      Devices devices,
      Pairing pairing,
      StrangerBodies strangers,
      ToIntFunction<Caller> missing,
      String version,
      boolean secure) {
    this.sessions = sessions;
    this.devices = devices;
    this.pairing = pairing;
    this.strangers = strangers;
    this.missing = missing;
    this.version = version;
    this.secure = secure;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/pair", this::pair);
    routes.get("/api/v1/handshake", this::handshake);
    routes.get("/api/v1/devices", this::list);
    routes.post("/api/v1/devices/{id}/revoke", this::revoke);
    routes.post("/sign-in", this::signIn);
    routes.post("/sign-out", this::signOut);
  }

  private void pair(Context context) throws IOException {
    Json.send(context, pairing.pair(strangers.json(context, PairRequest.class), context.ip()));
  }

  private void handshake(Context context) {
    Caller caller = Bearer.caller(context, devices);
    Json.send(
        context,
        new Handshake(
            version,
            API,
            Kernel.VERSION,
            missing.applyAsInt(caller),
            caller.sellerName(),
            caller.accountName(),
            caller.deviceName(),
            caller.library()));
  }

  private void list(Context context) {
    Json.send(context, devices.list(Bearer.caller(context, devices)));
  }

  private void revoke(Context context) {
    devices.revoke(Bearer.caller(context, devices), Bearer.number(context, "id"));
    context.status(HttpStatus.NO_CONTENT);
  }

  private void signIn(Context context) throws IOException {
    String code = strangers.form(context).get("code");
    remember(context, sessions.signIn(code, context.ip(), context.userAgent()), secure);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  /**
   * Gives the session to the browser that signed in.
   *
   * @param secret of the session
   * @param secure whether cookies travel over TLS only
   */
  public static void remember(Context context, String secret, boolean secure) {
    Cookie cookie = new Cookie(COOKIE, secret, "/", (int) Sessions.LIFE.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  private void signOut(Context context) {
    String secret = secret(context);
    sessions.caller(secret);
    Csrf.check(secret, context.formParam(Csrf.FIELD));
    sessions.signOut(secret);
    forget(context);
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  /** Takes the session from the browser. */
  public static void forget(Context context) {
    context.removeCookie(COOKIE, "/");
  }

  /** The session's secret that a browser sent, or {@code null}. */
  public static String secret(Context context) {
    return context.cookie(COOKIE);
  }
}
