package shotdeed.server.complain.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Days by which something is due on a complaint. */
final class DeadlineStore {
  private DeadlineStore() {}

  /** All of a complaint, the first day first. */
  static List<Deadline> of(Handle handle, int complaint) {
    return handle.createQuery("select * from complaint_deadline where complaint_id = :complaint order by due_on, kind")
        .bind("complaint", complaint)
        .map((rs, ctx) -> new Deadline(
            rs.getString("kind"),
            LocalDate.parse(rs.getString("due_on")),
            LocalDate.parse(rs.getString("first_on")),
            LocalDate.parse(rs.getString("last_on")),
            rs.getInt("unsure") == 1,
            rs.getString("source"),
            Times.of(rs.getString("recorded_at")),
            Times.of(rs.getString("done_at"))))
        .list();
  }

  /** Stores one in place of one of the same kind. */
  static void put(Handle handle, int complaint, int seller, Deadline d) {
    handle.execute("delete from complaint_deadline where complaint_id = ? and kind = ?", complaint, d.kind());
    handle.execute(
        "insert into complaint_deadline (complaint_id, seller_id, kind, due_on, first_on, last_on, unsure, source,"
            + " recorded_at, done_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        complaint,
        seller,
        d.kind(),
        d.due().toString(),
        d.first().toString(),
        d.last().toString(),
        d.unsure() ? 1 : 0,
        d.source(),
        Times.text(d.recordedAt()),
        d.doneAt() == null ? null : Times.text(d.doneAt()));
  }

  /** What stood before is what stands. */
  static void restore(Handle handle, int complaint, int seller, List<Deadline> deadlines) {
    handle.execute("delete from complaint_deadline where complaint_id = ?", complaint);
    deadlines.forEach(deadline -> put(handle, complaint, seller, deadline));
  }

  /** These kinds are over. */
  static void end(Handle handle, int complaint, Instant now, Procedure.Term... terms) {
    for (Procedure.Term term : terms) {
      handle.execute(
          "update complaint_deadline set done_at = ? where complaint_id = ? and kind = ? and done_at is null",
          Times.text(now),
          complaint,
          term.text());
    }
  }
}
