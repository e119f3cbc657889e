package shotdeed.wire;

import java.util.List;

/**
 * Answers a {@link Look}.
 *
 * @param rasterWanted whether something is worth confirming, and the same look with a raster is asked for; then there are
 *     no matches yet
 * @param rasterSide pixels of the longer side of that raster; 0 if none is wanted
 * @param matches copies first, then related pictures; empty if there are neither
 */
public record LookResult(boolean rasterWanted, int rasterSide, List<LookMatch> matches) {}
