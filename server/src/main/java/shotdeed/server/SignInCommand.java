package shotdeed.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import shotdeed.server.account.CreateSignInLink;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.RunningAddress;
import shotdeed.server.platform.Settings;

/** Prints a new sign-in link for the admin; works while the server runs. */
@Command(
    name = "sign-in",
    description = "Prints a one-time sign-in link for the admin of a data folder, good for 15 minutes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SignInCommand implements Callable<Integer> {
  @Mixin private ServerOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.read();
    Path store = DataFolder.databaseIn(settings.data());
    if (!Files.exists(store)) {
      throw new IllegalStateException("there is no server's data in " + settings.data() + ": start it once with serve");
    }
    String origin = settings.publicUrl() != null
        ? settings.publicOrigin()
        : new RunningAddress(settings.data()).read("http://" + settings.host() + ":" + settings.port());
    try (Database database = Database.openAsIs(store)) {
      String code = new CreateSignInLink(database, InstantSource.system()).run();
      spec.commandLine().getOut().println(CreateSignInLink.link(origin, code));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
