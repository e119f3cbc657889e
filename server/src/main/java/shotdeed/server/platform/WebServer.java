package shotdeed.server.platform;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: what holds for every route, around the features' own routes. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  static final int THREADS = 128;

  /** A connection on which nothing moves for this long is closed. */
  private static final long IDLE_MILLIS = 20_000;

  /** Bytes a second that a body brings on average at least; a slower one is given up. */
  private static final long MIN_RATE = 512;

  private static final long STOP_MILLIS = 10_000;
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Javalin javalin;
  private final Settings settings;

  private WebServer(Javalin javalin, Settings settings) {
    this.javalin = javalin;
    this.settings = settings;
  }

  /**
   * Starts to listen.
   *
   * @param page shows errors outside the interface for programs, or {@code null}
   * @throws IllegalStateException if the address cannot be listened on
   */
  public static WebServer start(Settings settings, List<RouteGroup> groups, ErrorPage page) {
    HostCheck hosts = new HostCheck(settings);
    Javalin javalin = Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.http.prefer405over404 = true;
      config.http.generateEtags = false;
      config.http.compressionStrategy = CompressionStrategy.NONE; // strong entity tags name the bytes sent
      config.concurrency.useVirtualThreads = false; // not on Java 17
      config.jetty.threadPool = new QueuedThreadPool(THREADS);
      config.jetty.modifyHttpConfiguration(http -> {
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_MILLIS);
        http.setMinRequestDataRate(MIN_RATE);
      });
      // A JSON message in a form may come as a file or as a text: the same bound for both.
      config.jetty.modifyServletContextHandler(handler -> handler.setMaxFormContentSize(Bodies.MAX_JSON));
      config.jetty.modifyServer(server -> {
        server.setStopTimeout(STOP_MILLIS);
        server.setErrorHandler(new BareErrors(page, header -> secure(header, settings)));
      });
      config.contextResolver.ip = context ->
          settings.proxies().client(context.req().getRemoteAddr(), context.req().getHeaders(TrustedProxies.HEADER));
      config.requestLogger.http(WebServer::log);
      config.routes.before(context -> {
        secure(context::header, settings);
        if (!hosts.accepts(context.header("Host"), context.req().getLocalPort())) {
          throw new Refused(Errors.UNKNOWN_HOST);
        }
      });
      new Problems(page).addTo(config.routes);
      for (RouteGroup group : groups) {
        group.addTo(config.routes);
      }
    });
    try {
      return new WebServer(javalin.start(settings.host(), settings.port()), settings);
    } catch (JavalinBindException e) {
      javalin.stop();
      throw new IllegalStateException(
          "cannot listen on " + settings.host() + ":" + settings.port()
              + " (another program may be using it); choose another with --port", e);
    }
  }

  private static void secure(BiConsumer<String, String> header, Settings settings) {
    header.accept("Content-Security-Policy", CSP);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("X-Frame-Options", "DENY");
    header.accept("Referrer-Policy", "no-referrer");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cross-Origin-Resource-Policy", "same-origin");
    header.accept("Cache-Control", "no-store");
    if (settings.secure()) {
      header.accept("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** Path without query: what stands behind a question mark may be a secret. */
  private static void log(Context context, Float millis) {
    LOG.info("{} {} {} {} ms", context.method(), context.path(), context.statusCode(), Math.round(millis));
  }

  /** Where browsers reach the server, without a slash at the end. */
  public String origin() {
    if (settings.publicUrl() != null) {
      return settings.publicOrigin();
    }
    String host = settings.host().contains(":") && !settings.host().startsWith("[")
        ? "[" + settings.host() + "]"
        : settings.host();
    return "http://" + host + ":" + port();
  }

  /** The port in use. */
  public int port() {
    return javalin.port();
  }

  /** Every route, such as {@code GET /api/v1/devices/{id}}, in the order they are tried. */
  public List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(parsed -> parsed.endpoint.method.isHttpMethod())
        .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
        .toList();
  }

  /** Stops to listen; requests under way get a few seconds to end, and are cut off then. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("stopped, but not every connection ended within {} ms", STOP_MILLIS, e);
    }
  }
}
