package shotdeed.feature;

/**
 * A feature of a page's picture that may show the same place as a feature of a certificate's photograph.
 *
 * @param query its number among the picture's features
 * @param certificate the other's number
 * @param distance bits in which the descriptions differ, 0 to 256
 * @param mirrored whether the picture's feature was compared as the picture's mirror image has it
 */
public record Pair(int query, int certificate, int distance, boolean mirrored) {}
