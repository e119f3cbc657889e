package shotdeed.wire;

import java.util.List;

/**
 * What a copy and its original have in common, for drawing. All numbers are ten-thousandths.
 *
 * @param copyOutline corners of the common part in the copy: x, y, x, y, in shares of its width and height
 * @param originalOutline corners of the same part in the original
 * @param copyShare of the copy's area that the part covers
 * @param originalShare of the original's area that the part covers
 * @param agreement share of the part's texture that agrees
 * @param points corresponding points: copy x, copy y, original x, original y, and so on; at most 24 of them
 */
public record Geometry(
    List<Integer> copyOutline,
    List<Integer> originalOutline,
    int copyShare,
    int originalShare,
    int agreement,
    List<Integer> points) {}
