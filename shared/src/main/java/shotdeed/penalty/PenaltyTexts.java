package shotdeed.penalty;

import java.util.List;

/**
 * Words for the codes of policies and the sentences of a forecast.
 *
 * @param measures a text per measure code
 * @param alternatives a text per {@link Alternative#when()}
 */
public record PenaltyTexts(Phrases phrases, List<Coded> measures, List<Coded> alternatives) {
  /** A code and its words. */
  public record Coded(String code, Text text) {}

  /**
   * Sentences with holes: {@code {points} {ledger} {rule} {date} {threshold} {measures} {term} {days} {text} {read}}.
   */
  public record Phrases(
      Text points,
      Text merged,
      Text measures,
      Text node,
      Text days,
      Text permanent,
      Text notStated,
      Text mayBeMore,
      Text origin,
      Text listSeparator) {}

  /** The words of a measure. */
  public Text measure(String code) {
    for (Coded coded : measures) {
      if (coded.code().equals(code)) {
        return coded.text();
      }
    }
    throw new IllegalArgumentException("no words for measure " + code);
  }
}
