package shotdeed.penalty;

/**
 * The clock a marketplace counts years by.
 *
 * @param id such as {@code Asia/Shanghai}
 * @param offsetMinutes east of UTC; fixed, so a zone with daylight saving cannot be written down here
 */
public record MarketTime(String id, int offsetMinutes, Basis basis) {}
