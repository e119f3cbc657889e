package shotdeed.server.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Attempts at the exam. */
final class ExamStore {
  private ExamStore() {}

  static boolean passed(Handle handle, int account) {
    return handle.createQuery("select count(*) from exam_attempt where account_id = :account and passed = 1")
        .bind("account", account)
        .mapTo(int.class)
        .one() > 0;
  }

  static void insert(Handle handle, int account, List<Question> questions, List<List<Integer>> orders, Instant now) {
    int id = handle.createQuery(
            "insert into exam_attempt (account_id, started_at) values (:account, :now) returning id")
        .bind("account", account)
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
    for (int place = 0; place < questions.size(); place++) {
      handle.execute(
          "insert into exam_question (attempt_id, place, question, answers) values (?, ?, ?, ?)",
          id,
          place,
          questions.get(place).id(),
          orders.get(place).stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  /** The account's newest attempt, or {@code null}. */
  static Attempt newest(Handle handle, int account, Questions questions) {
    return handle.createQuery(
            """
            select id, finished_at from exam_attempt
            where account_id = :account order by id desc limit 1""")
        .bind("account", account)
        .map((rs, ctx) ->
            new Attempt(
                rs.getInt("id"), asked(handle, rs.getInt("id"), questions), Times.of(rs.getString("finished_at"))))
        .findOne()
        .orElse(null);
  }

  private static List<Attempt.Asked> asked(Handle handle, int attempt, Questions questions) {
    return handle.createQuery(
            "select place, question, answers, chosen from exam_question where attempt_id = :attempt order by place")
        .bind("attempt", attempt)
        .map((rs, ctx) -> {
          List<Integer> order = new ArrayList<>();
          for (String number : rs.getString("answers").split(",")) {
            order.add(Integer.parseInt(number));
          }
          Integer chosen = rs.getObject("chosen") == null ? null : (Integer) rs.getInt("chosen");
          return new Attempt.Asked(rs.getInt("place"), questions.one(rs.getString("question")), order, chosen);
        })
        .list();
  }

  static void answer(Handle handle, int attempt, int place, int chosen, boolean correct, Instant now) {
    handle.execute(
        "update exam_question set chosen = ?, correct = ?, answered_at = ?"
            + " where attempt_id = ? and place = ? and chosen is null",
        chosen,
        correct ? 1 : 0,
        Times.text(now),
        attempt,
        place);
  }

  static void finish(Handle handle, int attempt, int correct, boolean passed, Instant now) {
    handle.execute(
        "update exam_attempt set finished_at = ?, correct = ?, passed = ? where id = ? and finished_at is null",
        Times.text(now),
        correct,
        passed ? 1 : 0,
        attempt);
  }
}
