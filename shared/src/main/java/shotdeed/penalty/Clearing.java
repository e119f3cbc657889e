package shotdeed.penalty;

/**
 * When a ledger goes back to zero.
 *
 * @param at month, day and time of each year's clearing, {@code 12-31T24:00}
 * @param keepFrom from so many points on it is never cleared, or {@code null} if it always is
 * @param runningMeasuresContinue a measure that runs at the clearing runs on
 * @param recordStays the entry remains though its points are cleared
 */
public record Clearing(
    String at, Integer keepFrom, boolean runningMeasuresContinue, boolean recordStays, Basis basis) {}
