package shotdeed.mark;

/**
 * A mark that was read; its check bits agreed.
 *
 * @param number the 32 bits, the highest one no sign
 * @param confidence how clearly it was there, 0 (only just) to 1 (every bit as it was written): the share of what the
 *     carriers say that agrees with the number, a half or less counted as 0
 * @param scale by what the marked picture's width surpasses that of the picture read: 1 for the whole of it, 1.25 for
 *     four fifths; 0 where the original was known
 */
public record MarkReading(int number, double confidence, double scale) {}
