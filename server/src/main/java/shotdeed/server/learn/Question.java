package shotdeed.server.learn;

import java.util.List;
import java.util.Map;
import shotdeed.server.platform.Language;

/**
 * A question of the exam; every text in every language.
 *
 * @param id stable, so that an attempt of last year still names it
 * @param text the question
 * @param answers 3 or 4, exactly one of them right
 * @param why explains the right answer, shown after the answer whichever it was
 */
public record Question(
    String id, Topic topic, Map<Language, String> text, List<Answer> answers, Map<Language, String> why) {
  /** What the lesson teaches, in its order. */
  public enum Topic {
    BEFORE,
    MARKED,
    MONITOR,
    UNFIT,
    WRONG;

    /** As in the data and the words. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One of the answers. */
  public record Answer(Map<Language, String> text, boolean right) {
    /** In a language. */
    public String in(Language language) {
      return text.get(language);
    }
  }

  /** The question in a language. */
  public String in(Language language) {
    return text.get(language);
  }

  /** Why the right answer is right, in a language. */
  public String whyIn(Language language) {
    return why.get(language);
  }

  /** Which answer is right, from 0. */
  public int rightAnswer() {
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).right()) {
        return i;
      }
    }
    throw new IllegalStateException("no answer of " + id + " is right");
  }
}
