package shotdeed.server.dispute;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * What a seller sees of disputes about a certificate of theirs, and may say. Whose the other claim is, what it shows, how
 * many there are and what they are numbered is no part of it.
 */
public final class OwnDispute {
  private static final int MAX_WORDS = 2000;

  /** Statements of one certificate: more is no argument. */
  private static final int MAX_STATEMENTS = 20;

  private final Database database;
  private final InstantSource clock;

  public OwnDispute(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What there is to see.
   *
   * @param open whether a decision is awaited
   * @param since when it was opened; {@code null} if none is open
   * @param told what the last decision says to both sides, or {@code null}
   * @param decidedAt of that, or {@code null}
   * @param stands whether the certificate stands after it
   */
  public record View(
      boolean open, Instant since, String told, Instant decidedAt, boolean stands, List<Statement> statements) {
    /** Whether there is a decision to appeal against. */
    public boolean appealable() {
      return !open && told != null;
    }
  }

  /** Of one of the caller's own certificates; {@code null} if there never was a dispute about it. */
  public View of(Caller caller, int certificate) {
    return database.read(handle -> view(handle, CertificateStore.ofSeller(handle, caller.seller(), certificate)));
  }

  private static View view(Handle handle, Certificate certificate) {
    boolean open = certificate.state() == CertificateState.CONTESTED;
    Dispute decided = DisputeStore.decidedOf(handle, certificate.id());
    if (!open && decided == null) {
      return null;
    }
    Decision last = decided == null ? null : last(Decision.of(handle, decided.id()));
    return new View(
        open,
        open ? since(handle, certificate.id()) : null,
        last == null ? null : last.told(),
        last == null ? null : last.at(),
        certificate.state() != CertificateState.REVOKED,
        Statement.of(handle, certificate.id()));
  }

  private static Decision last(List<Decision> decisions) {
    return decisions.get(decisions.size() - 1);
  }

  private static Instant since(Handle handle, int certificate) {
    return Times.of(handle.createQuery(
            "select max(happened_at) from certificate_event where certificate_id = :certificate"
                + " and to_state = 'contested'")
        .bind("certificate", certificate)
        .mapTo(String.class)
        .one());
  }

  /**
   * Adds what the seller has to say: for the one who decides, or against what was decided.
   *
   * @throws Refused if nothing is open or decided, or too much was said already
   */
  public void say(Caller caller, int certificate, String words) {
    caller.requireTeam();
    String clean = Fields.whole("words", words, MAX_WORDS);
    database.write(handle -> {
      View view = view(handle, CertificateStore.ofSeller(handle, caller.seller(), certificate));
      if (view == null) {
        throw new Refused(Errors.NOT_FOUND);
      }
      if (view.statements().size() >= MAX_STATEMENTS) {
        throw Fields.invalid("words", "at most " + MAX_STATEMENTS + " statements");
      }
      Statement.insert(
          handle, certificate, view.open() ? "statement" : "appeal", clean, caller.account(), clock.instant());
      Audit.did(handle, clock.instant(), caller, "dispute.say", "certificate", certificate, "");
      return null;
    });
  }
}
