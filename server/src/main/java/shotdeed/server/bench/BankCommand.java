package shotdeed.server.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import shotdeed.server.bench.alter.Alterations;
import shotdeed.server.bench.alter.Foreign;
import shotdeed.server.picture.PictureFolder;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.TerminalProgress;

/** Builds the background bank that radii are learnt from. */
@Command(
    name = "bank",
    description = {
      "Build the background bank: hashes of the regions of pictures that nobody certifies, from which each fingerprint"
          + " learns its radius.",
      "Takes every photograph of --photographs as it is and in some of the ways that shops alter pictures, and drawings"
          + " of text, charts and patterns. The same photographs and the same seed give the same bytes.",
      "The photographs must be none that anybody will certify: a certificate of one of them would get no fingerprints."
    },
    mixinStandardHelpOptions = true)
public final class BankCommand implements Callable<Integer> {
  private static final int DRAWINGS_OF_EACH_KIND = 12;
  private static final int SHAPES = 800;

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

  @Option(names = "--seed", paramLabel = "N", description = "Of all chances; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() {
    if (!Files.isDirectory(photographs)) {
      throw usage("--photographs " + PathText.shown(photographs) + " is not a folder");
    }
    if (alterations < 0 || alterations > Alterations.ALL.size()) {
      throw usage("--alterations is 0 to " + Alterations.ALL.size() + ", not " + alterations);
    }
    try {
      List<Foreign> pictures = read();
      if (pictures.size() < 2) {
        say("fewer than two photographs in " + PathText.shown(photographs) + " could be read: nothing was written");
        return ExitCode.SOFTWARE;
      }
      BankBuilder bank = new BankBuilder(seed, alterations);
      try (TerminalProgress progress = TerminalProgress.start("Hashing", pictures.size())) {
        bank.drawings(DRAWINGS_OF_EACH_KIND, SHAPES);
        for (Foreign picture : pictures) {
          bank.photograph(picture, pictures);
          progress.step();
        }
      }
      Files.write(out, bank.bytes());
      spec.commandLine().getOut().println(
          "%d photographs, %d pictures, %d hashes".formatted(pictures.size(), bank.pictures(), bank.hashes()));
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    } catch (IOException e) {
      say("could not write " + PathText.shown(out) + ": " + PictureFiles.reason(e));
      return ExitCode.SOFTWARE;
    } catch (IllegalStateException e) {
      say(e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  /** In the order of their names. */
  private List<Foreign> read() {
    PictureDecoder decoder = new PictureDecoder();
    List<Foreign> pictures = new ArrayList<>();
    for (Map.Entry<String, Path> file : PictureFolder.under(photographs).files().entrySet()) {
      try {
        BufferedImage image = decoder.decode(Files.readAllBytes(file.getValue())).image();
        pictures.add(Foreign.of(file.getKey(), image));
      } catch (UnreadablePicture e) {
        say("left out: " + PathText.shown(file.getValue()) + ": " + e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pictures;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), "shotdeed: " + message);
  }

  private void say(String message) {
    spec.commandLine().getErr().println("shotdeed: " + message);
  }
}
