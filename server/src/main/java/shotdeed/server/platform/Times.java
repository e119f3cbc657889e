package shotdeed.server.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as they are stored and sent: ISO 8601 in UTC with milliseconds, so that their order is that of their text. */
public final class Times {
  /** The marketplaces' clock: their days and years are of this zone. */
  public static final ZoneId MARKET_ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private Times() {}

  /** Such as {@code 2026-11-21T20:10:45.123Z}. */
  public static String text(Instant time) {
    return FORM.format(time);
  }

  /** Reads {@link #text}; {@code null} stays {@code null}. */
  public static Instant of(String text) {
    return text == null ? null : Instant.parse(text);
  }

  /**
   * Reads a time that a client states: ISO 8601 with an offset.
   *
   * @throws Refused naming {@code field} if it is none, or far from any real time
   */
  public static Instant stated(String field, String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      throw new Refused(Errors.FIELD_INVALID, field, "a time such as 2026-11-21T20:10:45.123Z").with("field", field);
    }
    throw new Refused(Errors.FIELD_INVALID, field, "a time between 1970 and 9999").with("field", field);
  }
}
