package shotdeed.wire;

/**
 * What captured a sighting or evidence.
 *
 * @param extension version of the extension
 * @param browser the browser's user agent
 * @param language the browser's language
 */
public record CaptureClient(String extension, String browser, String language) {}
