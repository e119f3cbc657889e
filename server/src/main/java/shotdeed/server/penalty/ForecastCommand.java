package shotdeed.server.penalty;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import shotdeed.penalty.Complaint;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.RuleKind;
import shotdeed.penalty.ShopRecord;
import shotdeed.server.platform.DataFolder;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PathText;

/**
 * What the next complaint would cost a shop if it is upheld, as JSON. Needs no server; with {@code --data} it knows the
 * policy files that were put in force there.
 */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Forecasts what the next complaint would cost a shop if it is upheld, as JSON (UTF-8) on standard output. The "
          + "numbers come from copies of the marketplace's rules; the marketplace has not verified them.",
      ""
    },
    footerHeading = "%nHow it counts:%n",
    footer = {
      "DATE is a day (midnight in Asia/Shanghai), a time such as 2026-01-04T10:00 (Asia/Shanghai), or a time with an "
          + "offset such as 2026-01-04T02:00Z.",
      "On Taobao and Tmall, complaints of one holder within 72 hours after the first of a group are one, of that first's date "
          + "and year. The window does not slide. If the next one joins a group, it adds 0 points.",
      "The first established complaint of the calendar year costs 0 points and counts towards a repeat. From the third "
          + "of one holder on a complaint is serious. From the third serious case on, each further complaint of the "
          + "year falls under the severe rule.",
      "The count of serious cases is the greater of --serious and what the --upheld dates imply. Cases beyond those "
          + "are taken as further cases of unknown date: they use up the first of the year, and their points are "
          + "added. As they may have come before or after the dated ones, cumulative is then a range.",
      "Complaints of earlier years are cleared; a serious ledger that has reached 48 points is not.",
      "measures holds the heaviest node newly passed per ledger, counted from the least points; possible holds those "
          + "that need more prior points.",
      "",
      "Exit codes: 0 done, 2 wrong usage."
    })
public final class ForecastCommand implements Callable<Integer> {
  private static final String HOLDER = "holder";
  private static final String RIGHT = "right";

  @Spec private CommandSpec spec;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "taobao|tmall|aliexpress",
      description = "Whose rules apply. Of other marketplaces no points are published; what is known of them is told.")
  private String market;

  @Option(
      names = "--upheld",
      paramLabel = "DATE",
      converter = ForecastDate.Converter.class,
      description = "A complaint that was upheld; once for each, in any order.")
  private List<ForecastDate> upheld = new ArrayList<>();

  @Option(
      names = "--same-holder",
      description = "All these complaints, the next one included, are one holder's, on one right. Without it each "
          + "is a different holder's: none merge, none repeat.")
  private boolean sameHolder;

  @Option(
      names = "--serious",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many of the shop's cases of this year were held serious, as far as you know (default 0).")
  private int serious;

  @Option(
      names = "--next",
      required = true,
      paramLabel = "DATE",
      converter = ForecastDate.Converter.class,
      description = "When the next complaint is made.")
  private ForecastDate next;

  @Option(
      names = "--especially-serious",
      description = "The next one is expected to be held especially serious (rule P5, ledger B).")
  private boolean especiallySerious;

  @Option(
      names = "--prior-points",
      paramLabel = "LEDGER=MIN-MAX",
      description = "Points of this year from anything not given here, which an outsider cannot see, such as A=0-12, "
          + "A=4, or B=0-? without a most (default 0: as far as given).")
  private Map<String, String> prior = new LinkedHashMap<>();

  @Option(
      names = "--policy",
      paramLabel = "ID",
      description = "Another wording of the market's rules than the one of the date, such as "
          + "tmall.improper_use.earlier.")
  private String policyId;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A server's data folder, whose loaded policy files apply too.")
  private Path data;

  @Override
  public Integer call() throws IOException {
    PolicyLibrary library = library();
    require(library.markets().contains(market), unknownMarket(library));
    ZoneOffset offset = library.offset(market);
    Instant at = next.at(offset);
    PenaltyPolicy policy = policy(library, at);
    for (ForecastDate date : upheld) {
      require(!date.at(offset).isAfter(at), "--upheld must not be later than --next");
    }
    require(
        serious >= 0 && serious <= ShopRecord.MAX_SERIOUS,
        "--serious must be 0 to " + ShopRecord.MAX_SERIOUS + ", not " + serious);
    requireKind(policy, serious > 0, RuleKind.REPEATED, "--serious: these rules know no serious cases");
    requireKind(
        policy, especiallySerious, RuleKind.EXTREME, "--especially-serious: these rules know no such cases");
    ShopRecord record = new ShopRecord(complaints(offset), serious, priorPoints(policy));
    write(library.engine().forecast(policy, record, complaint(next, offset, upheld.size(), especiallySerious)));
    return CommandLine.ExitCode.OK;
  }

  private PolicyLibrary library() {
    if (data == null) {
      return PolicyLibrary.bundled();
    }
    Path store = DataFolder.databaseIn(data);
    require(Files.exists(store), "--data: there is no server's data in " + PathText.shown(data));
    try (Database database = Database.openAsIs(store)) {
      return Policies.stored(database);
    }
  }

  /** Of a marketplace without points it is told what is known, with how far that can be trusted. */
  private String unknownMarket(PolicyLibrary library) {
    StringBuilder message =
        new StringBuilder("--market must be one of " + library.markets() + ", not " + market);
    Elsewhere elsewhere = Elsewhere.bundled();
    elsewhere.of(market, null).ifPresent(known -> {
      message.append(". No points of ").append(known.name().en()).append(" are published; known (read in ")
          .append(known.readDate()).append(", not verified by the marketplace):");
      for (Elsewhere.Statement fact : known.facts()) {
        message.append(System.lineSeparator()).append("  ").append(fact.text().en())
            .append(" (confidence ").append(fact.confidence()).append("; ")
            .append(String.join(", ", fact.sources().stream().map(source -> source.name()).toList()))
            .append(')');
      }
    });
    return message.toString();
  }

  private void requireKind(PenaltyPolicy policy, boolean asked, RuleKind kind, String message) {
    require(!asked || policy.ruleOrNull(kind) != null, message);
  }

  private PenaltyPolicy policy(PolicyLibrary library, Instant at) {
    if (policyId == null) {
      return library
          .pick(market, at)
          .orElseThrow(() -> wrong("no policy of " + market + " is known for the date of --next"));
    }
    List<String> ids =
        library.all().stream().filter(each -> each.market().equals(market)).map(PenaltyPolicy::policy).toList();
    require(ids.contains(policyId), "--policy must be one of " + ids + " for " + market + ", not " + policyId);
    return library.byId(policyId).orElseThrow();
  }

  private List<Complaint> complaints(ZoneOffset offset) {
    List<Complaint> complaints = new ArrayList<>();
    for (ForecastDate date : upheld) {
      complaints.add(complaint(date, offset, complaints.size(), false));
    }
    return complaints;
  }

  private Complaint complaint(ForecastDate date, ZoneOffset offset, int number, boolean extreme) {
    String holder = sameHolder ? HOLDER : HOLDER + number;
    return new Complaint(date.at(offset).getEpochSecond(), date.dateOnly(), holder, RIGHT, extreme);
  }

  private Map<String, PointRange> priorPoints(PenaltyPolicy policy) {
    List<String> ledgers = policy.ledgers().stream().map(ledger -> ledger.id()).toList();
    Map<String, PointRange> ranges = new LinkedHashMap<>();
    prior.forEach(
        (ledger, range) -> {
          require(ledgers.contains(ledger), "--prior-points must name a ledger of " + ledgers + ", not " + ledger);
          try {
            ranges.put(ledger, PriorPoints.parse(range));
          } catch (IllegalArgumentException e) {
            throw wrong("--prior-points: " + e.getMessage());
          }
        });
    return ranges;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw wrong(message);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Bytes, as JSON is UTF-8 whatever the terminal's encoding is. */
  private static void write(Forecast forecast) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    System.out.write(new JsonMapper().writer(printer).writeValueAsBytes(forecast));
    System.out.println();
    System.out.flush();
  }
}
