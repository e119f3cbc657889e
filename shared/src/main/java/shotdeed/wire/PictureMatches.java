package shotdeed.wire;

import java.util.List;

/**
 * What was found for one picture of a {@link MatchRequest}.
 *
 * @param id as asked
 * @param matches nearest first, one a certificate; empty if there is none
 */
public record PictureMatches(String id, List<Match> matches) {}
