package shotdeed.server.penalty;

import java.util.List;
import shotdeed.penalty.PenaltyTexts;

/** Holds the words for policies to being complete. */
final class TextsValidator {
  private TextsValidator() {}

  static void validate(String file, PenaltyTexts texts) {
    PolicyCheck check = new PolicyCheck(file);
    PenaltyTexts.Phrases phrases = texts.phrases();
    check.given(phrases, "phrases");
    check.words(phrases.points(), "phrases.points");
    check.words(phrases.merged(), "phrases.merged");
    check.words(phrases.measures(), "phrases.measures");
    check.words(phrases.node(), "phrases.node");
    check.words(phrases.days(), "phrases.days");
    check.words(phrases.permanent(), "phrases.permanent");
    check.words(phrases.notStated(), "phrases.notStated");
    check.words(phrases.mayBeMore(), "phrases.mayBeMore");
    check.words(phrases.origin(), "phrases.origin");
    check.words(phrases.listSeparator(), "phrases.listSeparator");
    coded(check, texts.measures(), "measures");
    coded(check, texts.alternatives(), "alternatives");
  }

  private static void coded(PolicyCheck check, List<PenaltyTexts.Coded> list, String field) {
    check.filled(list, field);
    check.unique(list.stream().map(PenaltyTexts.Coded::code).toList(), field);
    for (int i = 0; i < list.size(); i++) {
      check.words(list.get(i).text(), field + "[" + i + "].text");
    }
  }
}
