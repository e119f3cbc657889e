package shotdeed.server.learn;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/**
 * The exam: as many questions of each topic, drawn and shuffled here, answers too. Every answer is kept at once and never
 * changed, so that a page that is loaded again loses nothing and gains nothing. Whoever fails tries again at once, with
 * other questions. It is passed once by each person who certifies, for good; people of the time before the exam pass it
 * too, because it protects them from wrong complaints, and what they had certified stays as it is.
 */
public final class Exam {
  private final Database database;
  private final Questions questions;
  private final boolean required;
  private final InstantSource clock;
  private final Random random = new SecureRandom();

  /**
   * @param required whether certifying waits for it
   */
  public Exam(Database database, Questions questions, boolean required, InstantSource clock) {
    this.database = database;
    this.questions = questions;
    this.required = required;
    this.clock = clock;
  }

  /** Its questions. */
  public Questions questions() {
    return questions;
  }

  /** Whether certifying waits for it. */
  public boolean required() {
    return required;
  }

  /** Whether the caller has passed. */
  public boolean passed(Caller caller) {
    return database.read(handle -> ExamStore.passed(handle, caller.account()));
  }

  /**
   * Call before the caller certifies.
   *
   * @throws Refused with {@link Errors#EXAM_NOT_PASSED} if they have yet to pass, naming where
   */
  public void requirePassed(Caller caller) {
    if (required && !passed(caller)) {
      throw new Refused(Errors.EXAM_NOT_PASSED).with("lesson", "/lesson");
    }
  }

  /** The caller's newest attempt, or {@code null} if there is none, or its questions are no longer all there. */
  public Attempt current(Caller caller) {
    return database.read(handle -> current(handle, caller));
  }

  private Attempt current(Handle handle, Caller caller) {
    Attempt attempt = ExamStore.newest(handle, caller.account(), questions);
    return attempt == null || attempt.asked().stream().anyMatch(asked -> asked.question() == null) ? null : attempt;
  }

  /** Begins an attempt, or goes on with one that is not finished. */
  public Attempt start(Caller caller) {
    return database.write(handle -> {
      Attempt before = current(handle, caller);
      if (before != null && !before.finished()) {
        return before;
      }
      Set<String> asked = new HashSet<>();
      if (before != null) {
        before.asked().forEach(each -> asked.add(each.question().id()));
      }
      List<Question> drawn = draw(asked);
      List<List<Integer>> orders = new ArrayList<>();
      for (Question question : drawn) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, question.answers().size()).boxed().toList());
        Collections.shuffle(order, random);
        orders.add(order);
      }
      ExamStore.insert(handle, caller.account(), drawn, orders, clock.instant());
      return current(handle, caller);
    });
  }

  /** Those of the attempt before come only where a topic has no others. */
  private List<Question> draw(Set<String> before) {
    List<Question> drawn = new ArrayList<>();
    for (Question.Topic topic : Question.Topic.values()) {
      List<Question> ofTopic = new ArrayList<>(questions.all().stream().filter(q -> q.topic() == topic).toList());
      Collections.shuffle(ofTopic, random);
      ofTopic.sort((a, b) -> Boolean.compare(before.contains(a.id()), before.contains(b.id())));
      drawn.addAll(ofTopic.subList(0, questions.perTopic()));
    }
    Collections.shuffle(drawn, random);
    return drawn;
  }

  /**
   * Answers a question of the caller's newest attempt. The same answer a second time changes nothing.
   *
   * @param id of the attempt, so that a tab left open does not answer in another
   * @param chosen place of the answer in the order it was shown in
   * @throws Refused if it was answered otherwise before: that answer stands
   */
  public Attempt answer(Caller caller, int id, int place, int chosen) {
    return database.write(handle -> {
      Attempt attempt = current(handle, caller);
      if (attempt == null || attempt.id() != id || place < 0 || place >= attempt.asked().size()) {
        throw new Refused(Errors.NOT_FOUND);
      }
      Attempt.Asked asked = attempt.asked().get(place);
      Fields.number("answer", chosen, 0, asked.order().size() - 1);
      if (asked.chosen() != null) {
        if (asked.chosen() != chosen) {
          throw new Refused(Errors.EXAM_ANSWER_STANDS);
        }
        return attempt;
      }
      Instant now = clock.instant();
      ExamStore.answer(handle, id, place, chosen, asked.at(chosen).right(), now);
      Attempt after = current(handle, caller);
      if (after.next() == null) {
        boolean passed = after.correct() >= questions.passMark();
        ExamStore.finish(handle, id, after.correct(), passed, now);
        String score = after.correct() + " / " + after.asked().size();
        if (passed) {
          Audit.did(handle, now, caller, "exam.pass", "account", caller.account(), score);
        } else {
          Audit.did(handle, now, caller, "exam.fail", "account", caller.account(), score);
        }
      }
      return current(handle, caller);
    });
  }
}
