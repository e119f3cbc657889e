package shotdeed.server.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shotdeed.penalty.Alternative;
import shotdeed.penalty.Disagreement;
import shotdeed.penalty.Forecast;
import shotdeed.penalty.PenaltyTexts;
import shotdeed.penalty.PointRange;
import shotdeed.penalty.Text;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/**
 * A forecast in the words of the penalty rules.
 *
 * @param wording what is expected if the complaint is upheld, since when the rule stands, and that nobody verified it
 * @param ledgers the points by ledger with that complaint, and when they clear
 * @param possible heavier measures, if the shop has more points than is known
 * @param alternatives what would be otherwise if one thing were
 * @param disagreements of the sources
 */
public record ForecastView(
    String wording,
    List<String> ledgers,
    List<String> possible,
    List<String> alternatives,
    List<String> disagreements,
    List<Forecast.UsedSource> sources,
    Forecast.PolicyVersion policy) {
  static ForecastView of(Forecast forecast, PenaltyTexts words, Texts texts) {
    Language language = texts.language();
    List<String> possible = new ArrayList<>();
    for (Forecast.Measures node : forecast.possible()) {
      possible.add(texts.get("forecast.node", node.ledger(), node.threshold(), measures(node, words, language)));
    }
    List<String> alternatives = new ArrayList<>();
    for (Alternative other : forecast.alternatives()) {
      String when = in(language, coded(words.alternatives(), other.when()));
      alternatives.add(texts.get("forecast.alternative", when, other.points(), other.ledger(), other.rule()));
    }
    List<String> disagreements = new ArrayList<>();
    for (Disagreement disagreement : forecast.disagreements()) {
      disagreements.add(in(language, disagreement.text()));
    }
    return new ForecastView(
        in(language, forecast.wording()),
        ledgers(forecast, texts),
        possible,
        alternatives,
        disagreements,
        forecast.sources(),
        forecast.policy());
  }

  private static List<String> ledgers(Forecast forecast, Texts texts) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, PointRange> entry : forecast.cumulative().entrySet()) {
      PointRange range = entry.getValue();
      String points = range.max() == null
          ? texts.get("forecast.points.least", range.min())
          : range.max() == range.min()
              ? texts.get("forecast.points.exact", range.min())
              : texts.get("forecast.points.range", range.min(), range.max());
      String clears = forecast.clears().get(entry.getKey());
      String end = clears == null ? "" : texts.get("forecast.clears", readable(clears));
      lines.add(texts.get("forecast.ledger", entry.getKey(), points, end));
    }
    return lines;
  }

  /** {@code 2026-12-31T24:00+08:00} as people write it. */
  private static String readable(String time) {
    return time.replace("T", " ").replace("+", " UTC+");
  }

  private static String measures(Forecast.Measures node, PenaltyTexts words, Language language) {
    List<String> list = new ArrayList<>();
    for (String measure : node.measures()) {
      list.add(in(language, words.measure(measure)));
    }
    return String.join(in(language, words.phrases().listSeparator()), list);
  }

  private static Text coded(List<PenaltyTexts.Coded> words, String code) {
    for (PenaltyTexts.Coded coded : words) {
      if (coded.code().equals(code)) {
        return coded.text();
      }
    }
    throw new IllegalArgumentException("no words for " + code);
  }

  private static String in(Language language, Text text) {
    return switch (language) {
      case ENGLISH -> text.en();
      case SIMPLIFIED_CHINESE -> text.zhCn();
      case TRADITIONAL_CHINESE -> text.zhTw();
    };
  }
}
