package shotdeed.server.account;

import java.time.Duration;
import java.time.InstantSource;
import shotdeed.server.platform.Database;

/** Makes a sign-in link for the admin, for whoever can read the data folder. */
public final class CreateSignInLink {
  /** How long the link works. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  private final Database database;
  private final InstantSource clock;

  public CreateSignInLink(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the link's code. */
  public String run() {
    return database.write(handle -> {
      int admin = AccountStore.firstAdmin(handle);
      if (admin == 0) {
        throw new IllegalStateException("there is no account yet: start the server once with serve");
      }
      return OneTimeCodes.SIGN_IN.create(handle, admin, clock.instant(), LIFE);
    });
  }

  /** The address of a code's page. */
  public static String link(String origin, String code) {
    return origin + "/sign-in?code=" + code;
  }
}
