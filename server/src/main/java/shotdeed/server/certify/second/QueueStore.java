package shotdeed.server.certify.second;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Times;

/** The queue of second reviews. */
final class QueueStore {
  /** What comes within so long of each other belongs together. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  /** Photographs of a series: what fits on a contact sheet. */
  static final int MAX_SERIES = 60;

  private QueueStore() {}

  /**
   * A place in the queue.
   *
   * @param series number of the series
   * @param oneIn see {@link ReviewSettings#oneIn}; 0 if nothing was drawn
   */
  record Place(int certificate, int series, Instant enteredAt, Instant dueAt, String draw, int oneIn) {}

  /** A series that waits: its number, and when the first of its pictures is due. */
  record Waiting(int series, Instant dueAt) {}

  static void enter(Handle handle, Certificate certificate, Instant dueAt, Instant now) {
    handle.execute(
        "insert into second_review (certificate_id, series_id, entered_at, due_at) values (?, ?, ?, ?)",
        certificate.id(),
        series(handle, certificate, now),
        Times.text(now),
        Times.text(dueAt));
  }

  /** The person's last series if it is recent and not full, else a new one. */
  private static int series(Handle handle, Certificate certificate, Instant now) {
    record Last(int id, Instant at, int photographs) {}
    Last last = handle.createQuery(
            "select id, last_at, photographs from upload_series where account_id = :account order by id desc limit 1")
        .bind("account", certificate.account())
        .map((rs, ctx) -> new Last(rs.getInt(1), Times.of(rs.getString(2)), rs.getInt(3)))
        .findOne()
        .orElse(null);
    // Either way round: a clock that was set back ends no series.
    boolean recent = last != null && Duration.between(last.at(), now).abs().compareTo(PAUSE) <= 0;
    if (recent && last.photographs() < MAX_SERIES) {
      handle.execute(
          "update upload_series set last_at = ?, photographs = photographs + 1 where id = ?", Times.text(now), last.id());
      return last.id();
    }
    return handle.createQuery(
            "insert into upload_series (seller_id, account_id, last_at, photographs) values (:seller, :account, :now, 1)"
                + " returning id")
        .bind("seller", certificate.seller())
        .bind("account", certificate.account())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /** What waits but has no place, such as what was uploaded before there was a queue. */
  static List<Certificate> missing(Handle handle) {
    List<Integer> ids = handle.createQuery(
            "select c.id from certificate c left join second_review q on q.certificate_id = c.id"
                + " where c.state = 'first-passed' and q.certificate_id is null order by c.id")
        .mapTo(int.class)
        .list();
    List<Certificate> certificates = new ArrayList<>();
    ids.forEach(id -> certificates.add(CertificateStore.find(handle, id)));
    return certificates;
  }

  /** Back in the queue: the deadline moves on if it is over, and never back. */
  static void again(Handle handle, int certificate, Instant dueAt) {
    handle.execute(
        "update second_review set due_at = ?, notified_at = null where certificate_id = ? and due_at < ?",
        Times.text(dueAt),
        certificate,
        Times.text(dueAt));
  }

  /** A certificate's place, waiting or not; {@code null} if it never had one. */
  static Place of(Handle handle, int certificate) {
    return handle.createQuery("select * from second_review where certificate_id = :certificate")
        .bind("certificate", certificate)
        .map((rs, ctx) -> place(rs))
        .findOne()
        .orElse(null);
  }

  private static Place place(ResultSet rs) throws SQLException {
    return new Place(
        rs.getInt("certificate_id"),
        rs.getInt("series_id"),
        Times.of(rs.getString("entered_at")),
        Times.of(rs.getString("due_at")),
        rs.getString("draw"),
        rs.getInt("one_in"));
  }

  /** Series with something that waits, the first due first. */
  static List<Waiting> series(Handle handle, int limit, int offset) {
    return handle.createQuery(
            """
            select q.series_id, min(q.due_at) as due
            from certificate c join second_review q on q.certificate_id = c.id
            where c.state = 'first-passed'
            group by q.series_id order by due, q.series_id limit :limit offset :offset""")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((rs, ctx) -> new Waiting(rs.getInt(1), Times.of(rs.getString(2))))
        .list();
  }

  static int countSeries(Handle handle) {
    return handle.createQuery(
            "select count(distinct q.series_id) from certificate c join second_review q on q.certificate_id = c.id"
                + " where c.state = 'first-passed'")
        .mapTo(int.class)
        .one();
  }

  /** What waits of a series, in the order it came. */
  static List<Place> waiting(Handle handle, int series) {
    return handle.createQuery(
            "select q.* from second_review q join certificate c on c.id = q.certificate_id"
                + " where q.series_id = :series and c.state = 'first-passed' order by q.certificate_id")
        .bind("series", series)
        .map((rs, ctx) -> place(rs))
        .list();
  }

  static int countWaiting(Handle handle) {
    return handle.createQuery("select count(*) from certificate where state = 'first-passed'")
        .mapTo(int.class)
        .one();
  }

  /** When the first of what waits and is late was due. */
  static Instant oldestOverdue(Handle handle, Instant now) {
    return Times.of(
        handle.createQuery(
                "select min(q.due_at) from certificate c join second_review q on q.certificate_id = c.id"
                    + " where c.state = 'first-passed' and q.due_at <= :now")
            .bind("now", Times.text(now))
            .mapTo(String.class)
            .one());
  }

  /** What waits and is late. */
  static int countOverdue(Handle handle, Instant now) {
    return handle.createQuery(
            "select count(*) from certificate c join second_review q on q.certificate_id = c.id"
                + " where c.state = 'first-passed' and q.due_at <= :now")
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /** What waits, is late, and nobody was told of yet: marked as told. */
  static List<Instant> tellOverdue(Handle handle, Instant now) {
    List<Instant> late = handle.createQuery(
            "select q.due_at from certificate c join second_review q on q.certificate_id = c.id"
                + " where c.state = 'first-passed' and q.due_at <= :now and q.notified_at is null order by q.due_at")
        .bind("now", Times.text(now))
        .map((rs, ctx) -> Times.of(rs.getString(1)))
        .list();
    if (!late.isEmpty()) {
      handle.execute(
          "update second_review set notified_at = ? where due_at <= ? and notified_at is null and certificate_id in"
              + " (select id from certificate where state = 'first-passed')",
          Times.text(now),
          Times.text(now));
    }
    return late;
  }

  /** What waits and no lot was drawn about, in the order it came. */
  static List<Integer> undrawn(Handle handle, int limit) {
    return handle.createQuery(
            "select c.id from certificate c join second_review q on q.certificate_id = c.id"
                + " where c.state = 'first-passed' and q.draw is null order by c.id limit :limit")
        .bind("limit", limit)
        .mapTo(int.class)
        .list();
  }

  static void drawn(Handle handle, int certificate, boolean person, int oneIn) {
    handle.execute(
        "update second_review set draw = ?, one_in = ? where certificate_id = ?",
        person ? "person" : "machine",
        oneIn,
        certificate);
  }
}
