package shotdeed.wire;

import java.util.List;

/**
 * Asks whether pictures, given as numbers, are copies of the caller's monitored certificates.
 *
 * @param kernel version that computed the fingerprints; another than the server's is refused
 * @param pictures up to 500, which may have 64,000 fingerprints together
 */
public record MatchRequest(int kernel, List<QueryPicture> pictures) {}
