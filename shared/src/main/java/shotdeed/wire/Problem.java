package shotdeed.wire;

/**
 * An error, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code about:blank}
 * @param title what happened, in English
 * @param status of HTTP
 * @param detail what was kept and what to do
 * @param code stable, for programs, such as {@code picture-too-large}
 */
public record Problem(String type, String title, int status, String detail, String code) {}
