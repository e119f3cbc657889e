package shotdeed.server.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import shotdeed.penalty.AppealWindow;
import shotdeed.penalty.Basis;
import shotdeed.penalty.Clearing;
import shotdeed.penalty.Ledger;
import shotdeed.penalty.Node;
import shotdeed.penalty.OwnTerm;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.penalty.PointRule;
import shotdeed.penalty.Text;
import shotdeed.server.penalty.Policies;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** The numbers of two policies side by side. */
public final class PolicyRows {
  private final PenaltyTexts words;
  private final Texts texts;

  private PolicyRows(PenaltyTexts words, Texts texts) {
    this.words = words;
    this.texts = texts;
  }

  /**
   * One number, or what belongs together.
   *
   * @param before {@code null} where the text before has nothing like it
   * @param after {@code null} where the newer text has nothing like it
   */
  public record Row(String what, String before, String after) {
    public boolean changed() {
      return !Objects.equals(before, after);
    }
  }

  /** In the order of the newer text; what only the text before has comes last. */
  static List<Row> compare(Policies.Preview preview, PenaltyTexts words, Texts texts) {
    PolicyRows rows = new PolicyRows(words, texts);
    Map<String, String> before = preview.before() == null ? Map.of() : rows.of(preview.before());
    Map<String, String> after = rows.of(preview.after());
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    List<Row> list = new ArrayList<>();
    for (String what : all) {
      list.add(new Row(what, before.get(what), after.get(what)));
    }
    return list;
  }

  private Map<String, String> of(PenaltyPolicy policy) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(texts.get("policy.row.version"), policy.version());
    rows.put(texts.get("policy.row.from"), day(policy.validFrom()));
    rows.put(texts.get("policy.row.until"), day(policy.validUntil()));
    rows.put(texts.get("policy.row.text"), in(texts, policy.ruleTextDate()));
    rows.put(
        texts.get("policy.row.zone"),
        with(policy.timeZone().id() + " " + policy.timeZone().offsetMinutes() / 60, policy.timeZone().basis()));
    for (PointRule rule : policy.points()) {
      rows.put(texts.get("policy.row.points", rule.id(), texts.get("policy.kind." + code(rule))), points(rule));
    }
    if (policy.grace() != null) {
      String grace = texts.get("policy.per." + policy.grace().per(), policy.grace().count());
      rows.put(texts.get("policy.row.grace"), with(grace, policy.grace().basis()));
    }
    rows.put(texts.get("policy.row.merge"), with(merge(policy), policy.merge().basis()));
    for (Ledger ledger : policy.ledgers()) {
      for (Node node : ledger.nodes()) {
        String at = node.at() != null
            ? texts.get("policy.row.node", ledger.id(), node.at())
            : texts.get("policy.row.node.every", ledger.id(), node.every());
        rows.put(at, with(node(node), node.basis()));
      }
      rows.put(texts.get("policy.row.clearing", ledger.id()), clearing(ledger.clearing()));
    }
    for (AppealWindow window : policy.appeal()) {
      String scope = window.scope() == null ? "" : ", " + window.scope();
      rows.put(
          texts.get("policy.step." + window.step()) + " (" + window.textOf() + scope + ")",
          with(window(window), window.basis()));
    }
    rows.put(texts.get("policy.row.disagreements"), String.valueOf(policy.disagreements().size()));
    rows.put(texts.get("policy.row.sources"), String.valueOf(policy.sources().size()));
    return rows;
  }

  private static String code(PointRule rule) {
    return rule.kind().name().toLowerCase(Locale.ROOT);
  }

  private String points(PointRule rule) {
    String points = texts.get("forecast.case.points", rule.points(), rule.ledger());
    if (rule.from() != null) {
      points += texts.get("policy.from", rule.from());
    }
    if (rule.otherReading() != null) {
      points += texts.get("policy.other-reading", rule.otherReading());
    }
    return with(points, rule.basis());
  }

  private String merge(PenaltyPolicy policy) {
    String merge = texts.get("policy.merge", policy.merge().hours(), String.join(", ", policy.merge().key()));
    if (policy.merge().firstOnly()) {
      merge += texts.get("policy.merge.first");
    }
    return policy.merge().dayRule() == null ? merge : merge + texts.get("policy.merge.day");
  }

  private String node(Node node) {
    List<String> measures = new ArrayList<>();
    node.measures().forEach(code -> measures.add(in(texts, words.measure(code))));
    node.measuresIfSerious().forEach(code ->
        measures.add(texts.get("policy.if-serious", in(texts, words.measure(code)))));
    node.disputedMeasures().forEach(code ->
        measures.add(texts.get("policy.disputed", in(texts, words.measure(code)))));
    for (OwnTerm own : node.ownTerms()) {
      Text days = words.phrases().days().with("days", String.valueOf(own.days()));
      measures.add(in(texts, words.measure(own.measure())) + " " + in(texts, days));
    }
    Text term = switch (node.term()) {
      case "fixed" -> words.phrases().days().with("days", String.valueOf(node.days()));
      case "permanent" -> words.phrases().permanent();
      default -> words.phrases().notStated();
    };
    String line = String.join(in(texts, words.phrases().listSeparator()), measures) + "; " + in(texts, term);
    if (node.money() == null) {
      return line;
    }
    return line + "; " + (node.money().amount() == null
        ? texts.get("policy.money." + node.money().kind())
        : node.money().amount() + " " + node.money().currency());
  }

  private String clearing(Clearing clearing) {
    String line = clearing.at() != null
        ? texts.get("policy.clearing.at", clearing.at().replace("T", " "))
        : texts.get("policy.clearing.days", clearing.afterDays());
    if (clearing.otherAfterDays() != null) {
      line += texts.get("policy.clearing.other", clearing.otherAfterDays());
    }
    if (clearing.keepFrom() != null) {
      line += texts.get("policy.clearing.keep", clearing.keepFrom());
    }
    return with(line, clearing.basis());
  }

  private String window(AppealWindow window) {
    String time = (window.min() == null ? "≤ " : window.min() + "–") + window.max() + " "
        + texts.get("policy.unit." + window.unit());
    return window.attempts() == null ? time : time + " × " + window.attempts();
  }

  private String with(String value, Basis basis) {
    return value + " · " + texts.get("forecast.confidence." + basis.confidence());
  }

  private String day(String day) {
    return day == null ? texts.get("policy.open") : day;
  }

  /** A text of a policy in the reader's language. */
  static String in(Texts texts, Text text) {
    return texts.language() == Language.ENGLISH
        ? text.en()
        : texts.language() == Language.SIMPLIFIED_CHINESE ? text.zhCn() : text.zhTw();
  }
}
