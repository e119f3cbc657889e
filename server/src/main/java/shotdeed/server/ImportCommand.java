package shotdeed.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import shotdeed.server.account.Caller;
import shotdeed.server.account.FindOwner;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Basis;
import shotdeed.server.certify.Declaration;
import shotdeed.server.certify.EarlierUploads;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.platform.CsvFile;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.PathText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Settings;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Usage;
import shotdeed.server.upload.ImportFolder.Line;
import shotdeed.server.upload.ImportFolder.Outcome;
import shotdeed.server.upload.ImportFolder;

/** Certifies a folder of photographs on a server that is stopped. */
@Command(
    name = "import",
    description = {
      "Certify every photograph below a folder.",
      "Works on the data folder of a server that is stopped; while it runs, upload the folder in the console. Each"
          + " photograph passes the first review and then waits for a person, as an upload does. Files that have a"
          + " certificate, or were refused before, are passed over: run it again after an interruption.",
      "You act for the seller's owner, as whoever holds the data folder may: what is imported goes on the seller's record"
          + " of activity. --exam offered passes over an exam that the owner has not taken, and the record says that too.",
      "Say what is true: without --published the certificates carry your declaration that none of these photographs was"
          + " published or handed out."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every picture has a certificate",
      "1:some picture was refused or not reached, or could not be read",
      "2:wrong usage"
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private ServerOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder; those below it are taken too.")
  private Path folder;

  @Option(names = "--published", description = "They are published already: register them as that.")
  private boolean published;

  @Option(
      names = "--first-published",
      paramLabel = "WHERE",
      description = "With --published: where first, an address or marketplace and shop.")
  private String firstPublished;

  @Option(
      names = "--published-on",
      paramLabel = "DATE",
      description = "With --published: when, such as 2025-03-08; of several photographs the latest day.")
  private String publishedOn;

  @Option(
      names = "--basis",
      paramLabel = "BASIS",
      defaultValue = "own",
      description = "By what right they are yours: own, employee, commissioned, licensed or ai-made. Default: own.")
  private String basis;

  @Option(
      names = "--category",
      paramLabel = "ID",
      description = "What they show, such as women or shoes: an id that the upload page's list has. Default: not stated.")
  private String category;

  @Option(names = "--person", paramLabel = "ANSWER", description = "Whether a person is in them: yes, no or unknown.")
  private String person;

  @Option(names = "--seller", paramLabel = "NAME", description = "Whose they are, if there are several sellers.")
  private String seller;

  @Option(names = "--retry-refused", description = "Look again at files that were refused before.")
  private boolean again;

  @Option(names = "--csv", paramLabel = "FILE.csv", description = "Write what became of each file: file, outcome,"
      + " certificate, code, message.")
  private Path csv;

  @Override
  public Integer call() throws IOException {
    Settings settings = options.read();
    Declaration declaration = checkUsage();
    Path store = DataFolder.databaseIn(settings.data());
    if (!Files.exists(store)) {
      throw new IllegalStateException("there is no server's data in " + settings.data() + ": start it once with serve");
    }
    InstantSource clock = InstantSource.system();
    long start = System.nanoTime();
    ImportFolder.Report report;
    try (DataFolder data = DataFolder.open(settings.data());
        Features features = Features.open(settings, data, clock)) {
      Caller owner = new FindOwner(features.database()).of(seller);
      note(features, owner, clock, features.people().exam().passed(owner) ? "import.begin" : "import.no-exam", "");
      report = new ImportFolder(features.certifyUpload(), new EarlierUploads(features.database()))
          .run(owner, folder, declaration, again);
      note(features, owner, clock, "import.end", report.count(Outcome.TAKEN) + " / " + report.count(Outcome.REFUSED));
    }
    if (csv != null) {
      write(report);
    }
    say(report, (System.nanoTime() - start) / 1e9);
    boolean whole = report.stopped() == null
        && report.problems().isEmpty()
        && report.count(Outcome.REFUSED) + report.count(Outcome.REFUSED_BEFORE) + report.count(Outcome.UNREADABLE) == 0;
    return whole ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /**
   * Puts on record what the operator of this computer does for a seller. Whoever has the data folder needs no account and
   * may pass over the exam; the record says so, to the seller's owner too.
   */
  private static void note(Features features, Caller owner, InstantSource clock, String action, String details) {
    features.database().write(handle -> {
      Audit.server(handle, clock.instant(), owner.seller(), action, "import", 0, details);
      return null;
    });
  }

  /** What would be wrong for every file is said before the first. */
  private Declaration checkUsage() {
    Usage usage = new Usage(spec);
    usage.folder("DIR", folder);
    if (csv != null) {
      usage.output("--csv", csv);
    }
    if (!published && (firstPublished != null || publishedOn != null)) {
      throw usage.wrong("--first-published and --published-on say where and when: they need --published");
    }
    try {
      Declaration declaration = new Declaration(
          !published, Basis.of(basis), firstPublished, publishedOn, null, Subject.of(category, person));
      declaration.require(InstantSource.system().instant());
      return declaration;
    } catch (Refused refused) {
      throw usage.wrong(refused.detail(Texts.in(Language.ENGLISH)).replace("publishedOn", "--published-on")
          .replace("firstPublished", "--first-published")
          .replace("basis must", "--basis must")
          .replace("category must", "--category must").replace("person must", "--person must").replace(" Nothing was changed.", ""));
    }
  }

  private void write(ImportFolder.Report report) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", "outcome", "certificate", "code", "message"));
    for (Line line : report.lines()) {
      String certificate = line.certificate() == 0 ? "" : "" + line.certificate();
      rows.add(List.of(line.file(), line.outcome().text(), certificate, line.code(), line.message()));
    }
    CsvFile.write(csv, rows);
  }

  private void say(ImportFolder.Report report, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = Texts.in(Language.ENGLISH);
    report.problems().forEach(problem -> err.println("shotdeed: " + problem));
    Map<String, Integer> reasons = new TreeMap<>();
    for (Line line : report.lines()) {
      if (line.outcome() == Outcome.UNREADABLE) {
        err.println("shotdeed: " + PathText.shown(line.file()) + ": " + line.message());
      } else if (line.outcome() == Outcome.REFUSED || line.outcome() == Outcome.REFUSED_BEFORE) {
        reasons.merge(line.code(), 1, Integer::sum);
      }
    }
    long taken = report.count(Outcome.TAKEN);
    out.println("taken: " + taken + ", now waiting for the second review");
    out.println("already there: " + report.count(Outcome.ALREADY_THERE));
    out.println(
        "refused: " + report.count(Outcome.REFUSED) + ", refused before: " + report.count(Outcome.REFUSED_BEFORE));
    reasons.forEach((code, count) -> out.println("  " + code + ": " + count));
    out.println("left out, not pictures: " + report.count(Outcome.NOT_A_PICTURE));
    out.printf("%.1f s, %.1f pictures a second%n", seconds, taken / Math.max(0.001, seconds));
    if (report.stopped() != null) {
      err.println("shotdeed: stopped: " + report.stopped().title(texts) + ". " + report.stopped().detail(texts));
      err.println("shotdeed: not reached: " + report.count(Outcome.NOT_REACHED) + "; run the command again to go on");
    }
    out.flush();
    err.flush();
  }
}
