package shotdeed.server.certify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;

/**
 * Where and when a photograph was first published, as its owner stated it at a time. A later statement is added to the
 * earlier ones and never replaces them.
 *
 * @param place an address or a marketplace; may be empty
 * @param day ISO 8601, or {@code null}
 */
public record FirstPublication(String place, String day, Instant statedAt) {
  /** Characters of a place. */
  public static final int MAX_PLACE = 500;

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  /** Whether both are stated. */
  public boolean complete() {
    return !place.isEmpty() && day != null;
  }

  /**
   * A day as stated: ISO 8601, not in the future anywhere on Earth; nothing said is {@code null}.
   *
   * @throws shotdeed.server.platform.Refused naming the field {@code publishedOn}
   */
  public static String day(String text, Instant now) {
    if (text == null || text.isBlank()) {
      return null;
    }
    LocalDate latest = now.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
    try {
      LocalDate day = LocalDate.parse(text.trim());
      if (!day.isBefore(EARLIEST) && !day.isAfter(latest)) {
        return day.toString();
      }
    } catch (DateTimeException e) {
      throw Fields.invalid("publishedOn", "a date such as 2025-03-08");
    }
    throw Fields.invalid("publishedOn", "a date from " + EARLIEST + " to today");
  }

  /** What an upload states; nothing is written where it states nothing. */
  static void insert(Handle handle, int certificate, Declaration declaration, int account, Instant now) {
    String place = declaration.firstPublishedOrNull();
    String day = declaration.unpublished() ? null : day(declaration.publishedOn(), now);
    if (place != null || day != null) {
      insert(handle, certificate, place, day, account, now);
    }
  }

  /** Adds a statement. */
  public static void insert(
      Handle handle, int certificate, String place, String day, int account, Instant now) {
    handle.execute(
        "insert into first_publication (certificate_id, place, published_on, account_id, stated_at)"
            + " values (?, ?, ?, ?, ?)",
        certificate,
        PageText.line(place, MAX_PLACE),
        day,
        account,
        Times.text(now));
  }

  /** All statements about a certificate, the last first. */
  public static List<FirstPublication> of(Handle handle, int certificate) {
    return handle.createQuery(
            "select place, published_on, stated_at from first_publication where certificate_id = :certificate"
                + " order by id desc")
        .bind("certificate", certificate)
        .map((rs, ctx) -> new FirstPublication(rs.getString(1), rs.getString(2), Times.of(rs.getString(3))))
        .list();
  }
}
