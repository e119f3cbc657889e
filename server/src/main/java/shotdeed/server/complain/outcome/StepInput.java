package shotdeed.server.complain.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a person states of a step; of each kind only what belongs to it.
 *
 * @param revision number of the last step that the person saw, 0 for none: who comes second learns what the first said
 * @param happenedOn the marketplace's day, such as {@code 2026-11-22}
 * @param result of an outcome: {@code upheld}, {@code self-check}, {@code dismissed} or {@code withdrawn}
 * @param ledger that the points went to, {@code null} if it was not told
 * @param points of an upheld complaint, {@code null} if they were not told
 * @param reason of a dismissed one, by {@link Answers#reasons()}
 * @param by of an appeal: {@code us} or {@code accused}
 * @param note in the person's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepInput(
    Integer revision,
    String happenedOn,
    String result,
    String ledger,
    Integer points,
    String reason,
    String by,
    String note) {}
