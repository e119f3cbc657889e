package shotdeed.wire;

import java.util.List;

/**
 * The team's watch list.
 *
 * @param limit how many entries it takes
 * @param entries the longest not visited first
 */
public record WatchList(int limit, List<WatchEntry> entries) {}
