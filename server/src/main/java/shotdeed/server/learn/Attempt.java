package shotdeed.server.learn;

import java.time.Instant;
import java.util.List;

/**
 * One attempt at the exam.
 *
 * @param asked in their order
 * @param finishedAt {@code null} until all are answered
 */
public record Attempt(int id, List<Asked> asked, Instant finishedAt) {
  /**
   * A question as it was put.
   *
   * @param question {@code null} if the program no longer has it
   * @param order in which the question's answers stand
   * @param chosen place in that order, or {@code null} while it is not answered
   */
  public record Asked(int place, Question question, List<Integer> order, Integer chosen) {
    /** The answer at a place of the order. */
    public Question.Answer at(int position) {
      return question.answers().get(order.get(position));
    }

    /** Whether the answer given is the right one. */
    public boolean right() {
      return chosen != null && at(chosen).right();
    }
  }

  /** How many are answered rightly so far. */
  public int correct() {
    return (int) asked.stream().filter(Asked::right).count();
  }

  /** The first question without an answer, or {@code null} if there is none. */
  public Asked next() {
    return asked.stream().filter(each -> each.chosen() == null).findFirst().orElse(null);
  }

  /** Whether all are answered. */
  public boolean finished() {
    return finishedAt != null;
  }
}
