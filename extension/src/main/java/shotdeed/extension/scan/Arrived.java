package shotdeed.extension.scan;

import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * A picture that a page shows.
 *
 * @param listing that it is of: the page's own, or in a grid the one that its card leads to
 * @param link of that card, as the page has it; empty for a picture that leads to no item
 */
public record Arrived(SeenPicture picture, SeenListing listing, String link) {}
