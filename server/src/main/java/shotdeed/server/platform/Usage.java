package shotdeed.server.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses, before a command works for minutes, what it was given wrongly. */
public final class Usage {
  private final CommandSpec spec;

  public Usage(CommandSpec spec) {
    this.spec = spec;
  }

  /** Wants a folder that is there. */
  public void folder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw wrong(option + " " + PathText.shown(folder) + " is not a folder");
    }
  }

  /** Wants a file that can be written or replaced. */
  public void output(String option, Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw wrong(option + " " + PathText.shown(file) + " is there already and is not a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw wrong(option + " " + PathText.shown(file) + " is in a folder that does not exist");
    }
    if (!Files.isWritable(folder)) {
      throw wrong(option + " " + PathText.shown(file) + " is in a folder that cannot be written to");
    }
  }

  /** What is thrown for anything else that is wrong. */
  public ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), "shotdeed: " + message);
  }
}
