package shotdeed.server;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shotdeed.server.platform.Settings;

/** Runs the server until Ctrl-C. */
@Command(
    name = "serve",
    description = "Runs the server. Every option can also be set in the environment (SHOTDEED_PUBLIC_URL for"
        + " --public-url) or in shotdeed.properties in the data folder; the flag wins, then the environment.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private ServerOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.read();
    Server server = Server.start(settings, InstantSource.system());
    PrintWriter out = spec.commandLine().getOut();
    out.println("ShotDeed " + Version.current() + " at " + server.origin());
    if (server.firstSignIn() != null) {
      out.println("Sign in once, within 24 hours: " + server.firstSignIn());
    }
    out.flush();
    WarmUp.start(server, settings.host(), server.port());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
    stopped.await();
    return 0;
  }

  private static void stop(Server server, CountDownLatch stopped) {
    try {
      server.close();
    } catch (Exception e) {
      LOG.error("the server did not stop cleanly", e);
    }
    stopped.countDown();
  }
}
