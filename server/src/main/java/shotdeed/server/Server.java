package shotdeed.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import shotdeed.server.account.CreateSignInLink;
import shotdeed.server.console.Desk;
import shotdeed.server.console.ErrorPages;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.RunningAddress;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.WebServer;

/** A running server: everything is put together here, and nowhere else. */
public final class Server implements AutoCloseable {
  private final DataFolder folder;
  private final Features features;
  private final WebServer web;
  private final String firstSignIn;
  private final Future<Integer> swept;

  private Server(DataFolder folder, Features features, WebServer web, String firstSignIn) {
    this.folder = folder;
    this.features = features;
    this.web = web;
    this.firstSignIn = firstSignIn;
    this.swept = features.sweep().start();
    features.people().start();
    features.reviews().start();
    features.uploads().start();
    features.reporting().start();
    features.deliveries().start();
    features.monitoring().library().start();
    features.cases().start();
    features.refingerprint().start();
    features.featureLibrary().start();
    features.outside().start();
  }

  /**
   * Starts a server.
   *
   * @throws IOException if the data folder cannot be used
   * @throws IllegalStateException if the store is from a newer version, or the address is taken
   */
  public static Server start(Settings settings, InstantSource clock) throws IOException {
    DataFolder folder = DataFolder.open(settings.data());
    Features features = null;
    WebServer web = null;
    try {
      features = Features.open(settings, folder, clock);
      String code = features.firstStart().run();
      Desk desk = new Desk(features.sessions(), settings.secure(), features.people().open());
      List<RouteGroup> routes = new ArrayList<>(features.routes());
      routes.addAll(features.pages(desk));
      web = WebServer.start(settings, routes, new ErrorPages(desk));
      features.origin().is(web.origin());
      new RunningAddress(settings.data()).write(web.origin());
      return new Server(folder, features, web, code == null ? null : CreateSignInLink.link(web.origin(), code));
    } catch (IOException | RuntimeException e) {
      closeAll(web, features, folder);
      throw e;
    }
  }

  /** Where browsers reach it, without a slash at the end. */
  public String origin() {
    return web.origin();
  }

  /** The port it listens on. */
  int port() {
    return web.port();
  }

  /** The admin's one-time sign-in link as long as nobody ever signed in; else {@code null}. */
  public String firstSignIn() {
    return firstSignIn;
  }

  /** How many stored files without a record the start removed, once it is through with that. */
  Future<Integer> swept() {
    return swept;
  }

  /** Every route that is served, such as {@code GET /api/v1/devices/{id}}. */
  public List<String> routes() {
    return web.routes();
  }

  /** The use cases, for whoever runs inside the same program. */
  public Features features() {
    return features;
  }

  /** Stops to listen, then closes the store. */
  @Override
  public void close() throws IOException {
    closeAll(web, features, folder);
  }

  private static void closeAll(WebServer web, Features features, DataFolder folder) throws IOException {
    if (web != null) {
      web.close();
    }
    if (features != null) {
      features.close();
    }
    folder.close();
  }
}
