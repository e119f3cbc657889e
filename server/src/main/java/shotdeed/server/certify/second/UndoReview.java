package shotdeed.server.certify.second;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.SecondReview;
import shotdeed.server.certify.Step;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * Takes a second review back: the reviewer's own, within {@link #TIME}, and only as long as nothing followed from it. The
 * decision stays on record, and that it was taken back.
 */
public final class UndoReview {
  /** Long enough for a slip of the finger, short enough that hardly anybody has built on it. */
  public static final Duration TIME = Duration.ofMinutes(10);

  private final Database database;
  private final SecondReview review;
  private final EnterQueue queue;
  private final InstantSource clock;

  public UndoReview(Database database, SecondReview review, EnterQueue queue, InstantSource clock) {
    this.database = database;
    this.review = review;
    this.queue = queue;
    this.clock = clock;
  }

  private record Decided(int review, Instant at) {}

  /**
   * Takes back what the caller decided last about a certificate.
   *
   * @throws Refused if it is too late, or not the caller's decision
   */
  public Certificate run(Caller caller, int id) throws IOException {
    ReviewQueue.requireReviewer(caller);
    Certificate found = database.read(handle -> CertificateStore.find(handle, id));
    if (found == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return review.changing(found.seller(), id, () -> database.write(handle -> undone(handle, caller, id)));
  }

  private Certificate undone(Handle handle, Caller caller, int id) {
    Instant now = clock.instant();
    Decided last = last(handle, caller.account(), id);
    if (last == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    Certificate before = CertificateStore.find(handle, id);
    // Either way round: a clock that was set back does not make an old decision a new one.
    boolean late = Duration.between(last.at(), now).abs().compareTo(TIME) > 0;
    if (late || !Step.UNDO_REVIEW.possibleFrom(before.state()) || takenAnew(handle, before)) {
      throw new Refused(Errors.UNDO_TOO_LATE, TIME.toMinutes());
    }
    Certificate after = CertificateStore.take(handle, before, Step.UNDO_REVIEW, caller.account(), now);
    handle.execute(
        "insert into review_undo (review_id, account_id, undone_at) values (?, ?, ?)",
        last.review(),
        caller.account(),
        Times.text(now));
    Audit.did(handle, now, caller, before.seller(), "certificate.undo-review", "certificate", id, "");
    queue.again(handle, after);
    return after;
  }

  /** The caller's decision, if it is the last one about the certificate and stands. */
  private static Decided last(Handle handle, int account, int certificate) {
    return handle.createQuery(
            """
            select r.id, r.decided_at from review r
            where r.certificate_id = :certificate and r.account_id = :account and r.stage = 'second'
              and r.id = (select max(id) from review where certificate_id = :certificate)
              and not exists (select 1 from review_undo u where u.review_id = r.id)""")
        .bind("certificate", certificate)
        .bind("account", account)
        .map((rs, ctx) -> new Decided(rs.getInt(1), Times.of(rs.getString(2))))
        .findOne()
        .orElse(null);
  }

  /** Whether the file of a rejected one was uploaded again meanwhile: it cannot wait twice. */
  private static boolean takenAnew(Handle handle, Certificate certificate) {
    return handle.createQuery(
            "select count(*) from certificate where seller_id = :seller and sha256 = :sha256 and id <> :id"
                + " and state not in ('refused', 'rejected', 'retired', 'voided')")
        .bind("seller", certificate.seller())
        .bind("sha256", certificate.sha256())
        .bind("id", certificate.id())
        .mapTo(int.class)
        .one() > 0;
  }
}
