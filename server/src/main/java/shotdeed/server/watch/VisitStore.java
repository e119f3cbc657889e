package shotdeed.server.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Times;
import shotdeed.wire.VisitReport;

/** Visits to entries of watch lists. */
final class VisitStore {
  private VisitStore() {}

  /** Keeps a visit; of one that is known, the higher of each number. */
  static void keep(Handle handle, Caller caller, int entry, VisitReport report, Instant at, LocalDate day, Instant now) {
    handle.createUpdate(
            """
            insert into watch_visit
              (entry_id, client_key, account_id, device_id, visited_at, day, received_at, pictures, failed, copies)
            values (:entry, :key, :account, :device, :at, :day, :now, :pictures, :failed, :copies)
            on conflict (entry_id, client_key) do update set
              pictures = case when excluded.pictures > watch_visit.pictures then excluded.pictures else watch_visit.pictures end,
              failed = case when excluded.failed > watch_visit.failed then excluded.failed else watch_visit.failed end,
              copies = case when excluded.copies > watch_visit.copies then excluded.copies else watch_visit.copies end""")
        .bind("entry", entry)
        .bind("key", report.clientKey())
        .bind("account", caller.account())
        .bind("device", caller.device())
        .bind("at", Times.text(at))
        .bind("day", day.toString())
        .bind("now", Times.text(now))
        .bind("pictures", report.pictures())
        .bind("failed", report.failed())
        .bind("copies", report.copies())
        .execute();
    prune(handle, entry);
    handle.createUpdate(
            """
            update watch_entry set
              visited_at = (select max(visited_at) from watch_visit where entry_id = :entry),
              visit_id = (select id from watch_visit where entry_id = :entry order by visited_at desc, id desc limit 1)
            where id = :entry""")
        .bind("entry", entry)
        .execute();
  }

  private static void prune(Handle handle, int entry) {
    handle.execute(
        """
        delete from watch_visit where id in (select id from watch_visit where entry_id = ?
          order by visited_at desc, id desc limit 1000 offset ?)""",
        entry,
        WatchStore.VISITS_KEPT);
  }
}
