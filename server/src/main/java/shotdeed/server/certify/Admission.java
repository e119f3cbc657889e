package shotdeed.server.certify;

import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.learn.Exam;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Whether somebody may certify at all: of the team, the exam passed, the seller not suspended, room within the limits. */
public final class Admission {
  private final Database database;
  private final Exam exam;

  public Admission(Database database, Exam exam) {
    this.database = database;
    this.exam = exam;
  }

  /**
   * Call before anything of an upload is kept.
   *
   * @throws Refused naming what stands in the way
   */
  public void require(Caller caller) {
    caller.requireTeam();
    exam.requirePassed(caller);
    database.read(handle -> {
      Standing.requireActive(handle, caller.seller());
      return null;
    });
  }

  /**
   * Call in the change that adds the file, so that two uploads at once do not both take the last place.
   *
   * @param bytes of the file that would be added
   */
  public void requireRoom(int seller, long bytes) {
    database.read(handle -> {
      Standing standing = Standing.of(handle, seller);
      if (standing.maxCertificates() != null && count(handle, seller) >= standing.maxCertificates()) {
        throw new Refused(Errors.QUOTA_CERTIFICATES, standing.maxCertificates());
      }
      return null;
    });
    requireBytes(seller, bytes);
  }

  /** The same for a file that makes no certificate: a proof. */
  public void requireBytes(int seller, long bytes) {
    database.read(handle -> {
      Standing standing = Standing.of(handle, seller);
      if (standing.maxBytes() != null && bytes(handle, seller) + bytes > standing.maxBytes()) {
        throw new Refused(Errors.QUOTA_BYTES, standing.maxBytes() >> 20);
      }
      return null;
    });
  }

  private static int count(Handle handle, int seller) {
    return handle.createQuery("select count(*) from certificate where seller_id = :seller and state <> 'refused'")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  private static long bytes(Handle handle, int seller) {
    return handle.createQuery(
            """
            select (select coalesce(sum(bytes), 0) from certificate where seller_id = :seller and state <> 'refused')
              + (select coalesce(sum(bytes), 0) from proof where seller_id = :seller)""")
        .bind("seller", seller)
        .mapTo(long.class)
        .one();
  }
}
