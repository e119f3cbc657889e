package shotdeed.server.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shotdeed.penalty.ConductRule;
import shotdeed.penalty.Disagreement;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.Money;
import shotdeed.penalty.OwnTerm;
import shotdeed.penalty.PenaltyCase;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.SearchEffect;
import shotdeed.penalty.Source;
import shotdeed.penalty.Text;
import shotdeed.server.complain.forecast.RuleNotes;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.complain.forecast.StatedPoints;
import shotdeed.server.penalty.Elsewhere;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;

/**
 * A forecast in words, the short of it first.
 *
 * @param none whether there is none; then only {@code title} and {@code facts} say something
 * @param title whose rules, or the marketplace's name; may be empty
 * @param headline if upheld, so many points
 * @param rule the rule it falls under, and how far its number can be trusted
 * @param follows what is expected to follow, a line a ledger; empty if nothing is
 * @param listing what happens to the listing, or empty
 * @param ledgers the points by ledger with that complaint, and when they clear
 * @param origin date of the rule text, and that nobody verified it
 * @param cases what it costs under each rule
 * @param years both accounts, if a decision may fall into the next year
 * @param otherwise what it costs if waiting complaints are upheld first, or if decisions count in their own year
 * @param decision when a decision may be expected; empty if nothing is known of it
 * @param known what is known of the shop
 * @param stated points that the team stated
 * @param ledgerIds of which points can be stated
 * @param possible heavier measures, if the shop has more points than is known
 * @param notes what else the rules say: which measures run, what ends them, what complaints they allow
 * @param disagreements of the sources
 * @param facts what is known where no points are published
 */
public record ForecastView(
    boolean none,
    String title,
    String headline,
    String rule,
    List<String> follows,
    String listing,
    List<String> ledgers,
    String origin,
    List<CaseLine> cases,
    List<YearLine> years,
    List<YearLine> otherwise,
    String decision,
    List<String> known,
    List<StatedLine> stated,
    List<String> ledgerIds,
    List<String> possible,
    List<String> notes,
    List<String> disagreements,
    List<Forecast.UsedSource> sources,
    Forecast.PolicyVersion policy,
    List<FactLine> facts) {

  /** What it costs under one rule. */
  public record CaseLine(String when, String points, String sum, String then, String confidence, boolean expected) {}

  /** The answer under another assumption, such as the account of another calendar year. */
  public record YearLine(String when, String points, List<String> sums, String rules) {}

  /** Points that somebody stated; {@code id} takes them back. */
  public record StatedLine(int id, String words, String note, String by, Instant at) {}

  /** One thing that is known of a marketplace without points. */
  public record FactLine(String words, String confidence, List<Source> sources) {}

  /** What of a forecast rests on a source, in words; rules and thresholds keep the names that they have in the sources. */
  public static String supports(Forecast.UsedSource source, Page page) {
    return source.supports().stream().map(code -> support(code, page)).collect(Collectors.joining(", "));
  }

  private static String support(String code, Page page) {
    if (code.equals("grace") || code.equals("time-zone")) {
      return page.t("forecast.support." + code);
    }
    if (code.startsWith("clearing-")) {
      return page.t("forecast.support.clearing", code.substring("clearing-".length()));
    }
    if (code.endsWith("-from")) {
      return page.t("forecast.support.from", code.substring(0, code.length() - "-from".length()));
    }
    return code;
  }

  /** Where a fact was read. */
  public static String sources(FactLine fact) {
    return fact.sources().stream().map(Source::name).collect(Collectors.joining("; "));
  }

  static ForecastView of(ShopForecast said, PenaltyTexts words, Texts texts) {
    return new ForecastWords(said, words, texts).view();
  }

  /** Puts it into the words of one language. */
  private record ForecastWords(ShopForecast said, PenaltyTexts words, Texts texts) {
    private ForecastView view() {
      Forecast forecast = said.forecast();
      String title = said.marketName() == null ? "" : in(said.marketName());
      if (forecast == null) {
        return new ForecastView(
            true, title, "", "", List.of(), "", List.of(), "", List.of(), List.of(), List.of(), "", List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), null, facts());
      }
      return new ForecastView(
          false,
          title,
          headline(forecast),
          rule(forecast),
          follows(forecast),
          measures(forecast.listing()),
          ledgers(forecast),
          origin(),
          said.cases().stream().map(this::caseLine).toList(),
          said.years().stream().map(this::yearLine).toList(),
          otherwise(),
          decision(),
          said.known().stream().map(this::known).toList(),
          said.stated().stream().map(this::stated).toList(),
          List.copyOf(forecast.cumulative().keySet()),
          forecast.possible().stream().map(node -> node(forecast, node)).toList(),
          notes(),
          forecast.disagreements().stream().map(Disagreement::text).map(this::in).toList(),
          forecast.sources(),
          forecast.policy(),
          List.of());
    }

    private String headline(Forecast forecast) {
      Forecast.Next next = forecast.next();
      return next.mergedWith() == null
          ? texts.get("forecast.headline", next.points(), name(next.ledger()))
          : texts.get("forecast.headline.merged", next.mergedWith());
    }

    private String rule(Forecast forecast) {
      for (PenaltyCase each : said.cases()) {
        if (each.expected()) {
          return texts.get("forecast.rule", each.rule(), in(each.text()), confidence(each.confidence()));
        }
      }
      return said.cases().isEmpty() ? in(forecast.wording()) : texts.get("forecast.rule.merged", forecast.next().rule());
    }

    private List<String> follows(Forecast forecast) {
      List<String> lines = new ArrayList<>(forecast.measures().stream().map(node -> node(forecast, node)).toList());
      SearchEffect search = said.notes() == null ? null : said.notes().searchEffect();
      if (search != null && forecast.next().mergedWith() == null && forecast.next().points() >= search.points()) {
        lines.add(texts.get("forecast.said", in(search.text()), confidence(search.basis().confidence())));
      }
      return lines;
    }

    /** Which of several measures runs, what ends it, and the rules on complaints themselves. */
    private List<String> notes() {
      List<String> lines = new ArrayList<>();
      RuleNotes notes = said.notes();
      if (notes == null) {
        return lines;
      }
      lines.add(texts.get(
          "forecast.said", in(notes.execution().text()), confidence(notes.execution().basis().confidence())));
      if (notes.lifting() != null) {
        lines.add(
            texts.get("forecast.said", in(notes.lifting().text()), confidence(notes.lifting().basis().confidence())));
      }
      for (ConductRule rule : notes.conduct()) {
        lines.add(texts.get("forecast.rule", rule.id(), in(rule.text()), confidence(rule.basis().confidence())));
      }
      return lines;
    }

    private List<YearLine> otherwise() {
      List<YearLine> lines = new ArrayList<>();
      if (said.waiting() != null) {
        String numbers = numbers(said.waiting().complaints());
        lines.add(line(texts.get("forecast.waiting", numbers), said.waiting().forecast()));
      }
      if (said.byDecision() != null) {
        String numbers = numbers(said.byDecision().complaints());
        lines.add(line(texts.get("forecast.by-decision", numbers), said.byDecision().forecast()));
      }
      return lines;
    }

    private String numbers(List<Integer> complaints) {
      return complaints.stream().map(String::valueOf).collect(
          Collectors.joining(in(words.phrases().listSeparator())));
    }

    private String node(Forecast forecast, Forecast.Measures node) {
      String confidence = "";
      String term = "";
      for (Forecast.NodeTerms terms : forecast.terms()) {
        if (terms.ledger().equals(node.ledger()) && terms.threshold() == node.threshold()) {
          confidence = confidence(terms.confidence());
          term = switch (terms.term()) {
            case "fixed" -> in(words.phrases().days().with("days", String.valueOf(node.days())));
            case "permanent" -> in(words.phrases().permanent());
            default -> in(words.phrases().notStated());
          };
        }
      }
      return texts.get(
          "forecast.node",
          name(node.ledger()),
          node.threshold(),
          measures(node.measures()),
          term + more(forecast, node),
          confidence);
    }

    /** Measures of a node that run for a time of their own, what they cost, and what only one source has. */
    private String more(Forecast forecast, Forecast.Measures node) {
      StringBuilder more = new StringBuilder();
      for (Forecast.NodeTerms terms : forecast.terms()) {
        if (!terms.ledger().equals(node.ledger()) || terms.threshold() != node.threshold()) {
          continue;
        }
        for (OwnTerm own : terms.ownTerms()) {
          String days = in(words.phrases().days().with("days", String.valueOf(own.days())));
          more.append(texts.get("forecast.node.own-term", measures(List.of(own.measure())), days));
        }
        if (terms.money() != null) {
          more.append(money(terms.money()));
        }
        if (!terms.disputedMeasures().isEmpty()) {
          more.append(texts.get("forecast.node.disputed", measures(terms.disputedMeasures())));
        }
        break; // what follows anyway and what is only possible never share a node
      }
      return more.toString();
    }

    private String money(Money money) {
      return switch (money.kind()) {
        case "amount" -> texts.get("forecast.money", money.amount(), money.currency());
        case "whole-deposit" -> texts.get("forecast.money.deposit");
        default -> texts.get("forecast.money.not-stated");
      };
    }

    private String measures(List<String> codes) {
      List<String> list = new ArrayList<>();
      for (String code : codes) {
        list.add(in(words.measure(code)));
      }
      return String.join(in(words.phrases().listSeparator()), list);
    }

    private List<String> ledgers(Forecast forecast) {
      List<String> lines = new ArrayList<>();
      forecast.cumulative().forEach((id, range) -> {
        String clears = forecast.clears().get(id);
        String end = clears == null ? texts.get("forecast.clears.never") : texts.get("forecast.clears", readable(clears));
        String other = "";
        for (ShopForecast.LedgerLine line : said.ledgers()) {
          if (line.id().equals(id)) {
            if (clears != null && line.keptFrom() != null && (range.max() == null || range.max() >= line.keptFrom())) {
              end += texts.get("forecast.clears.kept", line.keptFrom());
            }
            end += " " + texts.get("forecast.in-brackets", confidence(line.confidence()));
            other = line.clearsOtherwise() == null ? "" : texts.get("forecast.clears.other", line.clearsOtherwise());
          }
        }
        lines.add(texts.get("forecast.ledger", name(id), points(range), end) + other);
      });
      return lines;
    }

    private String points(PointRange range) {
      return range.max() == null
          ? texts.get("forecast.points.least", range.min())
          : range.max() == range.min()
              ? texts.get("forecast.points.exact", range.min())
              : texts.get("forecast.points.range", range.min(), range.max());
    }

    private String origin() {
      return said.ruleTextDate() == null
          ? texts.get("forecast.unverified")
          : texts.get("forecast.origin", in(said.ruleTextDate()));
    }

    private CaseLine caseLine(PenaltyCase each) {
      return new CaseLine(
          texts.get("forecast.case", in(each.text()), each.rule()),
          texts.get("forecast.case.points", each.points(), each.ledger()),
          points(each.sum()),
          each.then() == null ? texts.get("forecast.nothing") : in(each.then()),
          confidence(each.confidence()),
          each.expected());
    }

    private YearLine yearLine(ShopForecast.YearAccount year) {
      String when = year.from() == null || year.until() == null
          ? texts.get("forecast.year", String.valueOf(year.year()))
          : texts.get("forecast.year.days", String.valueOf(year.year()), year.from(), year.until());
      return line(when, year.forecast());
    }

    private YearLine line(String when, Forecast forecast) {
      List<String> sums = new ArrayList<>();
      forecast.cumulative().forEach((id, range) -> sums.add(texts.get("forecast.year.sum", id, points(range))));
      forecast.measures().forEach(node -> sums.add(node(forecast, node)));
      Forecast.PolicyVersion rules = forecast.policy();
      return new YearLine(
          when,
          headline(forecast),
          sums,
          rules.equals(said.policy()) ? "" : texts.get("forecast.policy", rules.id(), rules.version()));
    }

    private String decision() {
      if (said.decision() == null) {
        return "";
      }
      if (said.decision().latest() == null) {
        return texts.get("forecast.decision.unknown");
      }
      String days = texts.get("forecast.decision", said.decision().earliest(), said.decision().latest());
      return said.decision().holidaysKnown() ? days : days + texts.get("forecast.decision.holidays");
    }

    private String known(ShopForecast.KnownCase each) {
      return each.points() == null
          ? texts.get("forecast.known.computed", String.valueOf(each.complaint()), each.day())
          : texts.get(
              "forecast.known.told",
              String.valueOf(each.complaint()),
              each.day(),
              each.points(),
              each.ledger() == null ? "?" : each.ledger());
    }

    private StatedLine stated(StatedPoints each) {
      return new StatedLine(
          each.id(),
          texts.get("forecast.stated", each.ledger(), String.valueOf(each.year()),
              points(new PointRange(each.min(), each.max()))),
          each.note(),
          each.by(),
          Times.of(each.at()));
    }

    private List<FactLine> facts() {
      List<FactLine> lines = new ArrayList<>();
      if (said.elsewhere() != null) {
        for (Elsewhere.Statement fact : said.elsewhere().facts()) {
          lines.add(new FactLine(in(fact.text()), confidence(fact.confidence()), fact.sources()));
        }
      }
      return lines;
    }

    private String name(String ledger) {
      for (ShopForecast.LedgerLine line : said.ledgers()) {
        if (line.id().equals(ledger)) {
          return in(line.name());
        }
      }
      return texts.get("forecast.ledger.plain", ledger);
    }

    private String confidence(String code) {
      return texts.get("forecast.confidence." + code);
    }

    /** {@code 2026-12-31T24:00+08:00} as people write it. */
    private static String readable(String time) {
      return time.replace("T", " ").replace("+", " UTC+");
    }

    private String in(Text text) {
      return switch (texts.language()) {
        case ENGLISH -> text.en();
        case SIMPLIFIED_CHINESE -> text.zhCn();
        case TRADITIONAL_CHINESE -> text.zhTw();
      };
    }
  }
}
