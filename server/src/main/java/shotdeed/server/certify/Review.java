package shotdeed.server.certify;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * What was decided about a certificate. Never changed once written.
 *
 * @param stage {@code first} (the machine) or {@code second} (a person)
 * @param decision {@code pass} or {@code refuse}, {@code approve} or {@code reject}
 * @param code of the error that refused it, or {@code null}
 * @param reason a person's words, or {@code null}
 * @param by name of the person, or {@code null} for the machine
 * @param ownUpload whether the person reviewed an upload of their own seller
 */
public record Review(
    String stage, String decision, String code, String reason, String by, boolean ownUpload, Instant at) {
  static void insertFirst(Handle handle, int certificate, String decision, String code, Instant now) {
    handle.execute(
        "insert into review (certificate_id, stage, decision, code, own_upload, decided_at)"
            + " values (?, 'first', ?, ?, 0, ?)",
        certificate,
        decision,
        code,
        Times.text(now));
  }

  static void insertSecond(
      Handle handle, int certificate, String decision, String reason, int account, boolean own, Instant now) {
    handle.execute(
        "insert into review (certificate_id, stage, decision, reason, account_id, own_upload, decided_at)"
            + " values (?, 'second', ?, ?, ?, ?, ?)",
        certificate,
        decision,
        reason,
        account,
        own ? 1 : 0,
        Times.text(now));
  }

  /** What was decided about a certificate, oldest first. */
  public static List<Review> of(Handle handle, int certificate) {
    return handle.createQuery(
            """
            select r.stage, r.decision, r.code, r.reason, a.name, r.own_upload, r.decided_at
            from review r left join account a on a.id = r.account_id
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
                Times.of(rs.getString("decided_at"))))
        .list();
  }
}
