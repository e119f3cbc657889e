package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import shotdeed.model.ComplaintState;

/**
 * A step as it was recorded.
 *
 * @param account number of who recorded it
 * @param by their name
 * @param undoneBy number of the step that took it back, 0 for none
 */
public record Step(
    int id,
    int complaint,
    StepKind kind,
    ComplaintState from,
    ComplaintState to,
    LocalDate happenedOn,
    Instant recordedAt,
    int account,
    String by,
    StepInput stated,
    int undoneBy) {}
