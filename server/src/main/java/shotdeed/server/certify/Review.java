package shotdeed.server.certify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * What was decided about a certificate. Never changed once written.
 *
 * @param stage {@code first} (the machine) or {@code second} (a person)
 * @param decision {@code pass} or {@code refuse}, {@code approve} or {@code reject}
 * @param code of the error that refused it, or of the reason; its words are the messages {@code refusal.CODE}; or {@code
 *     null}
 * @param reason a person's words, or {@code null}
 * @param by name of the person, or {@code null} for the machine
 * @param undoneAt when the person took it back shortly after, or {@code null}; for people only
 * @param ownUpload whether the person reviewed an upload of their own seller
 */
public record Review(
    String stage,
    String decision,
    String code,
    String reason,
    String by,
    boolean ownUpload,
    Instant at,
    @JsonIgnore Instant undoneAt) {
  static void insertFirst(Handle handle, int certificate, String decision, String code, Instant now) {
    handle.execute(
        "insert into review (certificate_id, stage, decision, code, own_upload, decided_at)"
            + " values (?, 'first', ?, ?, 0, ?)",
        certificate,
        decision,
        code,
        Times.text(now));
    LogCertificates.decided(handle, certificate, "first", decision, now);
  }

  static void insertSecond(
      Handle handle,
      int certificate,
      String decision,
      String code,
      String reason,
      Integer account,
      boolean own,
      Instant now) {
    handle.execute(
        "insert into review (certificate_id, stage, decision, code, reason, account_id, own_upload, decided_at)"
            + " values (?, 'second', ?, ?, ?, ?, ?, ?)",
        certificate,
        decision,
        code,
        reason,
        account,
        own ? 1 : 0,
        Times.text(now));
    LogCertificates.decided(handle, certificate, "second", decision, now);
  }

  /** What was decided last about a certificate, or {@code null}. */
  static Review lastOf(Handle handle, int certificate) {
    List<Review> all = of(handle, certificate);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** What was decided about a certificate, oldest first. */
  public static List<Review> of(Handle handle, int certificate) {
    return handle.createQuery(
            """
            select r.stage, r.decision, r.code, r.reason, a.name, r.own_upload, r.decided_at, u.undone_at
            from review r left join account a on a.id = r.account_id left join review_undo u on u.review_id = r.id
            where r.certificate_id = :certificate order by r.id""")
        .bind("certificate", certificate)
        .map((rs, ctx) ->
            new Review(
                rs.getString("stage"),
                rs.getString("decision"),
                rs.getString("code"),
                rs.getString("reason"),
                rs.getString("name"),
                rs.getInt("own_upload") != 0,
                Times.of(rs.getString("decided_at")),
                Times.of(rs.getString("undone_at"))))
        .list();
  }
}
