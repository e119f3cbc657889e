package shotdeed.server.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Texts;

/** Makes the admin, who is also owner of the first seller, when nobody is there yet, and lets them in. */
public final class FirstStart {
  private static final Duration LINK_LIFE = Duration.ofHours(24);

  private final Database database;
  private final InstantSource clock;

  public FirstStart(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns the code of a sign-in link that holds for a day, or {@code null} if somebody signed in before. A start that
   * fails later, or whose output nobody saw, costs nothing: the next one gives another link.
   */
  public String run() {
    return database.write(handle -> {
      if (OneTimeCodes.SIGN_IN.everUsed(handle)) {
        return null;
      }
      int admin = AccountStore.isEmpty(handle) ? admin(handle) : AccountStore.firstAdmin(handle);
      return OneTimeCodes.SIGN_IN.create(handle, admin, clock.instant(), LINK_LIFE);
    });
  }

  private int admin(Handle handle) {
    Texts texts = Texts.in(Language.pick(Locale.getDefault().toLanguageTag(), null));
    int seller = AccountStore.insertSeller(handle, texts.get("seller.first"), clock.instant());
    return AccountStore.insertAccount(
        handle, seller, texts.get("account.first"), EnumSet.of(Role.ADMIN, Role.OWNER), clock.instant());
  }
}
