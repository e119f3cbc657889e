package shotdeed.server.complain.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.account.SellerZone;
import shotdeed.server.audit.Audit;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.monitor.ReopenFinding;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/** Letters on record, and how each ends. */
public final class Letters {
  /** The shop took the pictures down; a copy that is seen there again is a new finding. */
  public static final String TAKEN_DOWN = "taken-down";

  /** The seller goes on to a complaint: the findings stand as copies. */
  public static final String COMPLAIN = "complain";

  /** The letter was not sent after all: the findings stand as they did before. */
  public static final String TAKEN_BACK = "taken-back";

  /** Letters that are listed. */
  public static final int LISTED = 200;

  private static final Set<String> ENDS = Set.of(TAKEN_DOWN, COMPLAIN, TAKEN_BACK);

  private final Database database;
  private final InstantSource clock;

  public Letters(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One of the caller's. */
  public RectifyLetter one(Caller caller, int id) {
    caller.requireTeam();
    return database.read(handle -> LetterStore.ofSeller(handle, caller.seller(), id));
  }

  /**
   * The caller's letters, open ones first, at most {@link #LISTED}.
   *
   * @param finding that they are about; 0 for all
   */
  public List<RectifyLetter> list(Caller caller, int finding) {
    caller.requireTeam();
    return database.read(handle -> LetterStore.list(handle, caller.seller(), finding, LISTED));
  }

  /** Open letters of the caller's whose day has come. */
  public int due(Caller caller) {
    return database.read(handle -> LetterStore.due(handle, caller.seller(), today(handle, caller)));
  }

  /** The caller's day. */
  public LocalDate today(Caller caller) {
    return database.read(handle -> today(handle, caller));
  }

  private LocalDate today(Handle handle, Caller caller) {
    return LocalDate.ofInstant(clock.instant(), SellerZone.of(handle, caller.seller()));
  }

  /**
   * Says how a letter ended; said twice, it is said once.
   *
   * @param as one of the ends above
   * @throws Refused if it ended otherwise already
   */
  public RectifyLetter close(Caller caller, int id, String as) {
    caller.requireTeam();
    if (!ENDS.contains(as)) {
      throw Fields.invalid("as", String.join(", ", ENDS));
    }
    return database.write(handle -> {
      RectifyLetter letter = LetterStore.ofSeller(handle, caller.seller(), id);
      if (as.equals(letter.closedAs())) {
        return letter;
      }
      if (!letter.open()) {
        throw new Refused(Errors.LETTER_ENDED);
      }
      Instant now = clock.instant();
      for (LetterStore.Before each : LetterStore.standing(handle, id)) {
        if (as.equals(COMPLAIN)) {
          ReopenFinding.run(handle, caller.seller(), each.finding(), SightingState.CONFIRMED, now);
        } else if (as.equals(TAKEN_BACK)) {
          ReopenFinding.run(handle, caller.seller(), each.finding(), each.state(), now);
        }
      }
      LetterStore.close(handle, caller, id, as, now);
      Audit.did(handle, now, caller, "letter.close", "letter", id, as);
      return LetterStore.ofSeller(handle, caller.seller(), id);
    });
  }

  /**
   * Takes an end back: the letter is open again, and its findings are asked for as before, but for what was decided or
   * complained about since.
   */
  public RectifyLetter reopen(Caller caller, int id) {
    caller.requireTeam();
    return database.write(handle -> {
      RectifyLetter letter = LetterStore.ofSeller(handle, caller.seller(), id);
      if (letter.open()) {
        return letter;
      }
      Instant now = clock.instant();
      for (RectifyLetter.Asked each : letter.findings()) {
        if (each.state().isOpen()) {
          FindingStore.setState(handle, each.finding(), SightingState.RECTIFY_REQUESTED, null, 0);
        }
      }
      LetterStore.close(handle, caller, id, null, now);
      Audit.did(handle, now, caller, "letter.reopen", "letter", id, "");
      return LetterStore.ofSeller(handle, caller.seller(), id);
    });
  }
}
