package shotdeed.server.certify;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import shotdeed.model.CertificateState;
import shotdeed.server.platform.Times;

/** The same step of many certificates at once, as {@link CertificateStore#take} does it for one. */
public final class TakeMany {
  private TakeMany() {}

  /** Where a certificate stands. */
  public record Standing(int certificate, CertificateState state) {}

  /**
   * Takes a step of the monitor library: into it, out of it for a while or for good.
   *
   * @param from where each certificate stands, in this very transaction; the step is possible from each
   */
  public static void run(Handle handle, List<Standing> from, Step step, int account, Instant now) {
    if (from.isEmpty()) {
      return;
    }
    PreparedBatch moves = handle.prepareBatch(
        "update certificate set state = ?, monitored_at = case when ? then coalesce(monitored_at, ?) else monitored_at end"
            + " where id = ?");
    PreparedBatch events = handle.prepareBatch(
        "insert into certificate_event (certificate_id, from_state, to_state, account_id, happened_at)"
            + " values (?, ?, ?, ?, ?)");
    String at = Times.text(now);
    for (Standing each : from) {
      CertificateState to = step.from(each.state());
      moves.add(to.text(), step == Step.MONITOR, at, each.certificate());
      events.add(each.certificate(), each.state().text(), to.text(), account, at);
    }
    moves.execute();
    events.execute();
    LogCertificates.moved(handle, from, step, now);
  }
}
