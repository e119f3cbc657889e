package shotdeed.server.webhook;

import java.time.Instant;

/**
 * A target.
 *
 * @param url where events are sent; for who is no owner, without what follows the host, because that may be a secret
 * @param description in the owner's words; may be empty
 * @param active whether events are sent
 * @param name who added it
 * @param waiting events that are to be sent
 */
public record Webhook(
    int id, String url, String description, boolean active, String name, Instant madeAt, int waiting) {}
