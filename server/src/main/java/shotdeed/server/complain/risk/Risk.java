package shotdeed.server.complain.risk;

import java.util.List;

/**
 * Something that was found about one sighting.
 *
 * @param words names the words, under {@code risk.WORDS}
 * @param values fill their places
 */
record Risk(RiskCode code, String words, List<Object> values) {
  static Risk of(RiskCode code, Object... values) {
    return new Risk(code, code.text(), List.of(values));
  }

  static Risk worded(RiskCode code, String words, Object... values) {
    return new Risk(code, words, List.of(values));
  }
}
