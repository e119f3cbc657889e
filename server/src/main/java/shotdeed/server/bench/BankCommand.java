package shotdeed.server.bench;

import java.io.IOException;
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
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.TerminalProgress;
import shotdeed.server.platform.Usage;
import shotdeed.server.platform.WholeFile;

/** Builds the background bank that radii are learnt from. */
@Command(
    name = "bank",
    description = {
      "Build the background bank: hashes of the regions of pictures that nobody certifies, from which each fingerprint"
          + " learns its radius.",
      "Takes every photograph of --photographs, those above 800 pixels a side made smaller, as it is and in some of the"
          + " ways that shops alter pictures, and drawings of text, charts, patterns and soft shapes. All photographs are"
          + " held in memory, up to 2.6 MB each.",
      "The photographs must be none that anybody will certify: a certificate of one of them would lose most of its"
          + " fingerprints.",
      "The same photographs under the same names, the same --alterations and --seed give the same bytes, on the same"
          + " Java with the same Chinese font. The program uses the file once it is built with it, as"
          + " shared/src/main/resources/shotdeed/fingerprint/background.bin."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the bank was written, with every photograph",
      "1:some photograph could not be read and is not in it, or nothing was written",
      "2:wrong usage"
    })
public final class BankCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--photographs", required = true, paramLabel = "DIR", description = "Photographs of no certificate.")
  private Path photographs;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write, or to replace.")
  private Path out;

  @Option(
      names = "--alterations",
      paramLabel = "N",
      description = "Ways in which each photograph is altered, 0 to 63; default ${DEFAULT-VALUE}.")
  private int alterations = 3;

  @Option(
      names = "--drawings",
      paramLabel = "N",
      description = "Drawings of each of ten kinds, 0 or more; default ${DEFAULT-VALUE}.")
  private int drawings = 40;

  @Option(
      names = "--shapes",
      paramLabel = "N",
      description = "Pictures of a few soft shapes, 0 or more; default ${DEFAULT-VALUE}.")
  private int shapes = 800;

  @Option(names = "--seed", paramLabel = "N", description = "Of all chances; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() {
    checkUsage();
    if (!canAlter()) {
      return ExitCode.SOFTWARE;
    }
    Photographs found = Photographs.without(photographs);
    List<String> problems = new ArrayList<>(found.problems());
    List<Foreign> pictures = read(found.distractors(), problems);
    problems.forEach(this::say);
    found.leftOut().forEach(this::say);
    if (pictures.size() < 2) {
      say("fewer than two photographs in " + PathText.shown(photographs) + " could be read; collages need others");
      return ExitCode.SOFTWARE;
    }
    BankBuilder bank = hash(pictures);
    try {
      WholeFile.write(out, file -> file.write(bank.bytes()));
    } catch (IOException e) {
      say("could not write " + PathText.shown(out) + ": " + PictureFiles.reason(e));
      return ExitCode.SOFTWARE;
    }
    spec.commandLine().getOut().println(
        "%d photographs, %d pictures, %d hashes".formatted(pictures.size(), bank.pictures(), bank.hashes()));
    spec.commandLine().getOut().flush();
    return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** What would fail after a minute's work is refused before. */
  private void checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("--photographs", photographs);
    if (alterations < 0 || alterations > Alterations.ALL.size()) {
      throw usage.wrong("--alterations is 0 to " + Alterations.ALL.size() + ", not " + alterations);
    }
    if (drawings < 0 || shapes < 0) {
      throw usage.wrong("--drawings and --shapes are 0 or more");
    }
    usage.output("--out", out);
  }

  /** A machine that lacks a font or an encoder would build another bank. */
  private boolean canAlter() {
    for (Alteration alteration : Alterations.ALL) {
      String missing = alteration.missing();
      if (missing != null) {
        say(missing);
        return false;
      }
    }
    return true;
  }

  private List<Foreign> read(List<Photograph> files, List<String> problems) {
    PictureDecoder decoder = new PictureDecoder();
    List<Foreign> pictures = new ArrayList<>();
    try (TerminalProgress progress = TerminalProgress.start("Reading", files.size())) {
      for (Photograph file : files) {
        try {
          pictures.add(Foreign.of(file.key(), decoder.decode(PictureFiles.bytes(file.file())).image()));
        } catch (UnreadablePicture e) {
          problems.add(PathText.shown(file.file()) + ": " + e.getMessage());
        } catch (IOException e) {
          problems.add(PathText.shown(file.file()) + ": " + PictureFiles.reason(e));
        }
        progress.step();
      }
    }
    return pictures;
  }

  private BankBuilder hash(List<Foreign> pictures) {
    BankBuilder bank = new BankBuilder(seed, alterations);
    bank.drawings(drawings, shapes);
    try (TerminalProgress progress = TerminalProgress.start("Hashing", pictures.size())) {
      for (Foreign picture : pictures) {
        bank.photograph(picture, pictures);
        progress.step();
      }
    }
    return bank;
  }

  private void say(String message) {
    spec.commandLine().getErr().println("shotdeed: " + message);
  }
}
