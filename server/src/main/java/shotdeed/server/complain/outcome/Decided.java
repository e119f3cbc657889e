package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the marketplace decided, as it stands.
 *
 * @param result one of those that {@link Outcomes} names
 * @param ledger {@code null} if it was not told
 * @param points {@code null} if they were not told
 * @param reason of a dismissed one; else empty
 * @param note may be empty
 * @param account number of who recorded it
 */
public record Decided(
    String result,
    LocalDate decidedOn,
    String ledger,
    Integer points,
    String reason,
    String note,
    int account,
    Instant recordedAt) {}
