package shotdeed.server.complain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/**
 * Records what the marketplace answered when a complaint, or a part of it, was lodged: its case number or another
 * confirmation. Only now the complaint counts as submitted.
 */
public final class RecordCaseNumber {
  private static final int MAX_NUMBER = 100;
  private static final int MAX_CONFIRMATION = 300;

  /** In these the marketplace is still busy with it. */
  private static final Set<ComplaintState> OPEN = Set.of(ComplaintState.SUBMITTED, ComplaintState.EVIDENCE_PERIOD);

  private final Database database;
  private final Lodged after;
  private final InstantSource clock;

  public RecordCaseNumber(Database database, Lodged after, InstantSource clock) {
    this.database = database;
    this.after = after;
    this.clock = clock;
  }

  /**
   * That a part was lodged.
   *
   * @param part 1 for the first
   * @param form id of the marketplace's form; empty if it is not known
   * @param language of what was sent; empty if it is not known
   * @param caseNumber may be {@code null}, and then the confirmation is not
   * @param confirmation the marketplace's words, or the number of an e-mail; or {@code null}
   * @param correct whether another number replaces the one that stands, which is kept as an earlier one; else refused
   * @param again whether the number may be that of something else that was lodged; else refused
   * @param submittedOn the marketplace's day, such as {@code 2026-11-20}, or a time; {@code null} for now
   * @param sent a copy of what was sent
   */
  public record Submission(
      int part,
      String form,
      String language,
      String caseNumber,
      String confirmation,
      boolean correct,
      boolean again,
      String submittedOn,
      List<SubmittedPart.Sent> sent) {}

  /** Records it; the same number, or the same confirmation, a second time changes nothing. */
  public CaseComplaint run(Caller caller, int id, Submission stated) {
    caller.requireTeam();
    String number = line("caseNumber", stated.caseNumber(), MAX_NUMBER);
    String confirmation = line("confirmation", stated.confirmation(), MAX_CONFIRMATION);
    if (number == null && confirmation == null) {
      throw Fields.invalid("caseNumber", "a text that is not empty");
    }
    return database.write(handle -> record(handle, caller, id, stated, number, confirmation));
  }

  /**
   * Records that a part went to the marketplace in a way that confirms itself, such as an e-mail that was taken; nothing
   * happens if somebody recorded it meanwhile, or it can no longer be lodged.
   */
  public void confirmed(Handle handle, Caller caller, int id, Submission stated) {
    CaseComplaint before = ComplaintStore.ofSeller(handle, caller.seller(), id);
    boolean known = SubmittedPart.of(handle, id).stream().anyMatch(part -> part.part() == stated.part());
    if (!known && takes(before, null)) {
      lodged(handle, caller, before, stated, null, stated.confirmation(), clock.instant());
    }
  }

  /**
   * Whether a part's number may be recorded, or put in place of another. A marketplace may decide on one part before the
   * others are recorded; the number that a decided complaint is known by stays.
   *
   * @param stands what is recorded of the part, or {@code null}
   */
  public static boolean takes(CaseComplaint complaint, SubmittedPart stands) {
    boolean undecided = complaint.state() == ComplaintState.PREPARED || OPEN.contains(complaint.state());
    boolean known = stands != null && stands.caseNumber() != null;
    return complaint.state() != ComplaintState.WITHDRAWN
        && (undecided || !known || !stands.caseNumber().equals(complaint.caseNumber()));
  }

  private static String line(String field, String text, int max) {
    return text == null || text.isBlank() ? null : Fields.whole(field, text, max);
  }

  private CaseComplaint record(
      Handle handle, Caller caller, int id, Submission stated, String number, String confirmation) {
    CaseComplaint before = ComplaintStore.ofSeller(handle, caller.seller(), id);
    SubmittedPart stands = SubmittedPart.of(handle, id).stream()
        .filter(part -> part.part() == stated.part())
        .findFirst()
        .orElse(null);
    if (stands != null && says(stands, number, confirmation)) {
      return before;
    }
    Standing.requireActive(handle, caller.seller());
    Instant now = clock.instant();
    if (stands == null) {
      lodged(handle, caller, before, stated, number, confirmation, now);
    } else {
      correct(handle, caller, before, stands, stated, number, now);
    }
    return ComplaintStore.ofSeller(handle, caller.seller(), id);
  }

  private static boolean says(SubmittedPart stands, String number, String confirmation) {
    return number == null ? confirmation.equals(stands.confirmation()) : number.equals(stands.caseNumber());
  }

  private static void requireNew(Handle handle, CaseComplaint complaint, Submission stated, String number) {
    if (number == null || stated.again()) {
      return;
    }
    SubmittedPart other = SubmittedPart.numbered(handle, complaint.seller(), number);
    if (other != null && (other.complaint() != complaint.id() || other.part() != stated.part())) {
      throw new Refused(Errors.CASE_NUMBER_ELSEWHERE, number, other.complaint(), other.part())
          .with("complaint", other.complaint())
          .with("part", other.part());
    }
  }

  private void lodged(
      Handle handle,
      Caller caller,
      CaseComplaint before,
      Submission stated,
      String number,
      String confirmation,
      Instant now) {
    boolean first = before.state() == ComplaintState.PREPARED;
    if (!takes(before, null)) {
      throw wrong(before);
    }
    requireNew(handle, before, stated, number);
    String day = stated.submittedOn() == null || stated.submittedOn().isBlank() ? null : stated.submittedOn().trim();
    Lodged.When when =
        day == null ? new Lodged.When(now, null) : after.on(handle, caller, before.id(), day, now);
    new SubmittedPart(
            before.id(),
            stated.part(),
            stated.form(),
            stated.language(),
            number,
            confirmation,
            stated.sent(),
            "",
            now,
            when.day())
        .insert(handle, caller.seller(), caller.account());
    if (first) {
      ComplaintStore.submit(handle, caller, before.id(), number, when.at());
      after.submitted(handle, caller, before.id());
    } else if (before.caseNumber() == null && number != null) {
      ComplaintStore.number(handle, before.id(), number);
    }
    handle.execute(
        "delete from complaint_hand_over where complaint_id = ?"
            + " and parts <= (select count(*) from complaint_part p where p.complaint_id = complaint_hand_over.complaint_id)",
        before.id());
    Audit.did(
        handle, now, caller, "complaint.submit", "complaint", before.id(), number == null ? confirmation : number);
  }

  /** A number in place of another, or beside the confirmation that came first. */
  private static void correct(
      Handle handle,
      Caller caller,
      CaseComplaint before,
      SubmittedPart stands,
      Submission stated,
      String number,
      Instant now) {
    if (number == null) {
      throw differs(stands, stands.caseNumber() == null ? stands.confirmation() : stands.caseNumber());
    }
    if (stands.caseNumber() != null && !stated.correct()) {
      throw differs(stands, stands.caseNumber());
    }
    if (!takes(before, stands)) {
      throw wrong(before);
    }
    requireNew(handle, before, stated, number);
    stands.number(handle, number);
    if (stands.caseNumber() != null) {
      ComplaintStore.replaced(handle, caller, before.id(), stands.caseNumber(), now);
    }
    if (before.caseNumber() == null || before.caseNumber().equals(stands.caseNumber())) {
      ComplaintStore.number(handle, before.id(), number);
    }
    Audit.did(handle, now, caller, "complaint.correct", "complaint", before.id(), number);
  }

  private static Refused differs(SubmittedPart stands, String known) {
    return new Refused(Errors.CASE_NUMBER_DIFFERS, known, stands.by()).with("caseNumber", known);
  }

  private static Refused wrong(CaseComplaint before) {
    return new Refused(Errors.WRONG_STATE, before.state().text()).with("state", before.state().text());
  }
}
