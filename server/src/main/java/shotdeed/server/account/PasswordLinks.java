package shotdeed.server.account;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Links with which a person sets a new password. */
public final class PasswordLinks {
  private PasswordLinks() {}

  /** Makes a code for an account; earlier ones end. */
  public static String create(Handle handle, int account, Instant now, Duration life) {
    OneTimeCodes.PASSWORD.forget(handle, account);
    return OneTimeCodes.PASSWORD.create(handle, account, now, life);
  }

  /** The address of a code's page. */
  public static String link(String origin, String code) {
    return origin + "/new-password?code=" + code;
  }

  /** Whoever goes by a name or mail address and has an address to mail to, or {@code null}. */
  public static SignInStore.Known reachable(Handle handle, String nameOrEmail) {
    SignInStore.Known known = SignInStore.named(handle, nameOrEmail);
    return known == null || known.email() == null ? null : known;
  }
}
