package shotdeed.server.monitor;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.Step;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Times;

/**
 * Ends a certificate because its unmarked original leaked: whoever shows it proves nothing any more. It cannot be taken
 * back. The record and complaints that are prepared already stay; no further one can be prepared with it.
 */
public final class VoidCertificate {
  /** Characters of the owner's declaration. */
  public static final int MAX_REASON = 1000;

  private final Database database;
  private final Library library;
  private final InstantSource clock;

  public VoidCertificate(Database database, Library library, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.clock = clock;
  }

  /**
   * What was declared.
   *
   * @param by name of who declared it
   */
  public record Declared(String reason, String by, Instant at) {}

  /**
   * Voids one of the caller's certificates.
   *
   * @param reason how the original leaked, in the owner's words; needed
   */
  public Certificate run(Caller caller, int id, String reason) throws IOException {
    caller.requireTeam();
    String words = Fields.whole("reason", reason, MAX_REASON);
    return library.change(caller.seller(), () -> {
      Certificate after = database.write(handle -> voided(handle, caller, id, words));
      // A retired one comes back among those that uploads are compared with.
      library.follow(database, caller.seller(), id);
      return after;
    });
  }

  private Certificate voided(Handle handle, Caller caller, int id, String reason) {
    Instant now = clock.instant();
    Certificate before = CertificateStore.ofSeller(handle, caller.seller(), id);
    Certificate after = CertificateStore.take(handle, before, Step.VOID, caller.account(), now);
    handle.execute(
        "insert into certificate_void (certificate_id, reason, account_id, voided_at) values (?, ?, ?, ?)",
        id,
        reason,
        caller.account(),
        Times.text(now));
    Audit.did(handle, now, caller, "certificate.void", "certificate", id, "");
    return after;
  }

  /** What was declared about one of the caller's certificates, or {@code null} if it was not voided. */
  public Declared of(Caller caller, int id) {
    return database.read(handle ->
        handle.createQuery(
                """
                select v.reason, a.name, v.voided_at from certificate_void v
                  join certificate c on c.id = v.certificate_id join account a on a.id = v.account_id
                where v.certificate_id = :id and c.seller_id = :seller""")
            .bind("id", id)
            .bind("seller", caller.seller())
            .map((rs, ctx) -> new Declared(rs.getString(1), rs.getString(2), Times.of(rs.getString(3))))
            .findOne()
            .orElse(null));
  }
}
