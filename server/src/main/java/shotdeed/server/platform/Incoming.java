package shotdeed.server.platform;

import java.nio.file.Path;

/**
 * Where bodies lie while they are being received.
 *
 * @param folder for temporary files
 * @param space of the disk that the folder is on
 */
public record Incoming(Path folder, FreeSpace space) {}
