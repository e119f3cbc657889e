package shotdeed.server.accused;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** A seller records that a shop of their own is accused, and takes that off again where it was a mistake. */
public final class RecordAccusation {
  /** Of a seller, that stand. */
  private static final int MOST = 1000;

  private final Database database;
  private final AccusedData data;
  private final InstantSource clock;

  public RecordAccusation(Database database, AccusedData data, InstantSource clock) {
    this.database = database;
    this.data = data;
    this.clock = clock;
  }

  /** The marketplaces' day. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Times.MARKET_ZONE);
  }

  /**
   * Records one; returns its number.
   *
   * @throws Refused naming a field, or the accusation that has the same case number on the same marketplace
   */
  public int run(Caller caller, AccusationForm form) {
    caller.requireTeam();
    Accusation checked = form.checked(data, today());
    return database.write(handle -> {
      requireNew(AccusationStore.ofCase(handle, caller.seller(), checked.market(), checked.caseNumber()), checked);
      if (AccusationStore.count(handle, caller.seller()) >= MOST) {
        throw new Refused(Errors.TOO_MANY_ACCUSATIONS, MOST);
      }
      Instant now = clock.instant();
      int id = AccusationStore.insert(handle, caller, at(checked, now));
      Audit.did(handle, now, caller, "accused.record", "accusation", id, checked.market());
      return id;
    });
  }

  private static void requireNew(int known, Accusation checked) {
    if (known != 0) {
      throw new Refused(Errors.ACCUSATION_KNOWN, checked.caseNumber(), known).with("accusation", known);
    }
  }

  private static Accusation at(Accusation x, Instant now) {
    return new Accusation(
        0, x.seller(), x.market(), x.shopName(), x.caseNumber(), x.listing(), x.accusedOf(), x.cameOn(), x.sameHolder(),
        x.others(), x.pointsA(), x.pointsB(), x.stage(), x.revision(), "", now, null);
  }

  /** Takes one off the list; it is kept and can be put back. Taken off twice, it is taken off once. */
  public void remove(Caller caller, int id) {
    caller.requireTeam();
    database.write(handle -> {
      if (AccusationStore.ofSeller(handle, caller.seller(), id).removedAt() == null) {
        AccusationStore.remove(handle, id, clock.instant());
        Audit.did(handle, clock.instant(), caller, "accused.remove", "accusation", id, "");
      }
      return null;
    });
  }

  /** Puts one back. */
  public void restore(Caller caller, int id) {
    caller.requireTeam();
    database.write(handle -> {
      Accusation x = AccusationStore.ofSeller(handle, caller.seller(), id);
      if (x.removedAt() != null) {
        requireNew(AccusationStore.ofCase(handle, caller.seller(), x.market(), x.caseNumber()), x);
        AccusationStore.remove(handle, id, null);
        Audit.did(handle, clock.instant(), caller, "accused.restore", "accusation", id, "");
      }
      return null;
    });
  }
}
