package shotdeed.server.dispute;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * What a side says for itself while a dispute is open, or against a decision. Never changed once written.
 *
 * @param kind {@code statement} or {@code appeal}
 */
public record Statement(String kind, String words, String by, Instant at) {
  static void insert(Handle handle, int certificate, String kind, String words, int account, Instant now) {
    handle.execute(
        "insert into dispute_statement (certificate_id, kind, words, account_id, said_at) values (?, ?, ?, ?, ?)",
        certificate,
        kind,
        words,
        account,
        Times.text(now));
  }

  /** All about a certificate, oldest first. */
  static List<Statement> of(Handle handle, int certificate) {
    return handle.createQuery(
            "select s.kind, s.words, a.name, s.said_at from dispute_statement s join account a on a.id = s.account_id"
                + " where s.certificate_id = :certificate order by s.id")
        .bind("certificate", certificate)
        .map((rs, ctx) ->
            new Statement(rs.getString(1), rs.getString(2), rs.getString(3), Times.of(rs.getString(4))))
        .list();
  }
}
