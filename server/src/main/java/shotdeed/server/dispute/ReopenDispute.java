package shotdeed.server.dispute;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.Step;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** An admin who belongs to neither side has a decided dispute looked at again, for a reason that goes on record. */
public final class ReopenDispute {
  private static final int MAX_WORDS = 1000;

  private final Database database;
  private final Library library;
  private final Runnable complete;
  private final InstantSource clock;

  /**
   * @param complete has fingerprints computed that are missing: a revoked certificate gets no newer ones
   */
  public ReopenDispute(Database database, Library library, Runnable complete, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.complete = complete;
    this.clock = clock;
  }

  /** Reopens; what was revoked is contested again, and so is what stands. */
  public void run(Caller caller, int id, String reason) throws IOException {
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    String words = Fields.whole("reason", reason, MAX_WORDS);
    database.write(handle -> reopened(handle, caller, id, words));
    Sides.follow(database, library, id);
    complete.run();
  }

  private Dispute reopened(Handle handle, Caller caller, int id, String words) {
    Instant now = clock.instant();
    Dispute dispute = Neutral.dispute(handle, caller, id);
    if (!dispute.state().equals("decided")) {
      throw new Refused(Errors.DISPUTE_DECIDED);
    }
    handle.execute(
        "insert into dispute_reopening (dispute_id, reason, account_id, reopened_at) values (?, ?, ?, ?)",
        id,
        words,
        caller.account(),
        Times.text(now));
    DisputeStore.setState(handle, id, "open");
    Audit.did(handle, now, caller, 0, "dispute.reopen", "dispute", id, "");
    for (Side side : Side.values()) {
      Certificate certificate = CertificateStore.find(handle, dispute.certificate(side));
      if (certificate.state() == CertificateState.REVOKED) {
        CertificateStore.take(handle, certificate, Step.CONTEST_AGAIN, caller.account(), now);
      } else if (Step.CONTEST.possibleFrom(certificate.state())) {
        CertificateStore.take(handle, certificate, Step.CONTEST, caller.account(), now);
      }
    }
    return dispute;
  }
}
