package shotdeed.server.certify;

import java.util.List;
import java.util.Map;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.first.Remark;
import shotdeed.server.certify.first.RemarkStore;
import shotdeed.server.certify.subject.Category;
import shotdeed.server.certify.subject.Subject;
import shotdeed.server.certify.subject.SubjectStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Shows certificates: the caller's own, and to reviewers what waits for them. */
public final class ListCertificates {
  /** Certificates a page. */
  public static final int PAGE = 50;

  /** States of a certificate in force that no listing is compared with yet: one for each grade. */
  public static final List<CertificateState> UNMONITORED =
      List.of(CertificateState.CERTIFIED, CertificateState.REGISTERED);

  private final Database database;

  public ListCertificates(Database database) {
    this.database = database;
  }

  /**
   * A page of a list.
   *
   * @param page 1 for the first
   * @param total certificates on all pages
   */
  public record Page(int page, int total, List<Certificate> certificates) {}

  /**
   * A certificate and what was decided about it.
   *
   * @param reviews oldest first
   * @param remarks of the first review, for the second
   * @param subject what the owner states that it shows, or {@code null} if it is from before that was asked
   * @param published what the owner stated about the first publication, the last statement first
   */
  public record Details(
      Certificate certificate,
      List<Review> reviews,
      List<Remark> remarks,
      Subject subject,
      List<FirstPublication> published) {}

  /**
   * The caller's certificates, newest first.
   *
   * @param state {@code null} for all but refused uploads
   */
  public Page own(Caller caller, CertificateState state, int page) {
    return own(caller, state, null, page);
  }

  /**
   * The caller's certificates of one category, newest first.
   *
   * @param state {@code null} for all but refused uploads
   * @param category {@code null} for all
   */
  public Page own(Caller caller, CertificateState state, Category category, int page) {
    String id = category == null ? null : category.id();
    return database.read(handle ->
        new Page(
            page,
            CertificateStore.count(handle, caller.seller(), state, id),
            CertificateStore.page(handle, caller.seller(), state, id, PAGE, (page - 1) * PAGE)));
  }

  /** How many of the caller's certificates are in each state; states without any are missing. */
  public Map<CertificateState, Integer> counts(Caller caller) {
    return database.read(handle -> CertificateStore.counts(handle, caller.seller()));
  }

  /** What waits for a second review, oldest first, of all sellers. */
  public Page awaitingReview(Caller caller, int page) {
    if (!caller.reviews()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    return database.read(handle ->
        new Page(
            page,
            CertificateStore.countAwaiting(handle),
            CertificateStore.awaiting(handle, PAGE, (page - 1) * PAGE)));
  }

  /** One certificate: the caller's own, or one that waits for the caller's review. */
  public Details one(Caller caller, int id) {
    return database.read(handle -> {
      Certificate certificate = CertificateStore.find(handle, id);
      if (certificate == null || !SecondReview.mayLookAt(caller, certificate)) {
        throw new Refused(Errors.NOT_FOUND);
      }
      return new Details(
          certificate,
          Review.of(handle, id),
          RemarkStore.of(handle, id),
          SubjectStore.of(handle, id),
          FirstPublication.of(handle, id));
    });
  }
}
