package shotdeed.server.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Times;

/** Sellers, accounts and roles. */
public final class AccountStore {
  private AccountStore() {}

  /** Whether there is an account of that number. */
  public static boolean exists(Handle handle, int account) {
    return handle.createQuery("select count(*) from account where id = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one() > 0;
  }

  /** Whether the account has ended. */
  public static boolean hasLeft(Handle handle, int account) {
    return handle.createQuery("select count(*) from account_end where account_id = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one() > 0;
  }

  static boolean isEmpty(Handle handle) {
    return handle.createQuery("select count(*) from account").mapTo(int.class).one() == 0;
  }

  /** Makes a seller; returns its number. */
  public static int insertSeller(Handle handle, String name, Instant now) {
    return handle.createQuery(
            "insert into seller (name, created_at, library) values (:name, :now, :library) returning id")
        .bind("name", name)
        .bind("library", UUID.randomUUID().toString())
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
  }

  /** Makes an account with roles; returns its number. */
  public static int insertAccount(Handle handle, int seller, String name, Set<Role> roles, Instant now) {
    int id = handle.createQuery(
            "insert into account (seller_id, name, created_at) values (:seller, :name, :now) returning id")
        .bind("seller", seller)
        .bind("name", name)
        .bind("now", Times.text(now))
        .mapTo(int.class)
        .one();
    for (Role role : roles) {
      handle.execute("insert into account_role (account_id, role) values (?, ?)", id, role.text());
    }
    return id;
  }

  /** The admin who was made first and has not left, or 0. */
  static int firstAdmin(Handle handle) {
    return handle.createQuery(
            """
            select coalesce(min(account_id), 0) from account_role
            where role = 'admin' and account_id not in (select account_id from account_end)""")
        .mapTo(int.class)
        .one();
  }

  /** The caller behind an account. */
  public static Caller caller(Handle handle, int account, Integer device, String deviceName) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<String> texts = handle.createQuery("select role from account_role where account_id = :account")
        .bind("account", account)
        .mapTo(String.class)
        .list();
    for (String text : texts) {
      roles.add(Role.of(text));
    }
    return handle.createQuery(
            """
            select a.name, a.language, s.id as seller, s.name as seller_name, s.library
            from account a join seller s on s.id = a.seller_id
            where a.id = :account""")
        .bind("account", account)
        .map((rs, ctx) ->
            new Caller(
                account,
                rs.getString("name"),
                rs.getInt("seller"),
                rs.getString("seller_name"),
                rs.getString("library"),
                roles,
                device,
                deviceName,
                rs.getString("language")))
        .one();
  }
}
