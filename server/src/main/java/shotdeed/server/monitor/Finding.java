package shotdeed.server.monitor;

import java.time.Instant;
import shotdeed.fingerprint.Region;
import shotdeed.model.SightingState;

/**
 * One copy of one certificate on one listing, however often and on however many days it was seen. It is the same copy if the
 * same picture, or the same part of the photograph turned the same way, is seen there again: shops compress anew, and move
 * pictures about.
 *
 * @param shopKey see {@link ShopKey}
 * @param form see {@link Sighting}
 * @param original the part of the photograph that was copied
 * @param revision grows with each decision, so that two people who decide at once do not undo each other's
 * @param laterUntil until when somebody put it off, or {@code null}
 * @param firstSighting number of the first sighting that was received
 * @param lastSighting number of the last one
 * @param sightings at least 1
 * @param licence number of the licence that it stands under, or 0
 */
public record Finding(
    int id,
    int seller,
    int certificate,
    String shopKey,
    String form,
    Region original,
    SightingState state,
    int revision,
    Instant laterUntil,
    int firstSighting,
    int lastSighting,
    int sightings,
    int licence) {}
