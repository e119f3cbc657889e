package shotdeed.server.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.ledger.verify.BundleVerifier;
import shotdeed.ledger.verify.Verdict;
import shotdeed.ledger.verify.Verification;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PathText;

/** Says whether an evidence bundle is complete and unchanged. Needs no server, no data and no network. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeOnInvalidInput = VerifyCommand.USAGE,
    exitCodeOnExecutionException = VerifyCommand.FAILED,
    description = {
      "Says whether an evidence bundle is complete and unchanged: every file of it, what was sealed, and every record "
          + "against the log. It asks nobody: no server, no network.",
      "Anybody can pack a bundle under a key of their own, so the fingerprint of the key belongs to it. Take it from "
          + "the operator by another way than the bundle.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:valid: complete, unchanged, and under a key that --key names",
      "1:tampered with: the parts are named",
      "2:complete and unchanged, but under a key that no --key names; its fingerprint is printed",
      VerifyCommand.USAGE + ":wrong usage",
      VerifyCommand.UNREADABLE + ":the file cannot be read",
      VerifyCommand.FAILED + ":nothing could be found out, or that it is valid could not be printed"
    })
public final class VerifyCommand implements Callable<Integer> {
  /** As sysexits(3) has them, so that they are none of the verdicts. */
  static final int USAGE = 64;

  static final int UNREADABLE = 66;
  static final int FAILED = 70;

  @Spec private CommandSpec spec;

  @Option(
      names = "--key",
      paramLabel = "FINGERPRINT",
      description = "Fingerprint of a key that you know: 64 hexadecimal digits. May be given several times.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "en|zh-CN|zh-TW",
      description = "Language of the result (default: that of the system if it is one of these, else en).")
  private String language;

  @Option(names = "--json", description = "Print the result as JSON (UTF-8): codes and values, no words.")
  private boolean json;

  @Parameters(paramLabel = "BUNDLE", description = "The zip file.")
  private Path bundle;

  @Override
  public Integer call() {
    List<String> known = new ArrayList<>();
    for (String key : keys) {
      String fingerprint = BundleVerifier.fingerprint(key);
      require(fingerprint != null, "--key must be 64 hexadecimal digits, not " + key);
      known.add(fingerprint);
    }
    Language spoken = language == null ? ofSystem() : Language.of(language);
    require(spoken != null, "--language must be en, zh-CN or zh-TW, not " + language);
    byte[] zip;
    try {
      zip = read();
    } catch (IOException e) {
      complain(reason(e));
      return UNREADABLE;
    }
    try {
      Verification result = BundleVerifier.verify(zip, known, new PlatformCrypto());
      if (json) {
        System.out.write(ResultJson.bytes(result));
        System.out.println();
        System.out.flush();
      } else {
        print(new ResultText(result, SpokenWords.in(spoken)), result);
      }
      // Print streams keep a failure to themselves. That a bundle holds needs its words, which name what does not; that it
      // does not hold is said by the code alone, also to a script that reads one line and closes the pipe.
      boolean unread = System.out.checkError() && result.verdict() == Verdict.VALID;
      return unread ? FAILED : exitCode(result.verdict());
    } catch (IOException | RuntimeException e) {
      complain(e.toString());
      return FAILED;
    }
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case VALID -> 0;
      case TAMPERED -> 1;
      case UNKNOWN_KEY -> 2;
    };
  }

  private static Language ofSystem() {
    Language language = Language.of(java.util.Locale.getDefault().toLanguageTag());
    return language == null ? Language.ENGLISH : language;
  }

  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(bundle)) {
      byte[] zip = in.readNBytes(BundleVerifier.MAX_BYTES + 1);
      if (zip.length > BundleVerifier.MAX_BYTES) {
        throw new IOException("it has more than " + (BundleVerifier.MAX_BYTES >> 20) + " MiB");
      }
      return zip;
    }
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "no such file"
        : e instanceof AccessDeniedException ? "it may not be read" : e.getMessage();
  }

  private void complain(String reason) {
    spec.commandLine().getErr().println("shotdeed: " + PathText.shown(bundle) + ": " + reason);
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void print(ResultText text, Verification result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text.verdict());
    out.println(text.means());
    for (ResultText.Line line : text.lines()) {
      if (!line.ok()) {
        out.println("  ✗ " + (line.part().isEmpty() ? "" : line.part() + ": ") + line.text());
      }
    }
    out.println();
    for (ResultText.Fact fact : text.facts()) {
      out.println(fact.name() + ": " + fact.value());
    }
    list(out, text.proven(), "+ ");
    list(out, text.open(), "- ");
    out.flush();
  }

  private static void list(PrintWriter out, List<String> lines, String sign) {
    if (!lines.isEmpty()) {
      out.println();
      lines.forEach(line -> out.println(sign + line));
    }
  }
}
