package shotdeed.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine;
import shotdeed.server.bench.BenchCommand;
import shotdeed.server.demo.DemoCommand;
import shotdeed.server.mark.MarkCommand;
import shotdeed.server.mark.ReadMarkCommand;
import shotdeed.server.monitor.MatchCommand;
import shotdeed.server.penalty.ForecastCommand;
import shotdeed.server.picture.FingerprintCommand;
import shotdeed.server.platform.PathText;
import shotdeed.server.verify.VerifyCommand;

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
      ImportCommand.class,
      LogCommand.class,
      FingerprintCommand.class,
      MatchCommand.class,
      ForecastCommand.class,
      MarkCommand.class,
      ReadMarkCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Shotdeed {
  private Shotdeed() {}

  public static void main(String[] arguments) {
    // Pictures are worked on in memory only: a display, or one that is gone, must not matter.
    System.setProperty("java.awt.headless", "true");
    if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder().canEncode('\u5f71')) {
      printUtf8();
    }
    if (System.getProperty("user.dir").indexOf('\uFFFD') >= 0) {
      System.err.println(
          "shotdeed: this locale cannot tell the name of the current folder: set LANG to a UTF-8 locale, such as"
              + " C.UTF-8, or start in another folder");
      System.exit(CommandLine.ExitCode.SOFTWARE);
    }
    System.exit(run(Arguments.restored(arguments)));
  }

  /** In a locale without Chinese (such as C) Java prints question marks; terminals pass bytes on as they are. */
  private static void printUtf8() {
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    System.setProperty("sun.stdout.encoding", "UTF-8"); // picocli looks here
    System.setProperty("sun.stderr.encoding", "UTF-8");
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine program = new CommandLine(new Shotdeed());
    if (arguments.length == 0) {
      program.usage(System.err);
      return CommandLine.ExitCode.USAGE;
    }
    int code =
        program
            .registerConverter(Path.class, PathText::path)
            .setExecutionExceptionHandler(Shotdeed::report)
            .execute(arguments);
    // Print streams keep a failure to themselves: a full disk or a closed pipe would pass for success.
    if (System.out.checkError() && code == CommandLine.ExitCode.OK) {
      System.err.println("shotdeed: could not write to standard output");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return code;
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
