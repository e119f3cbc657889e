package shotdeed.server.complain.fields;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Times;

/**
 * A complaint that went to a marketplace by e-mail, or is to go.
 *
 * @param messageId with its angle brackets
 * @param account of who sent it
 * @param by name of that person
 * @param takenAt when the mail server took it, or {@code null}
 * @param waits whether it is still to be sent
 * @param fault why it was not taken, see {@code MailFault}; {@code null} if that is not known, or it was
 */
public record SentNotice(
    String messageId,
    int complaint,
    int part,
    String form,
    String language,
    String to,
    String subject,
    String body,
    List<SubmittedPart.Sent> sent,
    int account,
    String by,
    Instant at,
    Instant takenAt,
    boolean waits,
    String fault) {
  private static final String SELECT =
      """
      select c.*, a.name as by_name, m.id as mail_id, m.given_up_at, m.fault
      from complaint_mail c join account a on a.id = c.account_id left join mail m on m.message_id = c.message_id
      """;

  /** Whether it never got there. */
  public boolean lost() {
    return takenAt == null && !waits;
  }

  static SentNotice of(Handle handle, String messageId) {
    return handle.createQuery(SELECT + "where c.message_id = :message")
        .bind("message", messageId)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  static SentNotice last(Handle handle, int complaint, int part) {
    return handle.createQuery(
            SELECT + "where c.complaint_id = :complaint and c.part = :part order by c.queued_at desc, c.message_id limit 1")
        .bind("complaint", complaint)
        .bind("part", part)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  private static SentNotice read(ResultSet rs) throws SQLException {
    rs.getInt("mail_id");
    boolean there = !rs.wasNull();
    byte[] sent = rs.getString("sent").getBytes(StandardCharsets.UTF_8);
    return new SentNotice(
        rs.getString("message_id"),
        rs.getInt("complaint_id"),
        rs.getInt("part"),
        rs.getString("form"),
        rs.getString("language"),
        rs.getString("recipient"),
        rs.getString("subject"),
        rs.getString("body"),
        List.of(Json.read(sent, SubmittedPart.Sent[].class)),
        rs.getInt("account_id"),
        rs.getString("by_name"),
        Times.of(rs.getString("queued_at")),
        Times.of(rs.getString("taken_at")),
        there && rs.getString("given_up_at") == null,
        rs.getString("fault"));
  }
}
