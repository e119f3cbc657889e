package shotdeed.server.monitor;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.Step;
import shotdeed.server.platform.Database;

/** Moves certificates into the monitor library and out of it. */
public final class MonitorSteps {
  private final Database database;
  private final Library library;
  private final InstantSource clock;

  public MonitorSteps(Database database, Library library, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.clock = clock;
  }

  /** From now on page pictures are matched against the certificate. */
  public Certificate monitor(Caller caller, int id) throws IOException {
    return take(caller, id, Step.MONITOR);
  }

  /** Stops matching for a while. */
  public Certificate pause(Caller caller, int id) throws IOException {
    return take(caller, id, Step.PAUSE);
  }

  /** Matches again. */
  public Certificate resume(Caller caller, int id) throws IOException {
    return take(caller, id, Step.RESUME);
  }

  /** Ends the certificate for good; its record stays, and the photograph may be certified anew. */
  public Certificate retire(Caller caller, int id) throws IOException {
    return take(caller, id, Step.RETIRE);
  }

  private Certificate take(Caller caller, int id, Step step) throws IOException {
    caller.requireTeam();
    return library.change(caller.seller(), () -> {
      Certificate after = database.write(handle -> {
        Instant now = clock.instant();
        Certificate before = CertificateStore.ofSeller(handle, caller.seller(), id);
        Certificate taken = CertificateStore.take(handle, before, step, caller.account(), now);
        String action = "certificate." + step.name().toLowerCase(Locale.ROOT);
        Audit.did(handle, now, caller, action, "certificate", id, "");
        return taken;
      });
      if (step == Step.RETIRE) {
        library.remove(caller.seller(), id);
      } else {
        library.monitor(caller.seller(), id, after.state() == CertificateState.MONITORED);
      }
      return after;
    });
  }
}
