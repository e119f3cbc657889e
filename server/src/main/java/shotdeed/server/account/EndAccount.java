package shotdeed.server.account;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Ends an account: nothing that it had opens anything any more. */
public final class EndAccount {
  private EndAccount() {}

  /**
   * Ends it, in the step's own transaction. The name stays, because the record of what was done names it; the mail
   * address and the password go.
   *
   * @param by who ended it
   */
  public static void run(Handle handle, int account, int by, Instant now) {
    handle.execute("delete from session where account_id = ?", account);
    handle.execute(
        "update device set revoked_at = coalesce(revoked_at, ?) where account_id = ?", Times.text(now), account);
    for (OneTimeCodes codes : OneTimeCodes.values()) {
      codes.forget(handle, account);
    }
    for (String table : List.of(
        "account_sign_in", "confirmed_address", "address_link", "mail", "overdue_mail", "report_recipient")) {
      handle.execute("delete from " + table + " where account_id = ?", account);
    }
    handle.execute(
        "insert into account_end (account_id, ended_at, ended_by) values (?, ?, ?) on conflict do nothing",
        account,
        Times.text(now),
        by);
  }
}
