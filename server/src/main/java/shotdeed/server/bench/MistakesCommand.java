package shotdeed.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.feature.FeatureKernel;
import shotdeed.image.LumaImage;
import shotdeed.model.Verdict;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.MemoryPhotographs;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.PictureFolder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Usage;

/** Judges again what people said is no copy. */
@Command(
    name = "mistakes",
    description = {
      "Judge again the pictures of which people said that they are no copies.",
      "Reads files that the extension's options export (\"not a copy\", kept with consent: numbers and a small grey"
          + " picture, no addresses), finds each pair's photograph in --originals by its SHA-256, and lays one over the"
          + " other as the server does. Prints a line a pair: what this program says now, what was said then, SHA-256 of"
          + " the picture, and the photograph's file; then how many of the mistakes are left."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no pair is taken for a copy any more",
      "1:some pair still is, or could not be judged",
      "2:wrong usage"
    })
public final class MistakesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--originals", required = true, paramLabel = "DIR", description = "Folder of your photographs.")
  private Path originals;

  @Parameters(paramLabel = "FILE.json", arity = "1..*", description = "Exported mistakes.")
  private List<Path> exports;

  @Override
  public Integer call() {
    checkUsage();
    List<NotCopy> pairs = new ArrayList<>();
    boolean complete = true;
    for (Path export : exports) {
      try {
        pairs.addAll(NotCopy.read(export));
      } catch (IOException e) {
        say(PathText.shown(export) + ": " + PictureFiles.reason(e));
        complete = false;
      }
    }
    Map<String, Path> photographs = photographs();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (NotCopy pair : pairs) {
      Path photograph = photographs.get(pair.certificateSha256());
      Verdict now = photograph == null ? missing(pair) : verdict(pair, photograph);
      if (now == null) {
        complete = false;
      } else {
        counts.merge(now, 1, Integer::sum);
        print(now.text() + "\t" + pair.verdict() + "\t" + pair.pictureSha256() + "\t" + PathText.shown(photograph));
      }
    }
    int copies = counts.getOrDefault(Verdict.COPY, 0);
    int related = counts.getOrDefault(Verdict.RELATED, 0);
    print("%d pairs, %d still a copy, %d related".formatted(pairs.size(), copies, related));
    return complete && copies == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("--originals", originals);
    for (Path export : exports) {
      if (!Files.isRegularFile(export)) {
        throw usage.wrong("there is no file " + PathText.shown(export));
      }
    }
  }

  /** By the SHA-256 of their bytes. */
  private Map<String, Path> photographs() {
    PictureFolder folder = PictureFolder.under(originals);
    folder.problems().forEach(this::say);
    Map<String, Path> photographs = new HashMap<>();
    for (Path file : folder.files().values()) {
      try {
        photographs.putIfAbsent(Secrets.sha256(PictureFiles.bytes(file)), file);
      } catch (IOException e) {
        say(PathText.shown(file) + ": " + PictureFiles.reason(e));
      }
    }
    return photographs;
  }

  private Verdict missing(NotCopy pair) {
    say("no photograph in " + PathText.shown(originals) + " has the SHA-256 " + pair.certificateSha256()
        + "; the picture " + pair.pictureSha256() + " was not judged");
    return null;
  }

  private Verdict verdict(NotCopy pair, Path photograph) {
    try {
      LumaImage original = new PictureDecoder().decode(PictureFiles.bytes(photograph)).luma();
      MemoryPhotographs library = new MemoryPhotographs();
      library.add(1, MemoryPhotographs.Held.of(new FeatureKernel().certificate(original), original));
      List<Judge.Judged> judged = library.judge(pair.raster().luma(), pair.features(), List.of());
      return judged.isEmpty() ? Verdict.NONE : judged.get(0).confirmation().verdict();
    } catch (IOException | UnreadablePicture e) {
      say(PathText.shown(photograph) + ": " + e.getMessage());
      return null;
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void say(String message) {
    spec.commandLine().getErr().println("shotdeed: " + message);
  }
}
