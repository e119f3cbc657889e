package shotdeed.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Json;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** What owners do with the targets of their seller. */
public final class ManageWebhooks {
  /** Targets of one seller. */
  public static final int MOST = 5;

  /** Characters of a description. */
  public static final int MAX_DESCRIPTION = 100;

  /** How long the secret before still signs, so that the receiver can change over. */
  public static final Duration BOTH_SIGN = Duration.ofHours(24);

  private static final int MOST_TESTS = 20;

  private final Database database;
  private final AddressFilter filter;
  private final Webhooks webhooks;
  private final InstantSource clock;
  private final RateLimit tests = new RateLimit(MOST_TESTS, Duration.ofMinutes(10));

  public ManageWebhooks(Database database, AddressFilter filter, Webhooks webhooks, InstantSource clock) {
    this.database = database;
    this.filter = filter;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** A target that was just made, or has a new secret, which is shown this once. */
  public record Made(int id, String secret) {}

  /** Adds a target that is on. */
  public Made add(Caller caller, String url, String description) {
    requireOwner(caller);
    String checked = checked(url);
    Instant now = clock.instant();
    String secret = Signature.newSecret();
    return database.write(handle -> {
      int number = handle.createQuery("select count(*) from webhook where seller_id = :seller")
          .bind("seller", caller.seller())
          .mapTo(int.class)
          .one();
      if (number >= MOST) {
        throw new Refused(Errors.WEBHOOKS_TOO_MANY, MOST);
      }
      int id = handle.createQuery(
              "insert into webhook (seller_id, url, description, secret, active, account_id, made_at) values (:seller,"
                  + " :url, :description, :secret, 1, :account, :now) returning id")
          .bind("seller", caller.seller())
          .bind("url", checked)
          .bind("description", PageText.line(description, MAX_DESCRIPTION))
          .bind("secret", secret)
          .bind("account", caller.account())
          .bind("now", Times.text(now))
          .mapTo(int.class)
          .one();
      Audit.did(handle, now, caller, "webhook.add", "webhook", id, "");
      return new Made(id, secret);
    });
  }

  /** Changes a target; what waits goes to its new address. */
  public void change(Caller caller, int id, String url, String description, boolean active) {
    requireOwner(caller);
    String checked = checked(url);
    database.write(handle -> {
      int changed = handle.execute(
          "update webhook set url = ?, description = ?, active = ? where id = ? and seller_id = ?",
          checked,
          PageText.line(description, MAX_DESCRIPTION),
          active ? 1 : 0,
          id,
          caller.seller());
      requireOwn(changed);
      Audit.did(handle, clock.instant(), caller, "webhook.change", "webhook", id, active ? "on" : "off");
      return null;
    });
    webhooks.wake();
  }

  /** Gives a target a new secret; the one before signs too for {@link #BOTH_SIGN}. */
  public Made renew(Caller caller, int id) {
    requireOwner(caller);
    String secret = Signature.newSecret();
    Instant now = clock.instant();
    database.write(handle -> {
      requireOwn(handle.execute(
          "update webhook set earlier_secret = secret, earlier_until = ?, secret = ? where id = ? and seller_id = ?",
          Times.text(now.plus(BOTH_SIGN)),
          secret,
          id,
          caller.seller()));
      Audit.did(handle, now, caller, "webhook.renew", "webhook", id, "");
      return null;
    });
    return new Made(id, secret);
  }

  /** Removes a target with its secret and all that was to be sent. */
  public void remove(Caller caller, int id) {
    requireOwner(caller);
    database.write(handle -> {
      requireOwn(
          handle.createQuery("select count(*) from webhook where id = :id and seller_id = :seller")
              .bind("id", id)
              .bind("seller", caller.seller())
              .mapTo(int.class)
              .one());
      handle.execute("delete from webhook_delivery where webhook_id = ?", id);
      handle.execute("delete from webhook where id = ?", id);
      Audit.did(handle, clock.instant(), caller, "webhook.remove", "webhook", id, "");
      return null;
    });
  }

  /** Removes all targets of a seller who leaves, and what was to be sent. */
  public static void forget(Handle handle, int seller) {
    for (String table : List.of("webhook_delivery", "webhook_event", "webhook", "report_recipient")) {
      handle.execute("delete from " + table + " where seller_id = ?", seller);
    }
  }

  /** The form that Standard Webhooks recommends. */
  private record TestEvent(String type, Instant timestamp, Map<String, String> data) {}

  /** Sends a target an event that says nothing but that it was sent. */
  public void test(Caller caller, int id) {
    requireOwner(caller);
    tests.failed(String.valueOf(caller.seller()));
    database.write(handle -> {
      Instant now = clock.instant();
      requireOn(handle, caller, id);
      byte[] body = Json.write(new TestEvent("test", now, Map.of("seller", caller.sellerName())));
      webhooks.putFor(handle, id, caller.seller(), "test", Secrets.random(), body);
      Audit.did(handle, now, caller, "webhook.test", "webhook", id, "");
      return null;
    });
    webhooks.wake();
  }

  /** Sends something again, under the same {@code webhook-id}; what waits is tried at once. */
  public void again(Caller caller, int delivery) {
    requireOwner(caller);
    tests.failed(String.valueOf(caller.seller()));
    database.write(handle -> {
      Integer target = handle.createQuery(
              "select webhook_id from webhook_delivery where id = :id and seller_id = :seller")
          .bind("id", delivery)
          .bind("seller", caller.seller())
          .mapTo(Integer.class)
          .findOne()
          .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
      requireOn(handle, caller, target);
      String now = Times.text(clock.instant());
      int again = handle.execute(
          "update webhook_delivery set state = 'waiting', tries = 0, queued_at = ?, next_at = ?, fault = null,"
              + " status = null where id = ? and exists (select 1 from webhook_event e where e.id ="
              + " webhook_delivery.event_id and e.body is not null)",
          now,
          now,
          delivery);
      if (again == 0) {
        throw new Refused(Errors.WEBHOOK_FORGOTTEN, WebhookOutbox.KEPT.toDays());
      }
      Audit.did(handle, clock.instant(), caller, "webhook.again", "webhook", target, "");
      return null;
    });
    webhooks.wake();
  }

  private static void requireOn(Handle handle, Caller caller, int id) {
    Integer active = handle.createQuery("select active from webhook where id = :id and seller_id = :seller")
        .bind("id", id)
        .bind("seller", caller.seller())
        .mapTo(Integer.class)
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
    if (active == 0) {
      throw new Refused(Errors.WEBHOOK_OFF);
    }
  }

  private static void requireOwn(int found) {
    if (found == 0) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  private static void requireOwner(Caller caller) {
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }

  private String checked(String url) {
    try {
      return filter.check(url).url().toString();
    } catch (AddressFilter.Forbidden e) {
      throw new Refused(switch (e.fault()) {
        case SCHEME -> Errors.WEBHOOK_URL_SCHEME;
        case PORT -> Errors.WEBHOOK_URL_PORT;
        case PRIVATE -> Errors.WEBHOOK_URL_PRIVATE;
        case FORM, UNKNOWN -> Errors.WEBHOOK_URL_FORM;
      });
    }
  }
}
