package shotdeed.wire;

import java.util.List;

/**
 * Answers a {@link MatchRequest}.
 *
 * @param pictures in the order asked
 */
public record MatchResponse(List<PictureMatches> pictures) {}
