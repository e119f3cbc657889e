package shotdeed.wire;

import java.util.List;

/**
 * What a browser has looked at so far on a day: numbers only. Each report of a day holds the whole day, so that one that
 * comes twice or late changes nothing.
 *
 * @param day of the browser's own calendar, such as {@code 2026-11-21}
 * @param markets one entry a marketplace; empty if the browser has looked at nothing
 */
public record CoverageReport(String day, List<MarketCoverage> markets) {}
