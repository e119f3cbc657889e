package shotdeed.server.certify;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
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
    String words = PageText.line(reason, MAX_REASON);
    if (!approve && caller.reviews() && words.isEmpty()) {
      throw new Refused(Errors.FIELD_INVALID, "reason", "a text: a rejection says why").with("field", "reason");
    }
    return decide(caller, id, approve, null, words);
  }

  /** It becomes a certificate in force. */
  public Certificate approve(Caller caller, int id) throws IOException {
    return decide(caller, id, true, null, "");
  }

  /**
   * Turns it down.
   *
   * @param code of the reason; its words are the messages {@code refusal.CODE}
   * @param words the reviewer's own, or empty
   */
  public Certificate reject(Caller caller, int id, String code, String words) throws IOException {
    return decide(caller, id, false, code, words);
  }

  private Certificate decide(Caller caller, int id, boolean approve, String code, String words) throws IOException {
    if (!caller.reviews()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    Certificate found = database.read(handle -> waiting(handle, caller, id));
    return changing(
        found.seller(), id, () -> database.write(handle -> decided(handle, caller, id, approve, code, words)));
  }

  private Certificate decided(
      Handle handle, Caller caller, int id, boolean approve, String code, String words) {
    Instant now = clock.instant();
    Certificate before = waiting(handle, caller, id);
    if (approve && Leaks.known(handle, before)) {
      throw new Refused(Errors.PHOTOGRAPH_LEAKED);
    }
    Certificate after =
        CertificateStore.take(
            handle, before, approve ? Step.approving(before.grade()) : Step.REJECT, caller.account(), now);
    boolean own = before.seller() == caller.seller();
    if (own && othersCouldReview(handle, caller)) {
      throw new Refused(Errors.OWN_REVIEW);
    }
    Review.insertSecond(
        handle,
        id,
        approve ? "approve" : "reject",
        code,
        words.isEmpty() ? null : words,
        caller.account(),
        own,
        now);
    String action = approve ? "certificate.approve" : "certificate.reject";
    Audit.did(handle, now, caller, before.seller(), action, "certificate", id, code == null ? "" : code);
    return after;
  }

  /** What {@link Review#code} says of what the machine approved because no lot fell on it. */
  public static final String BY_MACHINE = "review-by-machine";

  /** Approves without a person, inside {@link #changing}. */
  public Certificate approveByMachine(Handle handle, Certificate before, Instant now) {
    Certificate after = CertificateStore.take(handle, before, Step.approving(before.grade()), null, now);
    Review.insertSecond(handle, before.id(), "approve", BY_MACHINE, null, null, false, now);
    Audit.server(handle, now, before.seller(), "certificate.approve", "certificate", before.id(), "");
    return after;
  }

  /** Runs a change of a seller's certificate in the store; what is in memory follows. */
  public Certificate changing(int seller, int id, Library.Change<Certificate> change) throws IOException {
    return library.change(seller, () -> {
      Certificate after = change.run();
      library.follow(database, seller, id);
      return after;
    });
  }

  /**
   * A reviewer sees what waits for a review, and everything of the own seller; the rest does not exist for them, but that
   * a colleague was quicker is said.
   */
  private static Certificate waiting(Handle handle, Caller caller, int id) {
    Certificate certificate = CertificateStore.find(handle, id);
    if (certificate != null && certificate.state() != CertificateState.FIRST_PASSED) {
      Review last = Review.lastOf(handle, id);
      if (last != null && last.stage().equals("second") && last.by() != null) {
        throw new Refused(Errors.ALREADY_REVIEWED, last.by()).with("decision", last.decision());
      }
    }
    if (certificate == null || !mayLookAt(caller, certificate)) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return certificate;
  }

  static boolean mayLookAt(Caller caller, Certificate certificate) {
    return certificate.seller() == caller.seller()
        || caller.reviews() && certificate.state() == CertificateState.FIRST_PASSED;
  }

  /** Whether anybody of another seller than the caller's could review. */
  public static boolean othersCouldReview(Handle handle, Caller caller) {
    return handle.createQuery(
                """
                select count(*) from account a join account_role r on r.account_id = a.id
                where r.role in ('reviewer', 'admin') and a.seller_id <> :seller
                  and not exists (select 1 from account_end e where e.account_id = a.id)""")
            .bind("seller", caller.seller())
            .mapTo(int.class)
            .one()
        > 0;
  }
}
