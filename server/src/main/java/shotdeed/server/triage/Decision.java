package shotdeed.server.triage;

import java.time.Instant;

/**
 * What a person decided about a finding.
 *
 * @param finding the one it was decided about
 * @param changed how many findings it changed, that one among them
 * @param reason the person's own words, may be empty
 * @param undoneAt when it was taken back, or {@code null}
 * @param ownShop number of the own shop that it named, or 0
 * @param licence number of the licence that it gave, or 0
 */
public record Decision(
    int id,
    int seller,
    int finding,
    Kind kind,
    int changed,
    String reason,
    int account,
    String madeBy,
    Instant madeAt,
    Instant undoneAt,
    int ownShop,
    int licence) {}
