package shotdeed.server.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Alterations;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Usage;

/** Measures the index of features alone, in libraries of several sizes. */
@Command(
    name = "lookup",
    description = {
      "Measure how often the index of features names the right certificate, with its memory and time, in libraries of"
          + " several sizes.",
      "Certifies every photograph of both folders in memory, alters the originals in 16 of the hardest of the 63 ways"
          + " of 'bench matching', and asks which " + LookupRun.BEST + " certificates each picture is likeliest of."
          + " Whether it is a copy is decided later, by geometry: that is measured by 'bench matching'.",
      "Above the number of photographs, certificates are mixtures: each feature is one of two distractors', with every"
          + " bit flipped with a probability of 1/8. They stand for photographs that nobody has at hand; real ones may"
          + " be more alike, or less.",
      "One thread. 100,000 certificates take 2.5 GB of memory (java -Xmx4g) and some minutes. The same photographs and"
          + " --seed give the same shares."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every picture was measured",
      "1:some picture could not be, or a library did not fit into memory, or nothing was measured",
      "2:wrong usage"
    })
public final class LookupCommand implements Callable<Integer> {
  private static final int MAX_CERTIFICATES = 1_000_000;

  private static final Set<String> HARD =
      Set.of(
          "jpeg-30", "side-120", "corner-50", "detail-centre-30", "detail-aside-30", "text-15", "text-30", "horizontal",
          "turned-15", "blurred", "two-by-two-watermark", "on-white", "on-another-scene", "phone",
          "collage-watermark-cast", "turn-frame-text");

  @Spec private CommandSpec spec;

  @Option(names = "--originals", required = true, paramLabel = "DIR", description = "Photographs to look for.")
  private Path originals;

  @Option(
      names = "--distractors",
      required = true,
      paramLabel = "DIR",
      description = "Other photographs, certified too; they stand beside originals in collages, and are mixed.")
  private Path distractors;

  @Option(
      names = "--certificates",
      paramLabel = "N",
      split = ",",
      description = "Sizes of libraries, the photographs included; default 1000,10000,100000.")
  private List<Integer> certificates = List.of(1_000, 10_000, 100_000);

  @Option(names = "--seed", paramLabel = "N", description = "Of all chances; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() {
    Usage usage = checkUsage();
    List<Alteration> hard = Alterations.ALL.stream().filter(alteration -> HARD.contains(alteration.name())).toList();
    for (Alteration alteration : hard) {
      if (alteration.missing() != null) {
        say(alteration.missing());
        return ExitCode.SOFTWARE;
      }
    }
    Photographs found = Photographs.of(originals, distractors, null, Integer.MAX_VALUE);
    TreeSet<Integer> sizes = new TreeSet<>(certificates);
    int photographs = found.certified().size() + found.distractors().size();
    if (sizes.first() < photographs) {
      throw usage.wrong(
          "--certificates " + sizes.first() + " is less than the folders' " + photographs
              + " photographs, which are all certified");
    }
    LookupRun run = new LookupRun(hard, seed);
    boolean enough = run.read(found.certified(), found.distractors());
    found.problems().forEach(this::say);
    run.problems().forEach(this::say);
    found.leftOut().forEach(this::say);
    if (!enough) {
      say(
          "nothing to measure: one photograph in " + PathText.shown(originals) + " and two in "
              + PathText.shown(distractors) + " are needed at least");
      return ExitCode.SOFTWARE;
    }
    List<LookupRun.Result> results = new ArrayList<>();
    boolean complete = measure(run, sizes, results);
    report(run, hard, results);
    return complete && found.problems().isEmpty() && run.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** What would fail after minutes is refused before. */
  private Usage checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("--originals", originals);
    usage.folder("--distractors", distractors);
    for (int size : certificates) {
      if (size < 1 || size > MAX_CERTIFICATES) {
        throw usage.wrong("--certificates is 1 to " + MAX_CERTIFICATES + ", not " + size);
      }
    }
    return usage;
  }

  /** Smaller libraries first, so that what was measured is told even if the largest does not fit. */
  private boolean measure(LookupRun run, Iterable<Integer> sizes, List<LookupRun.Result> results) {
    for (int size : sizes) {
      try {
        results.add(run.measure(size));
      } catch (OutOfMemoryError e) {
        say(
            grouped(size) + " certificates do not fit into " + grouped(Runtime.getRuntime().maxMemory() >> 20)
                + " MB of memory; give Java more, for example java -Xmx4g");
        return false;
      }
    }
    return true;
  }

  private void report(LookupRun run, List<Alteration> hard, List<LookupRun.Result> results) {
    PrintWriter text = spec.commandLine().getOut();
    int pictures = 0;
    for (int a = 0; a < hard.size(); a++) {
      pictures += run.asked(a);
    }
    text.println(
        "%s, %s; %d hard alterations, seed %d: %s".formatted(
            ResultTable.count(run.originals(), "original"),
            ResultTable.count(run.photographs() - run.originals(), "distractor"),
            hard.size(),
            seed,
            ResultTable.count(pictures, "picture")));
    text.println();
    row(text, "certificates", results, result -> grouped(result.certificates()));
    row(text, "  of them mixtures", results, result -> grouped(result.certificates() - run.photographs()));
    text.println();
    text.println("Among the best " + LookupRun.BEST + ", %");
    for (int a = 0; a < hard.size(); a++) {
      int alteration = a;
      row(text, hard.get(a).name(), results, result -> percent(result.found()[alteration], run.asked(alteration)));
    }
    int all = pictures;
    row(text, "all", results, result -> percent(Arrays.stream(result.found()).sum(), all));
    text.println();
    row(text, "CPU, ms a picture", results, result -> decimal(result.milliseconds()));
    row(text, "heap of the index, MB", results, result -> decimal(result.bytes() / 1048576.0));
    text.println();
    text.println("Mixtures: each feature is one of two distractors', every bit flipped with a probability of 1/8.");
    text.flush();
  }

  private static void row(
      PrintWriter text, String name, List<LookupRun.Result> results, Function<LookupRun.Result, String> cell) {
    StringBuilder line = new StringBuilder("%-26s".formatted(name));
    results.forEach(result -> line.append("%12s".formatted(cell.apply(result))));
    text.println(line);
  }

  private static String percent(int found, int asked) {
    return decimal(100.0 * found / asked);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void say(String message) {
    spec.commandLine().getErr().println("shotdeed: " + message);
  }
}
