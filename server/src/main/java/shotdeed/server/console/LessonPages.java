package shotdeed.server.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import shotdeed.server.learn.Attempt;
import shotdeed.server.learn.Exam;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.RouteGroup;

/** The lesson, and the exam question by question: each answer is explained before the next question comes. */
public final class LessonPages implements RouteGroup {
  private static final String LESSON = "/lesson";
  private static final String EXAM = "/exam";

  private final Desk desk;
  private final Exam exam;

  public LessonPages(Desk desk, Exam exam) {
    this.desk = desk;
    this.exam = exam;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(LESSON, this::lesson);
    routes.get(EXAM, context -> exam(context, null));
    routes.post("/exam/start", this::start);
    routes.post("/exam/answer", this::answer);
  }

  private void lesson(Context context) {
    Visit visit = desk.signedIn(context);
    Attempt attempt = exam.current(visit.caller());
    desk.show(
        context,
        "lesson",
        visit.page("lesson"),
        Map.of(
            "passed",
            exam.passed(visit.caller()),
            "required",
            exam.required(),
            "begun",
            attempt != null && !attempt.finished(),
            "questions",
            exam.questions().drawn(),
            "passMark",
            exam.questions().passMark()));
  }

  /** With {@code ?after=PLACE} what was answered there; else the next question, or the result. */
  private void exam(Context context, Refused problem) {
    Visit visit = desk.signedIn(context);
    Attempt attempt = exam.current(visit.caller());
    if (attempt == null) {
      context.redirect(LESSON, HttpStatus.SEE_OTHER);
      return;
    }
    Page page = problem == null ? visit.page("lesson") : visit.page("lesson", EXAM, problem);
    Attempt.Asked answered = answered(context, attempt);
    Attempt.Asked shown = answered != null ? answered : attempt.next();
    Map<String, Object> model = new HashMap<>();
    model.put("attempt", attempt);
    model.put("passMark", exam.questions().passMark());
    if (shown == null) {
      model.put("passed", attempt.correct() >= exam.questions().passMark());
      desk.show(context, "exam-result", page, model);
    } else {
      model.put("asked", shown);
      desk.show(context, answered == null ? "exam-question" : "exam-answer", page, model);
    }
  }

  private static Attempt.Asked answered(Context context, Attempt attempt) {
    String after = context.queryParam("after");
    return attempt.asked().stream()
        .filter(asked -> asked.chosen() != null && String.valueOf(asked.place()).equals(after))
        .findFirst()
        .orElse(null);
  }

  private void start(Context context) {
    Visit visit = desk.form(context);
    exam.start(visit.caller());
    context.redirect(EXAM, HttpStatus.SEE_OTHER);
  }

  private void answer(Context context) {
    Visit visit = desk.form(context);
    try {
      int place = number(visit, "place");
      exam.answer(visit.caller(), number(visit, "attempt"), place, number(visit, "answer"));
      context.redirect(EXAM + "?after=" + place, HttpStatus.SEE_OTHER);
    } catch (Refused refused) {
      if (refused.error() != Errors.FIELD_INVALID && refused.error() != Errors.EXAM_ANSWER_STANDS) {
        throw refused;
      }
      exam(context, refused);
    }
  }

  private static int number(Visit visit, String field) {
    try {
      return Integer.parseInt(visit.field(field));
    } catch (NumberFormatException e) {
      if (field.equals("answer")) {
        throw new Refused(Errors.FIELD_INVALID, field, "one of the answers");
      }
      throw new Refused(Errors.NOT_FOUND);
    }
  }
}
