package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import shotdeed.model.ComplaintState;

/**
 * All that is known of the way of one complaint.
 *
 * @param revision number of the last step, 0 for none
 * @param submittedAt {@code null} before that
 * @param today the marketplace's
 * @param earliest day on which the next step may have happened; {@code null} before the submission
 * @param decided {@code null} before that
 * @param steps the first one first, those taken back too
 * @param undo the step that may be taken back, or {@code null}
 * @param next what may be recorded now
 * @param appealBy who may appeal now, {@code us} or {@code accused}; {@code null} if nobody
 * @param appeals how often the seller appealed
 * @param attempts how often they may; {@link Integer#MAX_VALUE} if it is not known
 * @param answer what to answer the marketplace with now, or {@code null}
 */
public record Progress(
    int complaint,
    ComplaintState state,
    int revision,
    Instant submittedAt,
    LocalDate today,
    LocalDate earliest,
    Procedure procedure,
    Decided decided,
    List<Step> steps,
    Step undo,
    List<StepKind> next,
    String appealBy,
    int appeals,
    int attempts,
    List<Deadline> deadlines,
    List<Recheck> rechecks,
    Answers.Advice answer) {
  /** The day that was stated of the submission, if it was recorded on a later one; else {@code null}. */
  public LocalDate statedSubmission() {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.SUBMITTED)
        .filter(step -> step.happenedOn().isBefore(LocalDate.ofInstant(step.recordedAt(), procedure.zoneId())))
        .map(Step::happenedOn)
        .findFirst()
        .orElse(null);
  }

  /** Days that still count. */
  public List<Deadline> open() {
    return deadlines.stream().filter(deadline -> deadline.doneAt() == null).toList();
  }
}
