package shotdeed.server.mark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.server.picture.PictureFiles;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.PathText;

/** Makes the copy to publish of one picture. */
@Command(
    name = "mark",
    description = {
      "Write a copy of a picture that looks the same and carries a number invisibly: the copy to publish.",
      "The copy has the format, size, transparency and colour profile of the original, which is only read."
          + " What cannot be marked is refused with the reason, and nothing is written."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the copy was written", "1:it was not", "2:wrong usage"})
public final class MarkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--number", required = true, paramLabel = "N", description = "The certificate's: 0 to 4294967295.")
  private String number;

  @Parameters(index = "0", paramLabel = "IN", description = "The original: JPEG, PNG or BMP.")
  private String in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The copy; a file that is there is replaced.")
  private String out;

  @Override
  public Integer call() {
    int parsed;
    try {
      parsed = Integer.parseUnsignedInt(number);
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "shotdeed: --number takes a whole number from 0 to 4294967295, not " + number, e);
    }
    try {
      Path original = PathText.path(in);
      Path copy = PathText.path(out);
      byte[] bytes = PictureFiles.bytes(original);
      if (Files.exists(copy) && Files.isSameFile(original, copy)) {
        return refused(out, "it is the original itself, which is never changed: name another file for the copy");
      }
      write(copy, new MarkedCopy().of(bytes, parsed));
      return ExitCode.OK;
    } catch (UnreadablePicture e) {
      return refused(in, e.getMessage());
    } catch (Unmarkable e) {
      return refused(in, "cannot mark this picture, because " + e.getMessage());
    } catch (InvalidPathException e) {
      return refused(in, "not a file's name");
    } catch (CopyFailed e) {
      return refused(out, PictureFiles.reason(e.reason));
    } catch (IOException e) {
      return refused(in, PictureFiles.reason(e));
    }
  }

  private static final class CopyFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final IOException reason;

    CopyFailed(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** First beside its place, so that a full disk leaves no half copy under its name. */
  private static void write(Path copy, byte[] bytes) throws CopyFailed {
    try {
      if (Files.isDirectory(copy)) {
        throw new IOException("it is a folder");
      }
      // Not as a temporary file, which nobody else may read.
      Path part = copy.resolveSibling(".shotdeed-" + UUID.randomUUID() + ".part");
      try {
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new CopyFailed(e);
    }
  }

  private int refused(String file, String reason) {
    spec.commandLine().getErr().println("shotdeed: " + PathText.shown(file) + ": " + reason);
    return ExitCode.SOFTWARE;
  }
}
