package shotdeed.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.Server;
import shotdeed.server.account.Pairing;
import shotdeed.server.platform.Settings;

/** A running demo: a server with certified photographs, the marketplace, and an extension prepared for both. */
final class Demo implements AutoCloseable {
  /** Port of the marketplace unless it is taken or another is asked for. */
  static final int MARKET_PORT = 8711;

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final String MARK = "shotdeed-demo";

  /** Closed in reverse; {@code null} once this is closed. */
  private Deque<AutoCloseable> open = new ArrayDeque<>();

  private TemporaryFolder temporary;
  private Server server;
  private DemoSeller seller;
  private MarketServer market;
  private PreparedExtension extension;
  private int devicesBefore;

  /**
   * How a demo runs.
   *
   * @param data folder that stays, or {@code null} for one that does not
   * @param port of the server; {@code null} for the usual one, or any if that is taken
   * @param marketPort of the marketplace, likewise
   * @param extension folder of the built extension, or {@code null} to go without
   */
  record Options(Path data, Integer port, Integer marketPort, Path extension) {}

  /** Starts everything; whatever fails, close this. */
  void start(Options options, InstantSource clock) throws IOException {
    temporary = keep(TemporaryFolder.create());
    Path data = options.data() == null ? temporary.path().resolve("data") : claim(options.data());
    server = keep(Server.start(
        Settings.local(data, FreePort.choose(options.port(), Settings.DEFAULT_PORT)), clock));
    seller = new DemoSeller(server.features(), clock);
    devicesBefore = seller.devices();
    Catalogue catalogue = Catalogue.load();
    Map<String, Integer> certificates = seller.certify(catalogue.certified());
    market =
        keep(MarketServer.start(FreePort.choose(options.marketPort(), MARKET_PORT), catalogue, certificates));
    if (options.extension() != null) {
      extension = PreparedExtension.copy(
          options.extension(), temporary.path().resolve("extension"), server.origin(), market.origin());
      renewPreset();
      ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();
      keep(renewal::shutdownNow);
      long half = Pairing.LIFE.toSeconds() / 2;
      renewal.scheduleAtFixedRate(this::renewPresetOrLog, half, half, TimeUnit.SECONDS);
    }
  }

  /** A folder of somebody's real work must not get invented certificates. */
  private static Path claim(Path data) throws IOException {
    try {
      Files.createDirectories(data);
      try (Stream<Path> content = Files.list(data)) {
        if (content.findAny().isPresent() && !Files.exists(data.resolve(MARK))) {
          throw new IllegalStateException(data + " holds other files than a demo's: name an empty folder");
        }
      }
      Files.writeString(data.resolve(MARK), "");
      return data;
    } catch (IOException e) {
      throw new IOException("cannot write in the data folder " + data, e);
    }
  }

  private void renewPreset() throws IOException {
    extension.preset(seller.pairingLink(server.origin()), market.origin());
  }

  private void renewPresetOrLog() {
    try {
      renewPreset();
    } catch (IOException | RuntimeException e) {
      LOG.warn("the extension's pairing link could not be renewed", e);
    }
  }

  /** Starts the browser on the console; wait with {@link #isPaired} before you {@link BrowserWindow#show} more. */
  BrowserWindow openBrowser(Path browser) throws IOException {
    return keep(BrowserWindow.open(
        browser, temporary.path().resolve("profile"), extension.folder(), seller.signInLink(server.origin())));
  }

  /** Whether a browser was paired since the start. */
  boolean isPaired() {
    return seller.devices() > devicesBefore;
  }

  Server server() {
    return server;
  }

  DemoSeller seller() {
    return seller;
  }

  MarketServer market() {
    return market;
  }

  /** Folder of the prepared extension, or {@code null} if the demo goes without. */
  Path extension() {
    return extension == null ? null : extension.folder();
  }

  /** Everything that is only there for a while. */
  Path temporary() {
    return temporary.path();
  }

  /** The listing to begin with. */
  String firstStolenListing() {
    return market.answers().stolen().get(0).url();
  }

  private synchronized <T extends AutoCloseable> T keep(T resource) throws IOException {
    if (open == null) {
      closeOne(resource);
      throw new IOException("the demo is ending");
    }
    open.push(resource);
    return resource;
  }

  /** Ends everything, also what is just being started by another thread. */
  @Override
  public void close() {
    Deque<AutoCloseable> closing;
    synchronized (this) {
      closing = open == null ? new ArrayDeque<>() : open;
      open = null;
    }
    closing.forEach(Demo::closeOne);
  }

  private static void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.error("the demo did not end cleanly: {}", e.getMessage());
    }
  }
}
