package shotdeed.server.platform;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on stderr when that is a terminal, and nothing otherwise. */
public final class TerminalProgress implements AutoCloseable {
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  private final ProgressBar bar;

  private TerminalProgress(ProgressBar bar) {
    this.bar = bar;
  }

  /** Shows a bar of so many steps, if anybody can see it. */
  public static TerminalProgress start(String task, long steps) {
    return new TerminalProgress(
        stderrIsTerminal()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build()
            : null);
  }

  /** One step is done; may be called by any thread. */
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static boolean stderrIsTerminal() {
    Console console = System.console();
    if (console == null || !isTerminal(console)) {
      return false;
    }
    // The console says nothing of stderr; Linux does.
    try {
      return !Files.isSymbolicLink(STDERR) || Files.readSymbolicLink(STDERR).startsWith("/dev");
    } catch (IOException e) {
      return false;
    }
  }

  /** From Java 22 on there is a console even where nobody sees it, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
