package shotdeed.server.dispute;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * How disputes are opened on this server.
 *
 * @param atUpload whether what is uploaded is compared with all other sellers' certificates
 * @param mostGroundless claims without ground within {@link #MEMORY} after which a seller can open no dispute by hand any
 *     more, and what they upload holds up nobody else's complaints; 1 to 100
 */
public record DisputeSettings(boolean atUpload, int mostGroundless) {
  static final DisputeSettings DEFAULT = new DisputeSettings(true, 3);

  /** How long a groundless claim is held against who made it. */
  public static final Duration MEMORY = Duration.ofDays(365);

  private static final int MAX = 100;

  /** What holds now. */
  public static DisputeSettings current(Handle handle) {
    return handle.createQuery("select at_upload, most_groundless from dispute_setting order by id desc limit 1")
        .map((rs, ctx) -> new DisputeSettings(rs.getInt(1) != 0, rs.getInt(2)))
        .findOne()
        .orElse(DEFAULT);
  }

  /** Changes them; what is open stays open. */
  public static void change(Database database, Caller caller, DisputeSettings to, InstantSource clock) {
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    Fields.number("mostGroundless", to.mostGroundless(), 1, MAX);
    database.write(handle -> {
      put(handle, to, caller.account(), clock.instant());
      String said = to.atUpload() + ", " + to.mostGroundless();
      Audit.did(handle, clock.instant(), caller, 0, "disputes.set", "server", 0, said);
      return null;
    });
  }

  static void put(Handle handle, DisputeSettings to, Integer account, Instant now) {
    handle.execute(
        "insert into dispute_setting (at_upload, most_groundless, account_id, set_at) values (?, ?, ?, ?)",
        to.atUpload() ? 1 : 0,
        to.mostGroundless(),
        account,
        Times.text(now));
  }

  /** Whether a seller made too many claims without ground. */
  boolean usedUp(Handle handle, int seller, Instant now) {
    return DisputeStore.groundless(handle, seller, now.minus(MEMORY)) >= mostGroundless;
  }
}
