package shotdeed.server.monitor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.PictureFolder;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Usage;

/** Finds, among pictures, the copies of a folder's photographs. */
@Command(
    name = "match",
    description = {
      "Find copies of your photographs among other pictures.",
      "Certifies every picture of the library folder in memory, without a review, matches every query picture against"
          + " them, and writes a CSV file: query, certificate, verdict (copy or related), method (exact, fingerprint or"
          + " feature), distance in bits, inliers (features that agree), agreement (share of the aligned texture that agrees), covered"
          + " (share of the photograph that was copied). Figures that do not apply are empty.",
      "Paths in it are relative to the library and to the query folder; of several files and folders they start as they"
          + " were given. Files that are no pictures are left out and counted. Every picture that gets no verdict is named on"
          + " stderr, with the reason: it cannot be decoded, or it is too plain or too small to be told apart.",
      "Names are written in UTF-8 whatever the locale; a file whose name is neither is reported. In messages control"
          + " characters of a name are printed as ls --quoting-style=escape does."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every picture was looked at",
      "1:some picture could not be, or nothing was written",
      "2:wrong usage"
    })
public final class MatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--library", required = true, paramLabel = "DIR", description = "Folder of your photographs.")
  private Path library;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file to write, or to replace.")
  private Path out;

  @Parameters(
      paramLabel = "QUERIES",
      arity = "1..*",
      description = "A folder of pictures, or several files and folders.")
  private List<Path> queries;

  @Override
  public Integer call() {
    checkUsage();
    try (FolderMatch match = new FolderMatch()) {
      PictureFolder photographs = PictureFolder.under(library);
      match.certify(photographs.files());
      if (match.certificates() == 0) {
        report(photographs.problems(), match);
        say("no photograph in " + PathText.shown(library) + " could be certified, so there is nothing to match against");
        return ExitCode.SOFTWARE;
      }
      PictureFolder pictures = PictureFolder.of(queries);
      List<FindingsCsv.Row> rows = match.match(pictures.files());
      FindingsCsv.write(out, rows);
      report(photographs.problems(), match);
      pictures.problems().forEach(this::say);
      boolean complete =
          photographs.problems().isEmpty() && pictures.problems().isEmpty() && match.problems().isEmpty();
      return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException e) {
      say("could not write " + PathText.shown(out) + ": " + PictureFiles.reason(e));
      return ExitCode.SOFTWARE;
    }
  }

  /** What would fail after minutes of work is refused before. */
  private void checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("--library", library);
    for (Path query : queries) {
      if (!Files.exists(query)) {
        throw usage.wrong("QUERIES: there is no file or folder " + PathText.shown(query));
      }
    }
    usage.output("--out", out);
  }

  private void report(List<String> folders, FolderMatch match) {
    folders.forEach(this::say);
    match.problems().forEach(this::say);
    match.unjudged().forEach(this::say);
    if (match.strangers() > 0) {
      say("left out, not pictures: " + match.strangers() + (match.strangers() == 1 ? " file" : " files"));
    }
  }

  private void say(String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("shotdeed: " + message);
  }
}
