package shotdeed.server.webhook;

import java.time.Instant;

/**
 * One event on its way to one target, or at the end of it.
 *
 * @param webhook number of the target
 * @param event such as {@code test}
 * @param messageId what goes along as {@code webhook-id}
 * @param state {@code waiting}, {@code delivered} or {@code given-up}
 * @param tries 0 or more
 * @param triedAt the last time, or {@code null}
 * @param nextAt when it is tried again, or {@code null} once it is delivered or given up
 * @param fault see {@link WebhookFault#text}; {@code null} if nothing failed
 * @param status of HTTP at the last try; 0 if there was no answer
 * @param kept whether what was sent is still there, so that it can be sent again
 */
public record Delivery(
    int id,
    int webhook,
    String event,
    String messageId,
    String state,
    Instant queuedAt,
    int tries,
    Instant triedAt,
    Instant nextAt,
    String fault,
    int status,
    boolean kept) {}
