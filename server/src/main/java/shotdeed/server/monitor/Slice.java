package shotdeed.server.monitor;

import shotdeed.wire.SeenPicture;

/**
 * One of the pictures that show a copy together, one below the other.
 *
 * @param shows whether a part of the copy worth naming is in it; the others are kept because the strip was judged whole
 * @param picture as the seller's browser stated it
 * @param file the picture's bytes as served
 */
public record Slice(boolean shows, SeenPicture picture, Sighting.Captured file) {}
