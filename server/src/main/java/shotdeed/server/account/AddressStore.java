package shotdeed.server.account;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Mail addresses that are known to be read by the person who stated them. */
public final class AddressStore {
  private AddressStore() {}

  /** From now on an account's address counts as read by its person, for as long as it is the account's. */
  public static void confirm(Handle handle, int account, String email, Instant now) {
    confirmKey(handle, account, SignInStore.key(email), now);
  }

  private static void confirmKey(Handle handle, int account, String key, Instant now) {
    handle.execute(
        "insert into confirmed_address (account_id, email_key, confirmed_at) values (?, ?, ?) on conflict (account_id)"
            + " do update set email_key = excluded.email_key, confirmed_at = excluded.confirmed_at",
        account,
        key,
        Times.text(now));
  }

  /** Whether the address that an account has now was confirmed. */
  public static boolean isConfirmed(Handle handle, int account) {
    return handle.createQuery(
            "select count(*) from confirmed_address c join account_sign_in s on s.account_id = c.account_id"
                + " and s.email_key = c.email_key where c.account_id = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one() > 0;
  }

  /** Makes the code of a link for an account's address; an earlier one ends. */
  public static String link(Handle handle, int account, String email, Instant ends) {
    String code = Secrets.random();
    handle.execute(
        "insert into address_link (account_id, hash, email_key, expires_at) values (?, ?, ?, ?) on conflict (account_id)"
            + " do update set hash = excluded.hash, email_key = excluded.email_key, expires_at = excluded.expires_at",
        account,
        Secrets.hash(code),
        SignInStore.key(email),
        Times.text(ends));
    return code;
  }

  /** Whether a code works: the link has not ended, and the address is still the account's. */
  public static boolean works(Handle handle, String code, Instant now) {
    return accountOf(handle, code, now) != 0;
  }

  private static int accountOf(Handle handle, String code, Instant now) {
    return handle.createQuery(
            "select l.account_id from address_link l join account_sign_in s on s.account_id = l.account_id"
                + " and s.email_key = l.email_key where l.hash = :hash and l.expires_at > :now")
        .bind("hash", Secrets.hash(code == null ? "" : code))
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** Confirms the address that a code was mailed to, and uses the code up; returns the account, or 0. */
  public static int use(Handle handle, String code, Instant now) {
    int account = accountOf(handle, code, now);
    if (account != 0) {
      String key = handle.createQuery("select email_key from address_link where account_id = :account")
          .bind("account", account)
          .mapTo(String.class)
          .one();
      handle.execute("delete from address_link where account_id = ?", account);
      confirmKey(handle, account, key, now);
    }
    return account;
  }
}
