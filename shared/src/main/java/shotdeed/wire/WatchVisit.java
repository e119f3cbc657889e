package shotdeed.wire;

/**
 * What came of a visit to a page on the watch list.
 *
 * @param at ISO 8601 in UTC
 * @param by name of the person
 * @param pictures that were looked at
 * @param failed pictures that could not be
 * @param copies that were found
 */
public record WatchVisit(String at, String by, int pictures, int failed, int copies) {}
