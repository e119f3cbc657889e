package shotdeed.server.dispute;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Derived;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Shows disputes to reviewers who belong to neither side. */
public final class ReadDisputes {
  /** Disputes a page. */
  public static final int PAGE = 30;

  private final Database database;
  private final Derived derived;
  private final ProofFolders proofs;
  private final InstantSource clock;

  public ReadDisputes(Database database, Derived derived, ProofFolders proofs, InstantSource clock) {
    this.database = database;
    this.derived = derived;
    this.proofs = proofs;
    this.clock = clock;
  }

  /** A page of a list; {@code page} is 1 for the first. */
  public record Page(int page, int total, List<Dispute> disputes) {}

  /**
   * One side as the reviewer sees it; whose it is is not part of it.
   *
   * @param groundless how many claims of its seller were found to be without ground in the last year
   */
  public record Party(
      Side side,
      Certificate certificate,
      boolean later,
      int groundless,
      List<ProofFolders.Proof> proofs,
      List<Statement> statements) {}

  /** Who had it looked at again, and why. */
  public record Reopening(String by, String reason, Instant at) {}

  /**
   * All that a reviewer sees.
   *
   * @param decisions oldest first
   * @param mayDecide whether the caller may; not who decided it before, if a colleague could
   */
  public record Details(
      Dispute dispute,
      List<Party> parties,
      List<Decision> decisions,
      List<Reopening> reopenings,
      boolean mayDecide) {}

  /**
   * A list.
   *
   * @param state {@code open} or {@code decided}
   */
  public Page list(Caller caller, String state, int page) {
    Neutral.requireReviewer(caller);
    return database.read(handle ->
        new Page(
            page,
            DisputeStore.count(handle, caller.seller(), state),
            DisputeStore.page(handle, caller.seller(), state, PAGE, (page - 1) * PAGE)));
  }

  /** How many the caller could decide. */
  public int open(Caller caller) {
    Neutral.requireReviewer(caller);
    return database.read(handle -> DisputeStore.count(handle, caller.seller(), "open"));
  }

  /** One dispute. */
  public Details one(Caller caller, int id) {
    Details details = details(caller, id);
    Audit.looked(database, clock.instant(), caller, 0, "dispute.look", "dispute", id);
    return details;
  }

  private Details details(Caller caller, int id) {
    return database.read(handle -> {
      Dispute dispute = Neutral.dispute(handle, caller, id);
      List<Decision> decisions = Decision.of(handle, id);
      boolean again = decisions.stream().anyMatch(each -> each.account() == caller.account());
      return new Details(
          dispute,
          List.of(party(handle, dispute, Side.A), party(handle, dispute, Side.B)),
          decisions,
          reopenings(handle, id),
          dispute.open() && !(again && Neutral.othersThan(handle, dispute, caller.account())));
    });
  }

  private Party party(Handle handle, Dispute dispute, Side side) {
    Certificate certificate = CertificateStore.find(handle, dispute.certificate(side));
    return new Party(
        side,
        certificate,
        side == dispute.laterSide(),
        DisputeStore.groundless(handle, certificate.seller(), clock.instant().minus(DisputeSettings.MEMORY)),
        proofs.of(certificate.id()),
        Statement.of(handle, certificate.id()));
  }

  private static List<Reopening> reopenings(Handle handle, int dispute) {
    return handle.createQuery(
            "select a.name, r.reason, r.reopened_at from dispute_reopening r join account a on a.id = r.account_id"
                + " where r.dispute_id = :dispute order by r.id")
        .bind("dispute", dispute)
        .map((rs, ctx) -> new Reopening(rs.getString(1), rs.getString(2), Times.of(rs.getString(3))))
        .list();
  }

  /** A side's photograph as a JPEG to look at. */
  public byte[] picture(Caller caller, int id, Side side, Derived.Size size) throws IOException {
    Certificate certificate = database.read(handle ->
        CertificateStore.find(handle, Neutral.dispute(handle, caller, id).certificate(side)));
    Audit.looked(database, clock.instant(), caller, 0, "dispute.look", "dispute", id);
    return derived.of(certificate.sha256(), size);
  }

  /** A file of a side's proof folder, untouched. */
  public Path proof(Caller caller, int id, Side side, int proof) throws IOException {
    int certificate = database.read(handle -> Neutral.dispute(handle, caller, id).certificate(side));
    Path file = proofs.file(certificate, proof);
    if (file == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    int seller = database.read(handle -> CertificateStore.find(handle, certificate)).seller();
    Audit.looked(database, clock.instant(), caller, seller, "proof.look", "certificate", certificate);
    return file;
  }
}
