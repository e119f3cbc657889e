package shotdeed.server.complain.outcome;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Steps of complaints and what the marketplaces decided. */
final class StepStore {
  private static final String SELECT =
      "select t.*, a.name as by_name from complaint_step t join account a on a.id = t.account_id ";

  private StepStore() {}

  /**
   * What steps need to know of a complaint.
   *
   * @param submittedAt {@code null} before that
   */
  record Subject(
      int id, int seller, ComplaintState state, String market, String site, String shopKey, Instant submittedAt) {}

  /**
   * A seller's own complaint.
   *
   * @throws Refused as if it did not exist if it is another seller's
   */
  static Subject subject(Handle handle, int seller, int complaint) {
    return handle.createQuery(
            "select id, seller_id, state, market, site, shop_key, submitted_at from complaint"
                + " where id = :id and seller_id = :seller")
        .bind("id", complaint)
        .bind("seller", seller)
        .map((rs, ctx) -> new Subject(
            rs.getInt("id"),
            rs.getInt("seller_id"),
            ComplaintState.of(rs.getString("state")),
            rs.getString("market"),
            rs.getString("site"),
            rs.getString("shop_key"),
            Times.of(rs.getString("submitted_at"))))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** Stores a step and the complaint's new state; returns the step's number. */
  static int insert(
      Handle handle,
      Subject subject,
      int account,
      StepKind kind,
      ComplaintState to,
      LocalDate day,
      Instant now,
      StepInput stated,
      Before before) {
    int id = handle.createQuery(
            """
            insert into complaint_step (complaint_id, account_id, kind, from_state, to_state, happened_on, recorded_at,
              detail) values (:complaint, :account, :kind, :from, :to, :day, :at, :detail)
            returning id""")
        .bind("complaint", subject.id())
        .bind("account", account)
        .bind("kind", kind.text())
        .bind("from", subject.state().text())
        .bind("to", to.text())
        .bind("day", day.toString())
        .bind("at", Times.text(now))
        .bind("detail", new String(Json.write(new Detail(stated, before)), StandardCharsets.UTF_8))
        .mapTo(int.class)
        .one();
    handle.execute("update complaint set state = ? where id = ?", to.text(), subject.id());
    return id;
  }

  /** What stood before a step, so that taking it back loses nothing. */
  record Before(Decided decided, List<Deadline> deadlines) {}

  /** As stored. */
  private record Detail(StepInput stated, Before before) {}

  private static Detail detail(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), Detail.class);
  }

  /** What stood before a step. */
  static Before before(Handle handle, int step) {
    String detail = handle.createQuery("select detail from complaint_step where id = :id")
        .bind("id", step)
        .mapTo(String.class)
        .one();
    return detail(detail).before();
  }

  static void undone(Handle handle, int step, int by) {
    handle.execute("update complaint_step set undone_by = ? where id = ?", by, step);
  }

  /** All steps of a complaint, the first one first. */
  static List<Step> of(Handle handle, int complaint) {
    return handle.createQuery(SELECT + "where t.complaint_id = :complaint order by t.id")
        .bind("complaint", complaint)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** The last step, taken back or not. */
  static Optional<Step> last(Handle handle, int complaint) {
    return handle.createQuery(SELECT + "where t.complaint_id = :complaint order by t.id desc limit 1")
        .bind("complaint", complaint)
        .map((rs, ctx) -> read(rs))
        .findOne();
  }

  private static Step read(ResultSet rs) throws SQLException {
    return new Step(
        rs.getInt("id"),
        rs.getInt("complaint_id"),
        StepKind.stored(rs.getString("kind")),
        ComplaintState.of(rs.getString("from_state")),
        ComplaintState.of(rs.getString("to_state")),
        LocalDate.parse(rs.getString("happened_on")),
        Times.of(rs.getString("recorded_at")),
        rs.getInt("account_id"),
        rs.getString("by_name"),
        detail(rs.getString("detail")).stated(),
        rs.getInt("undone_by"));
  }

  /** What the marketplace decided; {@code null} if it did not yet. */
  static Decided decided(Handle handle, int complaint) {
    return handle.createQuery("select * from complaint_outcome where complaint_id = :complaint")
        .bind("complaint", complaint)
        .map((rs, ctx) -> new Decided(
            rs.getString("result"),
            LocalDate.parse(rs.getString("decided_on")),
            rs.getString("ledger"),
            (Integer) rs.getObject("points"),
            rs.getString("reason"),
            rs.getString("note"),
            rs.getInt("account_id"),
            Times.of(rs.getString("recorded_at"))))
        .findOne()
        .orElse(null);
  }

  /** Says what the marketplace decided; {@code null} if it did not. */
  static void decide(Handle handle, int complaint, Decided decided) {
    handle.execute("delete from complaint_outcome where complaint_id = ?", complaint);
    if (decided != null) {
      handle.execute(
          "insert into complaint_outcome (complaint_id, result, decided_on, ledger, points, reason, note, account_id,"
              + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          complaint,
          decided.result(),
          decided.decidedOn().toString(),
          decided.ledger(),
          decided.points(),
          decided.reason(),
          decided.note(),
          decided.account(),
          Times.text(decided.recordedAt()));
    }
  }
}
