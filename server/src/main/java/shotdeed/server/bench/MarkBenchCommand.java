package shotdeed.server.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import shotdeed.server.bench.alter.Alteration;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.bench.alter.MarkAlterations;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.platform.Usage;

/** Measures invisible marks: how much they change a picture, and what they outlast. */
@Command(
    name = "mark",
    description = {
      "Measure how little an invisible mark changes photographs, and how often it is read after what shops do to them.",
      "Marks each photograph with a number of its own, as 'mark' does, and alters the copy. Informed: the original is"
          + " known, and a match has found where it lies. Known: the number is known as well, and only looked for.",
      "A page counts as read if one of its slices is. One thread. The same photographs and --seed give the same shares."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every photograph was measured", "1:some could not be, or there was none", "2:wrong usage"})
public final class MarkBenchCommand implements Callable<Integer> {
  private static final int FOREIGN = 40;

  @Spec private CommandSpec spec;

  @Option(names = "--originals", required = true, paramLabel = "DIR", description = "Photographs to mark.")
  private Path originals;

  @Option(
      names = "--distractors",
      required = true,
      paramLabel = "DIR",
      description = "Other photographs: 40 stand beside originals on pages; none may be read as marked.")
  private Path distractors;

  @Option(
      names = "--half",
      paramLabel = "HALF",
      description =
          "even or odd: only photographs whose name's MD5 begins with such a digit; marks were tuned on"
          + " the even ones; default: all.")
  private String half;

  @Option(names = "--limit", paramLabel = "N", description = "Photographs at most, the first by name; default: all.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "Parts of each distractor that are read besides the whole; default ${DEFAULT-VALUE}.")
  private int parts = 3;

  @Option(
      names = "--pairs",
      paramLabel = "DIR",
      description = "Write a page of originals beside their copies there, to look at: index.html.")
  private Path pairs;

  @Option(names = "--seed", paramLabel = "N", description = "Of all chances; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() throws Exception {
    Usage usage = new Usage(spec);
    usage.folder("--originals", originals);
    usage.folder("--distractors", distractors);
    if (half != null && !half.equals("even") && !half.equals("odd")) {
      throw usage.wrong("--half is even or odd, not " + half);
    }
    for (Alteration alteration : MarkAlterations.ALL) {
      if (alteration.missing() != null) {
        spec.commandLine().getErr().println("shotdeed: " + alteration.missing());
        return ExitCode.SOFTWARE;
      }
    }
    Photographs found = Photographs.of(originals, distractors, null, Integer.MAX_VALUE);
    List<Foreign> foreign = new ArrayList<>();
    for (Photograph other : found.distractors().subList(0, Math.min(FOREIGN, found.distractors().size()))) {
      foreign.add(
          Foreign.of(other.key(), new PictureDecoder().decode(PictureFiles.bytes(other.file())).image()));
    }
    MarkPairs page = pairs == null ? null : new MarkPairs(pairs);
    MarkRun run = new MarkRun(seed, foreign, page);
    int left = limit;
    for (Photograph photograph : found.certified()) {
      if (left > 0 && isOfHalf(photograph)) {
        run.measure(photograph);
        left--;
      }
    }
    if (!run.psnr.isEmpty()) {
      found.distractors().stream().limit(limit).forEach(other -> run.readUnmarked(other, parts));
    }
    if (page != null) {
      page.write();
    }
    found.problems().forEach(this::say);
    run.problems.forEach(this::say);
    report(run);
    boolean complete = found.problems().isEmpty() && run.problems.isEmpty() && !run.psnr.isEmpty();
    return complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean isOfHalf(Photograph photograph) throws NoSuchAlgorithmException {
    if (half == null) {
      return true;
    }
    byte[] name = photograph.file().getFileName().toString().getBytes(StandardCharsets.UTF_8);
    int first = MessageDigest.getInstance("MD5").digest(name)[0] >> 4 & 0x0f;
    return first % 2 == (half.equals("odd") ? 1 : 0);
  }

  private void say(String line) {
    spec.commandLine().getErr().println("shotdeed: " + line);
  }

  private void report(MarkRun run) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d photographs marked, %d refused%nPSNR median %.2f dB (a tenth below %.2f), SSIM median %.4f (a tenth below"
            + " %.4f)%nPDQ moved by %.0f bits (median), %.0f at most%n"
            + "%d fingerprints of certificates moved by %.0f %% of their radius (99 in 100 by at most %.0f %%,"
            + " %.0f %% at most); %d went beyond it%n%n",
        run.psnr.size(), run.refused, MarkRun.median(run.psnr), MarkRun.share(run.psnr, 0.1), MarkRun.median(run.ssim),
        MarkRun.share(run.ssim, 0.1), MarkRun.median(run.moved), MarkRun.share(run.moved, 1), run.drifts.size(),
        100 * MarkRun.median(run.drifts), 100 * MarkRun.share(run.drifts, 0.99), 100 * MarkRun.share(run.drifts, 1),
        run.drifts.stream().filter(drift -> drift > 1).count());
    out.printf("%-16s%10s%10s%10s%n", "Read, %", "blind", "informed", "known");
    for (Map.Entry<String, MarkRun.Score> entry : run.scores.entrySet()) {
      MarkRun.Score score = entry.getValue();
      double of = Math.max(1, score.pictures) / 100.0;
      out.printf(
          Locale.ROOT, "%-16s%10.1f%10.1f%10.1f%n", entry.getKey(), score.blind / of, score.informed / of,
          score.known / of);
    }
    out.printf(
        Locale.ROOT,
        "%nwrong numbers %d; unmarked pictures and parts read as marked %d of %d%n"
            + "CPU ms a picture: marking %.0f, blind reading %.0f, informed reading %.0f%n",
        run.wrong, run.falselyRead, run.unmarked, run.marking.mean(), run.reading.mean(), run.informedReading.mean());
    out.flush();
  }
}
