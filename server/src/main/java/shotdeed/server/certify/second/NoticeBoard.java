package shotdeed.server.certify.second;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** Notices that reviewers read on their first page. */
public final class NoticeBoard implements Notifier {
  private final Database database;
  private final InstantSource clock;

  public NoticeBoard(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A notice. */
  public record Notice(int pictures, Instant oldest, Instant at) {}

  @Override
  public void overdue(int pictures, Instant oldest) {
    database.write(handle ->
        handle.execute(
            "insert into review_notice (pictures, oldest_due_at, told_at) values (?, ?, ?)",
            pictures,
            Times.text(oldest),
            Times.text(clock.instant())));
  }

  /** The last notices, newest first; for reviewers. */
  public List<Notice> last(Caller caller, int most) {
    ReviewQueue.requireReviewer(caller);
    return database.read(handle ->
        handle.createQuery("select pictures, oldest_due_at, told_at from review_notice order by id desc limit :most")
            .bind("most", most)
            .map((rs, ctx) ->
                new Notice(rs.getInt(1), Times.of(rs.getString(2)), Times.of(rs.getString(3))))
            .list());
  }
}
