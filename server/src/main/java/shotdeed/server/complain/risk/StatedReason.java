package shotdeed.server.complain.risk;

import java.time.Instant;
import java.util.List;

/**
 * Why a seller complains although something speaks against it, in their own words.
 *
 * @param sightings what it is about, by number
 * @param by name of the person
 */
public record StatedReason(RiskCode code, String text, List<Integer> sightings, String by, Instant at) {}
