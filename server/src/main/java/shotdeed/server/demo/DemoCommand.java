package shotdeed.server.demo;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import shotdeed.server.Version;

/** Runs the demo until Ctrl-C. */
@Command(
    name = "demo",
    description = "Shows the main job: a server with certified photographs, a small marketplace whose shops sell honest"
        + " and stolen pictures, and a browser with the extension.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "1:it could not start",
      "2:wrong usage",
      "130:ended by Ctrl-C, nothing stays behind",
      "143:ended by a request to end (SIGTERM), likewise"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class DemoCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;
  private static final int PAIRING_SECONDS = 20;

  @Option(names = "--no-browser", description = "Starts no browser.")
  private boolean noBrowser;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the server; 0 takes any free one. Default: 8710, or any if that is taken.")
  private Integer port;

  @Option(
      names = "--market-port",
      paramLabel = "N",
      description = "Port of the marketplace; 0 takes any free one. Default: 8711, or any if that is taken.")
  private Integer marketPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A data folder that stays, empty or from an earlier demo. Default: one that is removed at the end.")
  private Path data;

  @Option(
      names = "--extension",
      paramLabel = "DIR",
      description = "The built extension. Default: extension/target/extension of the project that this program is in.")
  private Path extension;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    requirePort("--port", port);
    requirePort("--market-port", marketPort);
    // The addresses must stay in sight: not a line for each request.
    if (LoggerFactory.getLogger("shotdeed") instanceof ch.qos.logback.classic.Logger logger) {
      logger.setLevel(Level.WARN);
    }
    Path built = builtExtension();
    BrowserFinder finder = BrowserFinder.here();
    Path browser = noBrowser || built == null || !finder.hasDisplay() ? null : finder.find();
    Demo demo = new Demo();
    Thread ending = new Thread(demo::close, "end");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      demo.start(new Demo.Options(data, port, marketPort, built), InstantSource.system());
      PrintWriter out = spec.commandLine().getOut();
      printAddresses(out, demo);
      if (browser == null || !openBrowser(out, demo, browser)) {
        printByHand(out, demo);
      }
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } finally {
      demo.close();
    }
  }

  private void requirePort(String name, Integer value) {
    if (value != null && (value < 0 || value > MAX_PORT)) {
      throw new ParameterException(spec.commandLine(), name + " is 0 to " + MAX_PORT + ", not " + value);
    }
  }

  /** The folder, or {@code null} if none was named and the project's is not built. */
  private Path builtExtension() throws URISyntaxException, IOException {
    if (extension != null) {
      if (!PreparedExtension.isExtension(extension)) {
        throw new IOException("there is no extension in " + extension + " (no manifest.json)");
      }
      return extension;
    }
    Path program = Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path usual = program.resolve("../../../extension/target/extension").normalize();
    return PreparedExtension.isExtension(usual) ? usual : null;
  }

  private static void printAddresses(PrintWriter out, Demo demo) {
    String origin = demo.server().origin();
    out.println("ShotDeed " + Version.current() + " demo; Ctrl-C ends it.");
    out.println("Console (signs in once):        " + demo.seller().signInLink(origin));
    out.println("Marketplace:                    " + demo.market().origin() + "/");
    out.println("Pairing link (10 minutes):      " + demo.seller().pairingLink(origin));
    out.flush();
  }

  /** Shows the console, and a listing with copies as soon as the extension watches. Returns whether it does. */
  private static boolean openBrowser(PrintWriter out, Demo demo, Path browser)
      throws IOException, InterruptedException {
    BrowserWindow window = demo.openBrowser(browser);
    out.println("Browser:                        " + browser);
    out.flush();
    for (int i = 0; i < PAIRING_SECONDS * 10 && window.isOpen() && !demo.isPaired(); i++) {
      Thread.sleep(100);
    }
    if (!demo.isPaired()) {
      out.println("The extension did not start in this browser.");
      return false;
    }
    window.show(demo.firstStolenListing());
    out.println("Extension paired; opened:       " + demo.firstStolenListing());
    return true;
  }

  private static void printByHand(PrintWriter out, Demo demo) {
    if (demo.extension() == null) {
      out.println("The extension is not built here: build the project, or name its folder with --extension,");
    } else {
      out.println(
          "Open chrome://extensions, switch on Developer mode, Load unpacked: " + demo.extension());
    }
    out.println("then open " + demo.firstStolenListing());
  }
}
