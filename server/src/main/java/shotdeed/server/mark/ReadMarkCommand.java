package shotdeed.server.mark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.mark.MarkReader;
import shotdeed.mark.MarkReading;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;

/** Prints the numbers that pictures carry invisibly. */
@Command(
    name = "read-mark",
    description = {
      "Print the invisible marks of pictures, one line each: number or none, confidence (0-1) and path, separated by"
          + " tabs.",
      "The confidence tells how much of a mark is left; of a picture without one it is 0. None is no proof that a"
          + " picture was never marked. A file that cannot be read is reported on stderr, and the others go on."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file was looked at", "1:some file could not be read", "2:wrong usage"})
public final class ReadMarkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "JPEG, PNG, GIF, WebP or BMP.")
  private List<String> files;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PictureDecoder decoder = new PictureDecoder();
    MarkReader reader = new MarkReader();
    int exitCode = ExitCode.OK;
    for (String file : files) {
      try {
        byte[] bytes = PictureFiles.bytes(PathText.path(file));
        MarkReading reading = reader.read(decoder.decode(bytes).luma().reduced());
        String number = reading == null ? "none" : Integer.toUnsignedString(reading.number());
        double confidence = reading == null ? 0 : reading.confidence();
        out.print(number + "\t" + String.format(Locale.ROOT, "%.2f", confidence) + "\t" + PathText.shown(file) + "\n");
        out.flush();
      } catch (IOException e) {
        exitCode = report(file, PictureFiles.reason(e));
      } catch (InvalidPathException | UnreadablePicture e) {
        exitCode = report(file, e instanceof UnreadablePicture ? e.getMessage() : "not a file's name");
      }
    }
    return exitCode;
  }

  private int report(String file, String reason) {
    spec.commandLine().getErr().println("shotdeed: " + PathText.shown(file) + ": " + reason);
    return ExitCode.SOFTWARE;
  }
}
