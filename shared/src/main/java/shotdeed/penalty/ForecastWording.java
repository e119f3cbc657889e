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

  private Text sentence(Forecast.Measures passed, Node node) {
    PenaltyTexts.Phrases phrases = texts.phrases();
    Text term =
        switch (node.term()) {
          case "fixed" -> phrases.days().with("days", Integer.toString(node.days()));
          case "permanent" -> phrases.permanent();
          default -> phrases.notStated();
        };
    Text list = new Text("", "", "");
    for (int i = 0; i < passed.measures().size(); i++) {
      if (i > 0) {
        list = list.then(phrases.listSeparator());
      }
      list = list.then(texts.measure(passed.measures().get(i)));
    }
    return phrases
        .measures()
        .with("ledger", passed.ledger())
        .with("threshold", Integer.toString(passed.threshold()))
        .with("measures", list)
        .with("term", term);
  }
}
