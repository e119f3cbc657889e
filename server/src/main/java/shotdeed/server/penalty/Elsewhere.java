package shotdeed.server.penalty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import shotdeed.penalty.Basis;
import shotdeed.penalty.Source;
import shotdeed.penalty.Text;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.DataFile;

/** What is known of marketplaces that publish no points, all of it with its sources. Immutable. */
public final class Elsewhere {
  private static final String FILE = "elsewhere.json";

  private final String readDate;
  private final List<Entry> markets;

  private Elsewhere(String readDate, List<Entry> markets) {
    this.readDate = readDate;
    this.markets = markets;
  }

  private record Data(String readDate, List<Market> markets, List<Source> sources) {}

  private record Market(String market, Text name, List<String> hosts, List<Fact> facts) {}

  private record Fact(Text text, Basis basis) {}

  /**
   * What is known of a marketplace.
   *
   * @param readDate month in which the sources were read, such as {@code 2026-11}
   */
  public record Known(String market, Text name, String readDate, List<Statement> facts) {}

  private record Entry(Known known, List<String> hosts) {
    private boolean isOf(String site) {
      return hosts.stream().anyMatch(host -> site.equals(host) || site.endsWith("." + host));
    }
  }

  /** One thing that is known. {@code confidence} and {@code mark} are those of {@link Basis}. */
  public record Statement(Text text, String confidence, String mark, List<Source> sources) {}

  /** What comes with the program. */
  public static Elsewhere bundled() {
    return of(DataFile.bundled(Elsewhere.class, "/shotdeed/penalty/" + FILE));
  }

  /**
   * Reads and validates the file.
   *
   * @throws DataFault at the first fault, with file, field and what was expected
   */
  static Elsewhere of(byte[] json) {
    Data data = DataFile.read(FILE, json, Data.class);
    PolicyCheck check = new PolicyCheck(FILE);
    check.text(data.readDate(), "readDate");
    check.filled(data.sources(), "sources");
    check.unique(data.sources().stream().map(Source::id).toList(), "sources");
    check.knowSources(data.sources());
    Map<String, Source> sources = new HashMap<>();
    for (int i = 0; i < data.sources().size(); i++) {
      check.text(data.sources().get(i).name(), "sources[" + i + "].name");
      check.oneOf(data.sources().get(i).read(), "sources[" + i + "].read", "copy", "official");
      sources.put(data.sources().get(i).id(), data.sources().get(i));
    }
    check.filled(data.markets(), "markets");
    check.unique(data.markets().stream().map(Market::market).toList(), "markets");
    Set<String> hosts = new HashSet<>();
    List<Entry> known = new ArrayList<>();
    for (int i = 0; i < data.markets().size(); i++) {
      Market market = data.markets().get(i);
      String field = "markets[" + i + "]";
      check.words(market.name(), field + ".name");
      check.filled(market.hosts(), field + ".hosts");
      market.hosts().forEach(host -> check.that(hosts.add(host), field + ".hosts", "hosts of one market only: " + host));
      check.filled(market.facts(), field + ".facts");
      List<Statement> statements = new ArrayList<>();
      for (int j = 0; j < market.facts().size(); j++) {
        Fact fact = market.facts().get(j);
        check.words(fact.text(), field + ".facts[" + j + "].text");
        check.basis(fact.basis(), field + ".facts[" + j + "].basis");
        statements.add(
            new Statement(
                fact.text(),
                fact.basis().confidence(),
                fact.basis().mark(),
                fact.basis().sources().stream().map(sources::get).toList()));
      }
      known.add(
          new Entry(new Known(market.market(), market.name(), data.readDate(), statements), market.hosts()));
    }
    return new Elsewhere(data.readDate(), List.copyOf(known));
  }

  /** The marketplace that goes by a name, or that a site (a host name) belongs to. */
  public Optional<Known> of(String market, String site) {
    return markets.stream()
        .filter(entry -> entry.known().market().equals(market) || entry.isOf(Objects.toString(site, "")))
        .map(Entry::known)
        .findFirst();
  }

  /** All of them. */
  public List<Known> all() {
    return markets.stream().map(Entry::known).toList();
  }

  /** Month in which the sources were read. */
  public String readDate() {
    return readDate;
  }
}
