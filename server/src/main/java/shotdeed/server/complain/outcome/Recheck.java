package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import shotdeed.wire.SeenListing;

/**
 * One time that a listing is to be looked at again, or was.
 *
 * @param listing as it was seen when the complaint was prepared
 * @param certificate whose copy is looked for
 * @param result {@code listing-gone}, {@code picture-gone}, {@code still-there}, {@code not-seen}; {@code null} before
 * @param lookedAt {@code null} before
 * @param pictures addresses of the pictures that showed the copy
 */
public record Recheck(
    int id,
    int complaint,
    SeenListing listing,
    int certificate,
    int sighting,
    LocalDate dueOn,
    String result,
    Instant lookedAt,
    List<String> pictures) {}
