package shotdeed.server.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import shotdeed.server.Features;
import shotdeed.wire.PairRequest;

/** Makes people and paired devices for tests. */
public final class TestAccounts {
  private TestAccounts() {}

  /** A device's token of the owner of a new seller. */
  public static String ownerOf(Features features, String seller, Instant now) {
    return with(features, seller, EnumSet.of(Role.OWNER), now);
  }

  /** A device's token of a person with these roles, of a new seller. */
  public static String with(Features features, String seller, Set<Role> roles, Instant now) {
    int account = features.database().write(handle -> {
      int id = AccountStore.insertSeller(handle, seller, now);
      return AccountStore.insertAccount(handle, id, seller + "'s person", roles, now);
    });
    return token(features, account);
  }

  /** A device's token of the first admin. */
  public static String admin(Features features, Instant now) {
    return token(features, features.database().read(AccountStore::firstAdmin));
  }

  /** A console session's secret of a person with these roles, of a new seller. */
  public static String session(Features features, String seller, Set<Role> roles, Instant now) {
    String code = features.database().write(handle -> {
      int id = AccountStore.insertSeller(handle, seller, now);
      int account = AccountStore.insertAccount(handle, id, seller + "'s person", roles, now);
      return OneTimeCodes.SIGN_IN.create(handle, account, now, CreateSignInLink.LIFE);
    });
    return features.sessions().signIn(code, "test");
  }

  /** A console session's secret of a person that is there already. */
  public static String sessionOf(Features features, String name, Instant now) {
    return features.database().write(handle -> {
      int account = handle.createQuery("select id from account where name = :name")
          .bind("name", name)
          .mapTo(int.class)
          .one();
      return features.sessions().open(handle, account, null, now);
    });
  }

  /** A device's token of a person that is there already. */
  public static String tokenOf(Features features, String name) {
    return token(features, features.database().read(handle ->
        handle.createQuery("select id from account where name = :name").bind("name", name).mapTo(int.class).one()));
  }

  private static String token(Features features, int account) {
    Caller caller = features.database().read(handle -> AccountStore.caller(handle, account, null, null));
    return features.pairing().pair(new PairRequest(features.pairing().createCode(caller), "Browser"), "test").token();
  }

  /** Who an account is. */
  public static Caller caller(Features features, int account) {
    return features.database().read(handle -> AccountStore.caller(handle, account, null, null));
  }
}
