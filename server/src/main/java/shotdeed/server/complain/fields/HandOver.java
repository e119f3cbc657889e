package shotdeed.server.complain.fields;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.ComplaintState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.complain.CaseComplaint;
import shotdeed.server.complain.ListComplaints;
import shotdeed.server.complain.SubmittedPart;
import shotdeed.server.complain.forms.FormFiles;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * Hands a complaint over to whoever has the seller's main account at the marketplace, and takes it back. Owners see what
 * waits; once each of its parts is lodged it waits no more.
 */
public final class HandOver {
  /** Characters of the note. */
  public static final int MAX_NOTE = 300;

  /** Complaints that are listed at a time. */
  public static final int MOST = 200;

  /** One that was withdrawn waits no more, until that is taken back. */
  private static final String FROM =
      " from complaint_hand_over h join account a on a.id = h.account_id"
          + " join complaint c on c.id = h.complaint_id and c.state <> 'withdrawn' ";

  private final ListComplaints complaints;
  private final FormFiles files;
  private final Database database;
  private final InstantSource clock;

  public HandOver(ListComplaints complaints, FormFiles files, Database database, InstantSource clock) {
    this.complaints = complaints;
    this.files = files;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A complaint that waits.
   *
   * @param by name of who handed it over
   * @param note may be empty
   */
  public record Waiting(int complaint, String by, String note, Instant at) {
    private static final String SELECT =
        "select h.complaint_id, a.name, h.note, h.handed_at" + FROM;

    /** That of a complaint; {@code null} if it does not wait. */
    static Waiting of(Handle handle, int complaint) {
      return handle.createQuery(SELECT + "where h.complaint_id = :complaint")
          .bind("complaint", complaint)
          .map((rs, ctx) ->
              new Waiting(rs.getInt(1), rs.getString(2), rs.getString(3), Times.of(rs.getString(4))))
          .findOne()
          .orElse(null);
    }
  }

  /**
   * Hands it over; who does it first is named, and a second time changes nothing.
   *
   * @throws Refused if it is withdrawn, or each of its parts is recorded as lodged
   */
  public void give(Caller caller, int id, String note) throws IOException {
    caller.requireTeam();
    CaseComplaint complaint = complaints.one(caller, id);
    int parts = parts(caller, id);
    database.write(handle -> {
      Standing.requireActive(handle, caller.seller());
      String state = state(handle, id);
      if (!FillForm.open(ComplaintState.of(state)) || SubmittedPart.of(handle, id).size() >= parts) {
        throw new Refused(Errors.WRONG_STATE, state).with("state", state);
      }
      int changed = handle.execute(
          "insert into complaint_hand_over (complaint_id, seller_id, account_id, note, handed_at, parts)"
              + " values (?, ?, ?, ?, ?, ?) on conflict (complaint_id) do update set parts = excluded.parts"
              + " where complaint_hand_over.parts is null",
          complaint.id(),
          caller.seller(),
          caller.account(),
          PageText.line(note, MAX_NOTE),
          Times.text(clock.instant()),
          parts);
      if (changed > 0) {
        Audit.did(handle, clock.instant(), caller, "complaint.hand-over", "complaint", id, "");
      }
      return null;
    });
  }

  /** In how many the marketplace's form takes it; one if it is not known which form that is. */
  private int parts(Caller caller, int id) throws IOException {
    try {
      return files.outline(caller, id, "", 1).parts();
    } catch (Refused refused) {
      if (refused.error() != Errors.FORM_UNKNOWN) {
        throw refused;
      }
      return 1;
    }
  }

  /** By another request it may have changed since the complaint was read. */
  private static String state(Handle handle, int id) {
    return handle.createQuery("select state from complaint where id = :id").bind("id", id).mapTo(String.class).one();
  }

  /** Takes it back; nothing happens if it does not wait. */
  public void takeBack(Caller caller, int id) {
    caller.requireTeam();
    complaints.one(caller, id);
    database.write(handle -> {
      Standing.requireActive(handle, caller.seller());
      if (handle.execute("delete from complaint_hand_over where complaint_id = ?", id) > 0) {
        Audit.did(handle, clock.instant(), caller, "complaint.take-back", "complaint", id, "");
      }
      return null;
    });
  }

  /** How many of the caller's complaints wait. */
  public int count(Caller caller) {
    return database.read(handle ->
        handle.createQuery("select count(*)" + FROM + "where h.seller_id = :seller")
            .bind("seller", caller.seller())
            .mapTo(int.class)
            .one());
  }

  /** The caller's complaints that wait, the longest waiting first; at most {@link #MOST}. */
  public List<Waiting> waiting(Caller caller) {
    caller.requireTeam();
    return database.read(handle ->
        handle.createQuery(Waiting.SELECT + "where h.seller_id = :seller order by h.handed_at, h.complaint_id limit :most")
            .bind("seller", caller.seller())
            .bind("most", MOST)
            .map((rs, ctx) ->
                new Waiting(rs.getInt(1), rs.getString(2), rs.getString(3), Times.of(rs.getString(4))))
            .list());
  }
}
