package shotdeed.server.bench.alter;

import java.awt.image.BufferedImage;

/**
 * A picture that stands beside the stolen one in a collage, on a detail page or behind a cut-out. It must be of no
 * certificate, or finding that one would be no mistake.
 *
 * @param key names the picture; a picture never stands beside itself
 * @param picture of type {@link BufferedImage#TYPE_INT_RGB}; only read
 */
public record Foreign(String key, BufferedImage picture) {}
