package shotdeed.server.ledger;

import java.time.Instant;

/**
 * A log.
 *
 * @param id in the store
 * @param origin what it is called everywhere
 * @param size leaves
 * @param lastAt time of the last of them
 */
record LogRow(int id, String origin, int size, Instant lastAt) {}
