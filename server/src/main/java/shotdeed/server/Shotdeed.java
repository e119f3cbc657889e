package shotdeed.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import shotdeed.server.demo.DemoCommand;
import shotdeed.server.monitor.MatchCommand;
import shotdeed.server.penalty.ForecastCommand;
import shotdeed.server.picture.FingerprintCommand;

/** The one program: a server and the commands around it. Exit codes: 0 ok, 1 some input failed, 2 wrong usage. */
@Command(
    name = "shotdeed",
    description = "Certify your own product photographs, find stolen copies, prepare the complaint.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      SignInCommand.class,
      FingerprintCommand.class,
      MatchCommand.class,
      ForecastCommand.class
    })
public final class Shotdeed {
  private Shotdeed() {}

  public static void main(String[] arguments) {
    // Pictures are worked on in memory only: a display, or one that is gone, must not matter.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine program = new CommandLine(new Shotdeed());
    if (arguments.length == 0) {
      program.usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    return program.setExecutionExceptionHandler(Shotdeed::report).execute(arguments);
  }

  /** A failure a person can act on is one line; the stack trace is for those who ask with SHOTDEED_TRACE. */
  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    String message = failure.getMessage();
    command.getErr().println("shotdeed: " + (message == null ? failure.toString() : message));
    if (System.getenv("SHOTDEED_TRACE") != null) {
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
