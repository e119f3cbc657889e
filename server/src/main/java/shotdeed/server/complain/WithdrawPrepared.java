package shotdeed.server.complain;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;

/**
 * Takes back a complaint that nobody submitted: it is withdrawn, and holds its sightings no longer. What was sealed stays
 * sealed, and in the log. The marketplace knows nothing of it, so it is none of the steps of a complaint there.
 */
public final class WithdrawPrepared {
  private WithdrawPrepared() {}

  /**
   * Withdraws one; what was submitted meanwhile stays as it is, and so does one whose notice waits for the mail server: a
   * person sent it, and it may be on its way.
   *
   * @return whether it is withdrawn by this
   */
  public static boolean run(Handle handle, Caller caller, int complaint, Instant now) {
    ComplaintStore.ofSeller(handle, caller.seller(), complaint);
    int changed = handle.execute(
        """
        update complaint set state = ? where id = ? and state = ? and not exists (
          select 1 from complaint_mail c join mail m on m.message_id = c.message_id
          where c.complaint_id = complaint.id and m.given_up_at is null)""",
        ComplaintState.WITHDRAWN.text(),
        complaint,
        ComplaintState.PREPARED.text());
    if (changed == 0) {
      return false;
    }
    handle.execute("update complaint_sighting set released = complaint_id where complaint_id = ?", complaint);
    handle.execute("delete from complaint_hand_over where complaint_id = ?", complaint);
    Audit.did(handle, now, caller, "complaint.withdraw", "complaint", complaint, "");
    LogStore.append(handle, now, LogEntry.ofComplaint(
        "complaint-step",
        caller.seller(),
        complaint,
        "did", "withdraw-prepared",
        "from", ComplaintState.PREPARED.text(),
        "to", ComplaintState.WITHDRAWN.text()));
    return true;
  }
}
