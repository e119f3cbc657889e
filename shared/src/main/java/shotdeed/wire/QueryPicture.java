package shotdeed.wire;

import java.util.List;

/**
 * A page's picture as numbers.
 *
 * @param id any name the caller gives it, up to 64 characters; comes back in the answer
 * @param fingerprints up to 512: regions, each in the forms to be looked up
 */
public record QueryPicture(String id, List<QueryFingerprint> fingerprints) {}
