package shotdeed.wire;

import java.util.List;

/**
 * How a copy lies on its original. All numbers are ten-thousandths: of a picture's width for x and of its height for y,
 * from the top left, as displayed; of an area or of the compared texture for shares.
 *
 * @param copyOutline the copied part in the picture seen: corners of a polygon, x and y in turn
 * @param originalOutline the same part in the certified photograph, corner by corner
 * @param copyShare how much of the picture seen the copied part covers, 0 to 10,000
 * @param originalShare how much of the photograph was copied, 0 to 10,000
 * @param agreement how many of the details compared agree, 0 to 10,000: pieces of texture or, where features decided,
 *     features
 * @param points up to 24 points seen in both: x and y in the picture seen, x and y in the photograph, in turn
 */
public record Geometry(
    List<Integer> copyOutline,
    List<Integer> originalOutline,
    int copyShare,
    int originalShare,
    int agreement,
    List<Integer> points) {}
