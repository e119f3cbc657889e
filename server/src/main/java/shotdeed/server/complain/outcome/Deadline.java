package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day by which something is to be done or may be expected.
 *
 * @param kind the {@link Procedure.Term}
 * @param due the day to go by: of what is to be done the earliest, of what may be expected the latest
 * @param first by the source with the shortest limit
 * @param last by the source with the longest
 * @param unsure whether it was counted over working days of a year whose holidays were not known
 * @param source of the limit
 * @param doneAt when it was done, or was over for another reason; {@code null} while it stands
 */
public record Deadline(
    String kind,
    LocalDate due,
    LocalDate first,
    LocalDate last,
    boolean unsure,
    String source,
    Instant recordedAt,
    Instant doneAt) {
  /** Whether the seller has to do something. */
  public boolean isToDo() {
    return Procedure.Term.of(kind).isToDo();
  }
}
