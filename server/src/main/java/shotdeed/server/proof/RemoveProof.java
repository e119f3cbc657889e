package shotdeed.server.proof;

import java.time.InstantSource;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Takes a file out of a folder, and puts it back: it is only marked, since a dispute may ask what stood there. */
public final class RemoveProof {
  private final Database database;
  private final ProofAccess access;
  private final InstantSource clock;

  public RemoveProof(Database database, ProofAccess access, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /** Marks a file as removed; what is removed already stays so. */
  public void remove(Caller caller, int certificate, int use) {
    database.write(handle -> {
      access.change(handle, caller, certificate);
      Proof proof = found(ProofStore.find(handle, certificate, use));
      if (ProofStore.remove(handle, proof.id(), caller.account(), clock.instant())) {
        Audit.did(
            handle, clock.instant(), caller, "proof.remove", "certificate", certificate, proof.kind().text());
      }
      return null;
    });
  }

  /** Uses a removed file again, as a new entry: the earlier one keeps its times. */
  public void putBack(Caller caller, int certificate, int use) {
    database.write(handle -> {
      access.change(handle, caller, certificate);
      Proof proof = found(ProofStore.find(handle, certificate, use));
      if (!proof.stands()
          && ProofStore.use(handle, certificate, proof.file(), proof.kind(), caller.account(), clock.instant())) {
        Audit.did(
            handle, clock.instant(), caller, "proof.restore", "certificate", certificate, proof.kind().text());
      }
      return null;
    });
  }

  private static Proof found(Proof proof) {
    if (proof == null) {
      throw new Refused(Errors.NOT_FOUND);
    }
    return proof;
  }
}
