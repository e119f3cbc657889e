package shotdeed.server.leave;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.EndAccount;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.server.webhook.ManageWebhooks;

/**
 * A seller leaves: nobody of the team gets in any more, and every browser and invitation of theirs ends. Deleted: the
 * people's names, mail addresses and passwords, the names of their browsers, whom they invited, what they state of
 * themselves in complaints, what their reports say of who looked at how much, and the targets of webhooks with what was
 * sent there. Kept: certificates with their originals, sightings, complaints with their sealed evidence and the copies of
 * what was sent, and the record of activity without names, because a lodged complaint may be answered, and a wrong one
 * sued over, for years, and because nobody else shall certify the same photographs once their owner has gone. Whoever
 * also works for the server keeps that account.
 */
public final class CloseSeller {
  /** What stands in place of a name that was deleted. */
  static final String NAMELESS = "—";

  private static final int MAX_NAME = 300;

  private final Database database;
  private final InstantSource clock;

  public CloseSeller(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Closes the caller's own seller.
   *
   * @param typed the seller's name, so that nobody does it by mistake
   */
  public void run(Caller caller, String typed) {
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    if (!PageText.line(typed, MAX_NAME).equals(caller.sellerName())) {
      throw new Refused(Errors.FIELD_INVALID, "shopName", "the shop's name").with("field", "shopName");
    }
    database.write(handle -> {
      close(handle, caller, clock.instant());
      return null;
    });
  }

  private static void close(Handle handle, Caller caller, Instant now) {
    int seller = caller.seller();
    Audit.did(handle, now, caller, "seller.close", "seller", seller, "");
    ManageWebhooks.forget(handle, seller);
    handle.execute("delete from complainant where seller_id = ?", seller);
    handle.execute("delete from complaint_hand_over where seller_id = ?", seller);
    // What was looked at names browsers and people; LookedAt reads this as not known.
    handle.execute("update report set coverage = '{}' where seller_id = ?", seller);
    List<Integer> accounts = handle.createQuery("select id from account where seller_id = :seller")
        .bind("seller", seller)
        .mapTo(Integer.class)
        .list();
    for (int account : accounts) {
      handle.execute(
          "update device set name = ?, revoked_at = coalesce(revoked_at, ?) where account_id = ?",
          NAMELESS,
          Times.text(now),
          account);
      handle.execute("delete from account_role where account_id = ? and role in ('owner', 'member')", account);
      if (AccountStore.caller(handle, account, null, null).roles().isEmpty()) {
        EndAccount.run(handle, account, caller.account(), now);
        handle.execute("update account set name = ? where id = ?", NAMELESS, account);
      }
    }
    handle.execute(
        "update invitation set name = ?, email = null, revoked_at = coalesce(revoked_at, ?) where seller_id = ?",
        NAMELESS,
        Times.text(now),
        seller);
    handle.createUpdate(
            """
            insert into seller_standing (seller_id, closed_at, closed_by) values (:seller, :now, :by)
            on conflict (seller_id) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by""")
        .bind("seller", seller)
        .bind("now", Times.text(now))
        .bind("by", caller.account())
        .execute();
  }
}
