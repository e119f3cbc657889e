package shotdeed.server.account;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Names, mail addresses and passwords that people sign in with. */
public final class SignInStore {
  /** Characters of a person's or a shop's name. */
  public static final int MAX_NAME = 80;

  /** Characters of a mail address (RFC 5321, 4.5.3.1.3). */
  public static final int MAX_EMAIL = 254;

  private SignInStore() {}

  /**
   * What is known about how somebody signs in.
   *
   * @param email as typed, or {@code null}
   * @param password the hash, or {@code null}
   */
  public record Known(int account, String name, String email, String password) {}

  /**
   * A name that a person types: one line, 1 to {@link #MAX_NAME} characters, no {@code @}.
   *
   * @throws Refused naming the field
   */
  public static String name(String field, String text) {
    String name = PageText.line(text, Integer.MAX_VALUE);
    if (name.isEmpty() || name.length() > MAX_NAME || name.indexOf('@') >= 0) {
      throw Fields.invalid(field, "a name of 1 to " + MAX_NAME + " characters, without @");
    }
    return name;
  }

  /**
   * A mail address that a person types, or {@code null} for none.
   *
   * @throws Refused naming the field if it is typed and cannot be one
   */
  public static String email(String field, String text) {
    String email = PageText.line(text, Integer.MAX_VALUE);
    if (email.isEmpty()) {
      return null;
    }
    int at = email.indexOf('@');
    boolean good = at > 0 && at == email.lastIndexOf('@') && email.indexOf('.', at) > at + 1
        && !email.endsWith(".") && email.length() <= MAX_EMAIL
        && email.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "<>()[],;:\\\"".indexOf(c) >= 0);
    if (!good) {
      throw Fields.invalid(field, "a mail address");
    }
    return email;
  }

  /** What is compared: the same text in another case or width is the same name. */
  static String key(String text) {
    return Normalizer.normalize(PageText.line(text, MAX_EMAIL), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whoever goes by a name or address and has not left, or {@code null}. */
  static Known named(Handle handle, String nameOrEmail) {
    String key = key(nameOrEmail);
    return find(handle, "s." + (key.indexOf('@') >= 0 ? "email_key" : "name_key") + " = :key", key);
  }

  /** How an account signs in; {@code null} if it has left or never set anything. */
  public static Known of(Handle handle, int account) {
    return find(handle, "s.account_id = :key", account);
  }

  private static Known find(Handle handle, String condition, Object key) {
    return handle.createQuery(
            "select s.account_id, a.name, s.email, s.password from account_sign_in s"
                + " join account a on a.id = s.account_id"
                + " where not exists (select 1 from account_end e where e.account_id = s.account_id) and " + condition)
        .bind("key", key)
        .map((rs, ctx) ->
            new Known(rs.getInt("account_id"), rs.getString("name"), rs.getString("email"), rs.getString("password")))
        .findOne()
        .orElse(null);
  }

  /**
   * Stores a person's name and address, which nobody else on the server may go by.
   *
   * @param email or {@code null}
   * @throws Refused if either is taken
   */
  public static void identify(Handle handle, int account, String name, String email) {
    if (taken(handle, "name_key", key(name), account)) {
      throw new Refused(Errors.NAME_TAKEN);
    }
    if (email != null && taken(handle, "email_key", key(email), account)) {
      throw new Refused(Errors.EMAIL_TAKEN);
    }
    handle.execute("update account set name = ? where id = ?", name, account);
    handle.createUpdate(
            """
            insert into account_sign_in (account_id, email, email_key, name_key)
            values (:account, :email, :emailKey, :nameKey)
            on conflict (account_id) do update set email = excluded.email, email_key = excluded.email_key,
              name_key = excluded.name_key""")
        .bind("account", account)
        .bind("email", email)
        .bind("emailKey", email == null ? null : key(email))
        .bind("nameKey", key(name))
        .execute();
  }

  private static boolean taken(Handle handle, String column, String key, int except) {
    return handle.createQuery(
            "select count(*) from account_sign_in where " + column + " = :key and account_id <> :except")
        .bind("key", key)
        .bind("except", except)
        .mapTo(int.class)
        .one() > 0;
  }

  /** Whether two names are the same but for case and width. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Stores a new account's password, hashed by {@link ChangePassword#hashOf}. */
  public static void setFirstPassword(Handle handle, int account, String hash, Instant now) {
    setPassword(handle, account, hash, now);
  }

  /** Stores a password's hash for an account that goes by a name already. */
  static void setPassword(Handle handle, int account, String hash, Instant now) {
    handle.execute(
        "update account_sign_in set password = ?, password_at = ? where account_id = ?",
        hash,
        Times.text(now),
        account);
  }
}
