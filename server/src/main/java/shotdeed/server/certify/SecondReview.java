package shotdeed.server.certify;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;

/**
 * A person decides about a certificate that passed the first review. Nobody decides about the uploads of their own
 * seller, unless nobody else on this server could; the review then says so for good.
 */
public final class SecondReview {
  private static final int MAX_REASON = 1000;

  private final Database database;
  private final Library library;
  private final InstantSource clock;

  public SecondReview(Database database, Library library, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @param approve whether it becomes a certificate in force
   * @param reason needed for a rejection
   */
  public Certificate run(Caller caller, int id, boolean approve, String reason) throws IOException {
    if (!caller.reviews()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    String words = PageText.line(reason, MAX_REASON);
    if (!approve && words.isEmpty()) {
      throw new Refused(Errors.FIELD_INVALID, "reason", "a text: a rejection says why").with("field", "reason");
    }
    Certificate found = database.read(handle -> visible(handle, caller, id));
    return library.change(found.seller(), () -> {
      Instant now = clock.instant();
      Certificate after = database.write(handle -> decide(handle, caller, id, approve, words, now));
      if (!approve) {
        library.remove(after.seller(), id);
      }
      return after;
    });
  }

  private static Certificate decide(
      Handle handle, Caller caller, int id, boolean approve, String words, Instant now) {
    Certificate before = visible(handle, caller, id);
    Certificate after =
        CertificateStore.take(handle, before, approve ? Step.APPROVE : Step.REJECT, caller.account(), now);
    boolean own = before.seller() == caller.seller();
    if (own && othersCouldReview(handle, before.seller())) {
      throw new Refused(Errors.OWN_REVIEW);
    }
    Review.insertSecond(
        handle, id, approve ? "approve" : "reject", words.isEmpty() ? null : words, caller.account(), own, now);
    return after;
  }

  /** A reviewer sees what waits for a review, and everything of the own seller; the rest does not exist for them. */
  private static Certificate visible(Handle handle, Caller caller, int id) {
    Certificate certificate = CertificateStore.find(handle, id);
    if (certificate == null || !mayLookAt(caller, certificate)) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return certificate;
  }

  static boolean mayLookAt(Caller caller, Certificate certificate) {
    return certificate.seller() == caller.seller()
        || caller.reviews() && certificate.state() == CertificateState.FIRST_PASSED;
  }

  private static boolean othersCouldReview(Handle handle, int seller) {
    return handle.createQuery(
                """
                select count(*) from account a join account_role r on r.account_id = a.id
                where r.role in ('reviewer', 'admin') and a.seller_id <> :seller""")
            .bind("seller", seller)
            .mapTo(int.class)
            .one()
        > 0;
  }
}
