package shotdeed.penalty;

/**
 * When a ledger goes back to zero.
 *
 * @param at month, day and time of each year's clearing, {@code 12-31T24:00}; {@code null} if each entry clears by itself
 * @param afterDays so many days after its complaint an entry clears; {@code null} if {@code at} is given
 * @param otherAfterDays the days that another text of the same rules gives, or {@code null}
 * @param otherBasis what those rest on, or {@code null}
 * @param keepFrom from so many points on it is never cleared, or {@code null} if it always is
 * @param runningMeasuresContinue a measure that runs at the clearing runs on
 * @param recordStays the entry remains though its points are cleared
 */
public record Clearing(
    String at,
    Integer afterDays,
    Integer otherAfterDays,
    Basis otherBasis,
    Integer keepFrom,
    boolean runningMeasuresContinue,
    boolean recordStays,
    Basis basis) {}
