package shotdeed.penalty;

import java.util.List;

/** Puts a forecast into sentences: what is expected if the complaint is upheld, and where that comes from. */
final class ForecastWording {
  private final PenaltyTexts texts;

  ForecastWording(PenaltyTexts texts) {
    this.texts = texts;
  }

  /** The sentences; {@code nodes} are those of {@code measures}, one to one. */
  Text of(
      PenaltyPolicy policy,
      Forecast.Next next,
      Text ruleText,
      List<Forecast.Measures> measures,
      List<Node> nodes,
      boolean mayBeMore) {
    PenaltyTexts.Phrases phrases = texts.phrases();
    Text text =
        next.mergedWith() != null
            ? phrases.merged().with("date", next.mergedWith())
            : phrases
                .points()
                .with("points", Integer.toString(next.points()))
                .with("ledger", policy.ledgers().get(policy.ledgerIndex(next.ledger())).name());
    text = text.with("rule", next.rule()).with("text", ruleText);
    for (int i = 0; i < measures.size(); i++) {
      text = text.then(sentence(measures.get(i), nodes.get(i)));
    }
    if (mayBeMore) {
      text = text.then(phrases.mayBeMore());
    }
    return text.then(phrases.origin().with("date", policy.ruleTextDate()).with("read", policy.readDate()));
  }

  /** What runs at a node and for how long, such as <i>shop hidden; 7 days</i>. */
  Text node(List<String> measures, Node node) {
    return texts.phrases().node().with("measures", list(measures)).with("term", term(node));
  }

  private Text term(Node node) {
    PenaltyTexts.Phrases phrases = texts.phrases();
    return switch (node.term()) {
      case "fixed" -> phrases.days().with("days", Integer.toString(node.days()));
      case "permanent" -> phrases.permanent();
      default -> phrases.notStated();
    };
  }

  private Text list(List<String> measures) {
    Text list = new Text("", "", "");
    for (int i = 0; i < measures.size(); i++) {
      if (i > 0) {
        list = list.then(texts.phrases().listSeparator());
      }
      list = list.then(texts.measure(measures.get(i)));
    }
    return list;
  }

  private Text sentence(Forecast.Measures passed, Node node) {
    PenaltyTexts.Phrases phrases = texts.phrases();
    return phrases
        .measures()
        .with("ledger", passed.ledger())
        .with("threshold", Integer.toString(passed.threshold()))
        .with("measures", list(passed.measures()))
        .with("term", term(node));
  }
}
