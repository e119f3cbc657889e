package shotdeed.server.picture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.fingerprint.Dihedral;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.fingerprint.Pdq;
import shotdeed.image.LumaImage;
import shotdeed.model.Unjudged;
import shotdeed.server.platform.PathText;

/** Prints the PDQ hash and quality of pictures. */
@Command(
    name = "fingerprint",
    description = {
      "Print the fingerprint of pictures, one line each: hash, quality (0-100) and path, separated by tabs.",
      "A file that cannot be read is reported on stderr, and the others go on. So is a picture whose hash says nothing,"
          + " because it is too plain or too small to be matched.",
      "Control characters in a path are printed as ls --quoting-style=escape does (\\n, \\t, \\033), a backslash"
          + " doubled, so that one line stays one line; the rest, spaces included, as it is, in UTF-8."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file was read", "1:some file was not", "2:wrong usage"})
public final class FingerprintCommand implements Callable<Integer> {
  private static final List<Dihedral> AS_IT_IS = List.of(Dihedral.ROTATE0);
  private static final List<Dihedral> ALL = List.of(Dihedral.values());

  @Spec private CommandSpec spec;

  @Option(
      names = "--dihedral",
      description = "Print eight lines a file: as it is, turned by 90, 180 and 270 degrees, mirrored in four ways.")
  private boolean dihedral;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "JPEG, PNG, GIF, WebP or BMP.")
  private List<String> files;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PictureDecoder decoder = new PictureDecoder();
    Pdq pdq = new Pdq();
    Kernel kernel = new Kernel();
    int exitCode = ExitCode.OK;
    for (String file : files) {
      try {
        LumaImage luma = decoder.decode(PictureFiles.bytes(PathText.path(file))).luma().reduced();
        Pdq.Result result = pdq.hash(luma);
        for (Dihedral form : dihedral ? ALL : AS_IT_IS) {
          out.print(result.hash(form) + "\t" + result.quality() + "\t" + PathText.shown(file) + "\n");
        }
        out.flush();
        Unjudged unjudged = Lookup.of(kernel, luma).unjudged();
        if (unjudged != null) {
          say(file, unjudged.sentence());
        }
      } catch (IOException e) {
        exitCode = report(file, PictureFiles.reason(e));
      } catch (InvalidPathException | UnreadablePicture e) {
        boolean read = e instanceof UnreadablePicture;
        exitCode = report(file, read ? e.getMessage() : "not a file's name");
      }
    }
    return exitCode;
  }

  private int report(String file, String reason) {
    say(file, reason);
    return ExitCode.SOFTWARE;
  }

  private void say(String file, String message) {
    spec.commandLine().getErr().println("shotdeed: " + PathText.shown(file) + ": " + message);
  }
}
