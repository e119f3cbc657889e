package shotdeed.server.certify.second;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * How second reviews run on this server. What is changed holds for what enters the queue from then on.
 *
 * @param zone whose days are counted
 * @param workingDays until a review is due, 1 to 10
 * @param oneIn 0 if a person looks at every picture; else one picture in so many, drawn by lot, is looked at by a person,
 *     and the machine approves the others: 2 to 1,000
 */
public record ReviewSettings(ZoneId zone, int workingDays, int oneIn) {
  static final ReviewSettings DEFAULT = new ReviewSettings(ZoneId.of("Asia/Shanghai"), 1, 0);

  private static final int MAX_DAYS = 10;
  private static final int MAX_ONE_IN = 1000;

  /**
   * Reads what an admin stated.
   *
   * @throws Refused naming the field
   */
  public static ReviewSettings stated(String zone, int workingDays, int oneIn) {
    ZoneId read;
    try {
      read = ZoneId.of(Fields.text("zone", zone, 60));
    } catch (DateTimeException e) {
      throw Fields.invalid("zone", "a time zone such as Asia/Shanghai");
    }
    if (oneIn == 1) {
      throw Fields.invalid("oneIn", "0 or a whole number from 2 to " + MAX_ONE_IN);
    }
    return new ReviewSettings(
        read,
        Fields.number("workingDays", workingDays, 1, MAX_DAYS),
        Fields.number("oneIn", oneIn, 0, MAX_ONE_IN));
  }

  /** Whether the machine approves what is not drawn. */
  public boolean sampled() {
    return oneIn > 0;
  }

  static ReviewSettings current(Handle handle) {
    return handle.createQuery("select zone, working_days, one_in from review_setting order by id desc limit 1")
        .map((rs, ctx) -> new ReviewSettings(ZoneId.of(rs.getString(1)), rs.getInt(2), rs.getInt(3)))
        .findOne()
        .orElse(DEFAULT);
  }

  void put(Handle handle, int account, Instant now) {
    handle.execute(
        "insert into review_setting (zone, working_days, one_in, account_id, set_at) values (?, ?, ?, ?, ?)",
        zone.getId(),
        workingDays,
        oneIn,
        account,
        Times.text(now));
  }

  static void requireAdmin(Caller caller) {
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }
}
