package shotdeed.server.mail;

import java.time.Instant;

/**
 * A mail that could not be delivered yet, or at all. Never what stands in it.
 *
 * @param kind see {@link MailKind#text}
 * @param name of the person
 * @param recipient their address
 * @param tries 0 or more
 * @param nextAt when it is tried again, or {@code null} if it was given up
 * @param fault see {@link MailFault#text}
 * @param givenUpAt {@code null} while it waits
 */
public record TroubledMail(
    int id,
    String kind,
    String name,
    String recipient,
    Instant madeAt,
    int tries,
    Instant nextAt,
    String fault,
    Instant givenUpAt) {}
