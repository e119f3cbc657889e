package shotdeed.server.accused;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** A seller records how an accusation went on, or takes the last such step back. */
public final class MoveAccusation {
  private final Database database;
  private final ReadAccusations read;
  private final InstantSource clock;

  public MoveAccusation(Database database, ReadAccusations read, InstantSource clock) {
    this.database = database;
    this.read = read;
    this.clock = clock;
  }

  /**
   * Records a step.
   *
   * @param revision of the accusation as the person saw it
   * @param happenedOn not before the step before it, and not in the future
   * @throws Refused if somebody else was quicker, if there is no such step from here, or naming the field
   */
  public void run(Caller caller, int id, int revision, String stage, String happenedOn) {
    caller.requireTeam();
    Stage to = Stage.of(stage);
    if (to == null) {
      throw Fields.invalid("stage", "a stage");
    }
    database.write(handle -> {
      Accusation x = standing(handle, caller, id, revision);
      if (!read.next(handle, x).contains(to)) {
        throw wrong(x);
      }
      Instant now = clock.instant();
      LocalDate day =
          AccusationForm.day("happenedOn", happenedOn, since(handle, x), LocalDate.ofInstant(now, Times.MARKET_ZONE));
      AccusationStore.insertStep(handle, caller, x, to, day, now);
      Audit.did(handle, now, caller, "accused.step", "accusation", id, to.text());
      return null;
    });
  }

  /**
   * Takes back the last step that holds.
   *
   * @throws Refused if somebody else was quicker, or there is none
   */
  public void undo(Caller caller, int id, int revision) {
    caller.requireTeam();
    database.write(handle -> {
      Accusation x = standing(handle, caller, id, revision);
      Accusation.Step last = last(handle, x);
      if (last == null) {
        throw wrong(x);
      }
      AccusationStore.undo(handle, x, last, clock.instant());
      Audit.did(handle, clock.instant(), caller, "accused.undo", "accusation", id, last.to().text());
      return null;
    });
  }

  private static Accusation standing(Handle handle, Caller caller, int id, int revision) {
    Accusation x = AccusationStore.ofSeller(handle, caller.seller(), id);
    if (x.revision() != revision) {
      throw new Refused(Errors.ACCUSATION_MOVED_ON, id).with("revision", x.revision());
    }
    if (x.removedAt() != null) {
      throw wrong(x);
    }
    return x;
  }

  private static Refused wrong(Accusation x) {
    return new Refused(Errors.WRONG_STATE, x.stage().text()).with("state", x.stage().text());
  }

  /** The day on which the stage began in which an accusation is. */
  static LocalDate since(Handle handle, Accusation x) {
    Accusation.Step last = last(handle, x);
    return last == null ? x.cameOn() : last.happenedOn();
  }

  /** How many appeals were made. */
  static int appeals(Handle handle, Accusation x) {
    return (int) standing(handle, x).stream().filter(step -> step.to() == Stage.APPEALED).count();
  }

  private static List<Accusation.Step> standing(Handle handle, Accusation x) {
    return AccusationStore.steps(handle, x.id()).stream().filter(step -> step.undoneAt() == null).toList();
  }

  private static Accusation.Step last(Handle handle, Accusation x) {
    List<Accusation.Step> standing = standing(handle, x);
    return standing.isEmpty() ? null : standing.get(standing.size() - 1);
  }
}
