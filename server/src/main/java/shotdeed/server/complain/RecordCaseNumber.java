package shotdeed.server.complain;

import java.time.InstantSource;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** Records the marketplace's case number: only now the complaint counts as submitted. */
public final class RecordCaseNumber {
  private static final int MAX_NUMBER = 100;

  private final Database database;
  private final InstantSource clock;

  public RecordCaseNumber(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Records it; the same number a second time changes nothing.
   *
   * @param correct whether another number replaces the one that stands, which is kept as an earlier one; else refused
   */
  public CaseComplaint run(Caller caller, int id, String caseNumber, boolean correct) {
    caller.requireTeam();
    String number = Fields.whole("caseNumber", caseNumber, MAX_NUMBER);
    return database.write(handle -> {
      CaseComplaint before = ComplaintStore.ofSeller(handle, caller.seller(), id);
      if (number.equals(before.caseNumber())) {
        return before;
      }
      Standing.requireActive(handle, caller.seller());
      if (before.caseNumber() != null && !correct) {
        throw new Refused(Errors.CASE_NUMBER_DIFFERS, before.caseNumber()).with("caseNumber", before.caseNumber());
      }
      if (before.state() == ComplaintState.PREPARED) {
        ComplaintStore.submit(handle, caller, id, number, clock.instant());
        Audit.did(handle, clock.instant(), caller, "complaint.submit", "complaint", id, number);
      } else if (before.state() == ComplaintState.SUBMITTED) {
        ComplaintStore.correct(handle, caller, before, number, clock.instant());
        Audit.did(handle, clock.instant(), caller, "complaint.correct", "complaint", id, number);
      } else {
        throw new Refused(Errors.WRONG_STATE, before.state().text()).with("state", before.state().text());
      }
      return ComplaintStore.ofSeller(handle, caller.seller(), id);
    });
  }
}
