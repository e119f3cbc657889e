package shotdeed.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Alterations;
import shotdeed.server.bench.alter.Group;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Usage;

/** Measures ShotDeed's matching beside public hashes. */
@Command(
    name = "matching",
    description = {
      "Measure which altered copies are found, and which other pictures are taken for copies.",
      "Certifies every photograph of --originals and --siblings in memory, alters every photograph in 63 ways that shops"
          + " have with stolen pictures, and asks ShotDeed (its fingerprints alone; all stages: features as well, and each"
          + " find confirmed by geometry), PDQ (as it is, radius 31; in 8 forms, radius 49) and"
          + " JImageHash's PerceptiveHash (64 and 256 bits, each with the largest radius that gives at most one wrong"
          + " pair in a million unrelated pairs of this very run) which certificates they see.",
      "Recall is the share of originals found. A pair is one altered or unaltered photograph and the certificate of"
          + " another; the slices of a page together are one. The same seed gives the same pictures.",
      "ShotDeed joins the slices of a page, as the browser does; what it finds in slices apart stands in a line of its"
          + " own. The other matchers get the nearest of the slices.",
      "--siblings holds a studio's sets, one folder a product, files named product-colour_view.jpg: other views and other"
          + " products are counted apart, the same view in another colour as neither right nor wrong.",
      "Prints a table, and writes two CSV files: FILE.csv with every alteration, FILE-wrong-pairs.csv with the nearest"
          + " wrong pairs of each matcher, at most 200 of a kind."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every picture was measured",
      "1:some picture could not be, or nothing was measured or written",
      "2:wrong usage"
    })
public final class MatchingCommand implements Callable<Integer> {
  private static final int MAX_THREADS = 64;

  @Spec private CommandSpec spec;

  @Option(names = "--originals", required = true, paramLabel = "DIR", description = "Photographs to certify.")
  private Path originals;

  @Option(
      names = "--distractors",
      required = true,
      paramLabel = "DIR",
      description = "Photographs that must match nothing; they also stand beside others in collages and pages.")
  private Path distractors;

  @Option(names = "--siblings", paramLabel = "DIR", description = "A studio's sets, one folder a product.")
  private Path siblings;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "The file to write, or to replace.")
  private Path out;

  @Option(names = "--seed", paramLabel = "N", description = "Of all chances; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--limit", paramLabel = "N", description = "Take the first N photographs of each folder, by name.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      converter = GroupNames.class,
      description = "Only these groups of alterations, for example crop-mild,strip.")
  private List<Group> only = List.of();

  @Option(names = "--threads", paramLabel = "N", description = "1 to " + MAX_THREADS + "; default: one a processor.")
  private int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());

  @Override
  public Integer call() {
    checkUsage();
    List<Alteration> wanted = new ArrayList<>();
    boolean complete = choose(wanted);
    if (wanted.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    Photographs photographs = Photographs.of(originals, distractors, siblings, limit);
    OwnContender own = new OwnContender();
    List<Contender> contenders =
        List.of(
            own,
            new AllStagesContender(own),
            HashContender.pdq(),
            HashContender.pdqForms(),
            HashContender.perceptive(64),
            HashContender.perceptive(256),
            own.apart());
    try (MatchingRun run = new MatchingRun(contenders, wanted, seed, threads)) {
      run.certify(photographs.certified());
      boolean enough = enough(run, photographs);
      if (enough) {
        run.measure(photographs.distractors());
        report(run, contenders, wanted, own.fingerprints());
      }
      photographs.problems().forEach(this::say);
      run.problems().forEach(this::say);
      photographs.leftOut().forEach(this::say);
      complete &= enough && photographs.problems().isEmpty() && run.problems().isEmpty();
      return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException e) {
      say("could not write the results beside " + PathText.shown(out) + ": " + PictureFiles.reason(e));
      return ExitCode.SOFTWARE;
    }
  }

  /** What would fail after many minutes is refused before. */
  private void checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("--originals", originals);
    usage.folder("--distractors", distractors);
    if (siblings != null) {
      usage.folder("--siblings", siblings);
    }
    if (limit < 1) {
      throw usage.wrong("--limit is at least 1, not " + limit);
    }
    if (threads < 1 || threads > MAX_THREADS) {
      throw usage.wrong("--threads is 1 to " + MAX_THREADS + ", not " + threads);
    }
    usage.output("--out", out);
    usage.output("--out", pairsFile());
  }

  /**
   * The alterations that this machine can do; the others are said, never replaced by something like them. Without a
   * Chinese font too many would be missing for the rest to mean anything, and one is easily had: then none.
   */
  private boolean choose(List<Alteration> wanted) {
    boolean all = true;
    for (Alteration alteration : Alterations.ALL) {
      if (only.isEmpty() || only.contains(alteration.group())) {
        String missing = alteration.missing();
        if (missing == null) {
          wanted.add(alteration);
        } else if (missing.equals(Alterations.NO_FONT)) {
          say(missing);
          wanted.clear();
          return false;
        } else {
          say("not measured: " + alteration.group().text() + " " + alteration.name() + ": " + missing);
          all = false;
        }
      }
    }
    return all;
  }

  private boolean enough(MatchingRun run, Photographs photographs) {
    boolean original = run.certified().stream().anyMatch(photo -> photo.role() == Photograph.Role.ORIGINAL);
    if (!original) {
      say("no photograph in " + PathText.shown(originals) + " could be certified, so there is nothing to measure");
      return false;
    }
    if (run.gatherForeign(photographs.distractors()) < 2) {
      say("fewer than two photographs in " + PathText.shown(distractors) + " could be read; collages need others");
      return false;
    }
    return true;
  }

  private void report(MatchingRun run, List<Contender> contenders, List<Alteration> wanted, int fingerprints)
      throws IOException {
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      standings.add(Standing.of(contenders.get(i), run.tally(i), wanted, run.cost(i)));
    }
    ResultCsv.write(out, standings, wanted);
    ResultCsv.writePairs(pairsFile(), standings);
    Standing apart = standings.remove(standings.size() - 1); // a row of the table, no column
    boolean pages = wanted.stream().anyMatch(alteration -> alteration.group() == Group.STRIP);
    PrintWriter text = spec.commandLine().getOut();
    int certificates = run.certified().size();
    long own = run.certified().stream().filter(photo -> photo.role() == Photograph.Role.ORIGINAL).count();
    text.println(
        "%d originals, %d siblings, %d distractors; %d alterations, seed %d; %.1f fingerprints a certificate"
            .formatted(
                own, certificates - own, run.distractors(), wanted.size(), seed, (double) fingerprints / certificates));
    text.println();
    new ResultTable(text, standings, pages ? apart : null, wanted).print(siblings != null);
    text.println(
        "To make one altered picture: %.2f ms, to decode one: %.2f ms."
            .formatted(run.millisecondsToAlter(), run.millisecondsToDecode()));
    text.println("* the largest radius with at most one wrong pair in a million unrelated ones of this run");
    if (siblings == null) {
      text.println("No --siblings were given: how siblings are judged was not measured.");
    }
    text.flush();
  }

  private Path pairsFile() {
    String name = out.getFileName().toString();
    String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    return out.resolveSibling(stem + "-wrong-pairs.csv");
  }

  private void say(String message) {
    spec.commandLine().getErr().println("shotdeed: " + message);
  }
}
