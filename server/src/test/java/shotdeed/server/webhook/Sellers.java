package shotdeed.server.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.PrivateTargets;

/** Webhooks over a store of their own, with a clock that a test moves. */
final class Sellers implements AutoCloseable {
  final Database database;
  final Webhooks webhooks;
  final ManageWebhooks manage;
  final ReadWebhooks read;
  private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");

  /**
   * @param limit for a call; the one for a connection is the same
   * @param listed targets that may be on this computer
   */
  Sellers(Path folder, Duration limit, AddressFilter.Names names, String... listed) {
    Set<String> all = new TreeSet<>(List.of(listed));
    AddressFilter filter = new AddressFilter(new PrivateTargets(all), names);
    database = Database.open(folder.resolve("shotdeed.db"));
    webhooks = new Webhooks(new OutsideCall(filter, limit, limit), database, () -> now);
    manage = new ManageWebhooks(database, filter, webhooks, () -> now);
    read = new ReadWebhooks(database, () -> now);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Caller newSeller(String name) {
    return database.write(handle -> {
      int seller = AccountStore.insertSeller(handle, name, now);
      int account = AccountStore.insertAccount(handle, seller, name + "'s person", EnumSet.of(Role.OWNER), now);
      return AccountStore.caller(handle, account, null, null);
    });
  }

  void put(Caller seller, String event, String key, String json) {
    database.write(handle -> {
      webhooks.put(handle, seller.seller(), event, key, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return null;
    });
  }

  /** The newest delivery in a few words. */
  String last(Caller seller) {
    Delivery last = read.deliveries(seller).get(0);
    return last.state() + " " + last.tries() + " " + last.fault() + " " + last.status();
  }

  @Override
  public void close() {
    webhooks.close();
    database.close();
  }
}
