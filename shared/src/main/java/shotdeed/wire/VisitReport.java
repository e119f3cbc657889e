package shotdeed.wire;

/**
 * A visit to a page on the watch list. Sent again under the same key, with what was found since, it is the same visit.
 *
 * @param clientKey made by the browser, a UUID
 * @param visitedAt when the page was opened, ISO 8601
 * @param day the same as a day of the browser's own calendar, such as {@code 2026-11-21}
 * @param pictures that were looked at
 * @param failed pictures that could not be
 * @param copies that were found
 */
public record VisitReport(String clientKey, String visitedAt, String day, int pictures, int failed, int copies) {}
