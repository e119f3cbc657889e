package shotdeed.server.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements that anybody can repeat on photographs of their own. */
@Command(
    name = "bench",
    description = "Measure how well copies are found, on photographs of your own.",
    mixinStandardHelpOptions = true,
    subcommands = {
      MatchingCommand.class,
      LookupCommand.class,
      MarkBenchCommand.class,
      MistakesCommand.class,
      BankCommand.class,
      HelpCommand.class
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "shotdeed: say what to do: matching, lookup, mark, mistakes or bank");
  }
}
