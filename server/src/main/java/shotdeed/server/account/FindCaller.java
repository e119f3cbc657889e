package shotdeed.server.account;

import shotdeed.server.platform.Database;

/** The person behind an account, as they stand now: for work that goes on after their request ended. */
public final class FindCaller {
  private final Database database;

  public FindCaller(Database database) {
    this.database = database;
  }

  /** The caller behind an account. */
  public Caller of(int account) {
    return database.read(handle -> AccountStore.caller(handle, account, null, null));
  }
}
