package shotdeed.server.dispute;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/**
 * What was decided about a dispute. Never changed once written.
 *
 * @param outcome {@code uphold}: the certificate that came first stands, the later one is revoked; {@code transfer}: the
 *     right goes to the later one, the first is revoked; {@code void}: both are revoked; {@code both}: both stand
 * @param owner the same as {@code a}, {@code b}, {@code neither} or {@code both}
 * @param groundlessA whether side A claimed without any ground, which counts against its seller
 * @param reasons for the record, for reviewers only
 * @param told to both sides
 * @param by the reviewer's name
 */
public record Decision(
    int id,
    int dispute,
    String outcome,
    String owner,
    boolean groundlessA,
    boolean groundlessB,
    String reasons,
    String told,
    int account,
    String by,
    Instant at) {
  /** Stores one ({@code id} and {@code by} are ignored). */
  static void insert(Handle handle, Decision d) {
    handle.execute(
        "insert into dispute_decision (dispute_id, outcome, owner, groundless_a, groundless_b, reasons, told, account_id,"
            + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        d.dispute(),
        d.outcome(),
        d.owner(),
        d.groundlessA() ? 1 : 0,
        d.groundlessB() ? 1 : 0,
        d.reasons(),
        d.told(),
        d.account(),
        Times.text(d.at()));
  }

  /** All about a dispute, oldest first. */
  static List<Decision> of(Handle handle, int dispute) {
    return handle.createQuery(
            "select d.*, a.name from dispute_decision d join account a on a.id = d.account_id"
                + " where d.dispute_id = :dispute order by d.id")
        .bind("dispute", dispute)
        .map((rs, ctx) ->
            new Decision(
                rs.getInt("id"),
                rs.getInt("dispute_id"),
                rs.getString("outcome"),
                rs.getString("owner"),
                rs.getInt("groundless_a") != 0,
                rs.getInt("groundless_b") != 0,
                rs.getString("reasons"),
                rs.getString("told"),
                rs.getInt("account_id"),
                rs.getString("name"),
                Times.of(rs.getString("decided_at"))))
        .list();
  }

  /** Whether a side claimed without ground. */
  public boolean groundless(Side side) {
    return side == Side.A ? groundlessA : groundlessB;
  }
}
