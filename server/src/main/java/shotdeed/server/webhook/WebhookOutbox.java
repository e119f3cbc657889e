package shotdeed.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Events that wait in the store, and for a while what became of them. */
final class WebhookOutbox {
  /** Deliveries of one seller that wait at a time; more are given up at once. */
  static final int MAX_WAITING = 500;

  /** How long a delivery is tried. */
  static final Duration TRIED = Duration.ofDays(3);

  /** How long what was sent is kept, so that it can be sent again. */
  static final Duration KEPT = Duration.ofDays(30);

  /** How long it is known that an event was put, so that it is not put again. */
  static final Duration KNOWN = Duration.ofDays(400);

  /** After each failed try. */
  private static final List<Duration> WAITS = List.of(
      Duration.ofSeconds(10),
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(30),
      Duration.ofHours(2),
      Duration.ofHours(5),
      Duration.ofHours(10),
      Duration.ofHours(14),
      Duration.ofHours(20),
      Duration.ofHours(20));

  private WebhookOutbox() {}

  /** A target that has something due. */
  record DueTarget(int webhook, int seller, String first) {}

  /** One try. */
  record Try(int delivery, String url, List<String> secrets, String messageId, byte[] body, int tries, String event) {}

  /** Puts an event for one target, unless it was put already. */
  static void put(Handle handle, int webhook, int seller, int event, Instant now) {
    int waiting = handle.createQuery(
            "select count(*) from webhook_delivery where seller_id = :seller and state = 'waiting'")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
    boolean full = waiting >= MAX_WAITING;
    int put = handle.execute(
        "insert into webhook_delivery (webhook_id, event_id, seller_id, state, queued_at, tries, tried_at, next_at,"
            + " fault) values (?, ?, ?, ?, ?, 0, ?, ?, ?) on conflict (webhook_id, event_id) do nothing",
        webhook,
        event,
        seller,
        full ? "given-up" : "waiting",
        Times.text(now),
        full ? Times.text(now) : null,
        full ? null : Times.text(now),
        full ? WebhookFault.FULL.text() : null);
    if (put > 0 && full) {
      lost(handle, now, seller, webhook, WebhookFault.FULL);
    }
  }

  /** The number of an event; one that is known already stays as it is. */
  static int event(Handle handle, int seller, String event, String key, byte[] body, Instant now) {
    handle.execute(
        "insert into webhook_event (message_id, seller_id, event, event_key, body, made_at) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (seller_id, event, event_key) do nothing",
        "msg_" + Secrets.random(),
        seller,
        event,
        key,
        body,
        Times.text(now));
    return handle.createQuery(
            "select id from webhook_event where seller_id = :seller and event = :event and event_key = :key")
        .bind("seller", seller)
        .bind("event", event)
        .bind("key", key)
        .mapTo(int.class)
        .one();
  }

  /** The targets that have something due. A clock that was set back does not make them wait longer. */
  static List<DueTarget> due(Handle handle, Instant now) {
    return handle.createQuery(
            """
            select d.webhook_id, d.seller_id, min(d.next_at) as first
            from webhook_delivery d join webhook w on w.id = d.webhook_id
            where d.state = 'waiting' and w.active = 1 and (d.next_at <= :now or d.next_at > :never)
            group by d.webhook_id, d.seller_id order by first, d.webhook_id""")
        .bind("now", Times.text(now))
        .bind("never", never(now))
        .map((rs, ctx) -> new DueTarget(rs.getInt("webhook_id"), rs.getInt("seller_id"), rs.getString("first")))
        .list();
  }

  private static String never(Instant now) {
    return Times.text(now.plus(WAITS.get(WAITS.size() - 1)));
  }

  /** What is due first for a target, or {@code null}. */
  static Try first(Handle handle, int webhook, Instant now) {
    return handle.createQuery(
            """
            select d.id, w.url, w.secret, w.earlier_secret, w.earlier_until, e.message_id, e.body, d.tries, e.event
            from webhook_delivery d join webhook w on w.id = d.webhook_id join webhook_event e on e.id = d.event_id
            where d.webhook_id = :webhook and d.state = 'waiting' and w.active = 1
              and (d.next_at <= :now or d.next_at > :never)
            order by d.next_at, d.id limit 1""")
        .bind("webhook", webhook)
        .bind("now", Times.text(now))
        .bind("never", never(now))
        .map((rs, ctx) -> {
          String until = rs.getString("earlier_until");
          boolean both = until != null && Times.of(until).isAfter(now);
          String secret = rs.getString("secret");
          return new Try(
              rs.getInt("id"),
              rs.getString("url"),
              both ? List.of(secret, rs.getString("earlier_secret")) : List.of(secret),
              rs.getString("message_id"),
              rs.getBytes("body"),
              rs.getInt("tries"),
              rs.getString("event"));
        })
        .findOne()
        .orElse(null);
  }

  static void delivered(Handle handle, int delivery, int status, Instant now) {
    handle.execute(
        "update webhook_delivery set state = 'delivered', tries = tries + 1, tried_at = ?, next_at = null,"
            + " fault = null, status = ? where id = ? and state = 'waiting'",
        Times.text(now),
        status,
        delivery);
  }

  /**
   * A try failed: it is tried again later, or given up.
   *
   * @param status 0 if there was no answer
   */
  static void failed(Handle handle, int delivery, WebhookFault fault, int status, Instant now) {
    Standing standing = standing(handle, delivery);
    if (standing == null) {
      return; // the target was removed meanwhile
    }
    int tries = standing.tries() + 1;
    boolean late = !now.isBefore(standing.queuedAt().plus(TRIED));
    boolean end = !fault.passes() || tries > WAITS.size() || late;
    handle.execute(
        "update webhook_delivery set tries = ?, tried_at = ?, fault = ?, status = ?, state = ?, next_at = ?"
            + " where id = ?",
        tries,
        Times.text(now),
        fault.text(),
        status == 0 ? null : status,
        end ? "given-up" : "waiting",
        end ? null : Times.text(now.plus(WAITS.get(tries - 1))),
        delivery);
    if (end) {
      lost(handle, now, standing.seller(), standing.webhook(), fault);
    }
  }

  private record Standing(int webhook, int seller, int tries, Instant queuedAt) {}

  private static Standing standing(Handle handle, int delivery) {
    return handle.createQuery(
            "select webhook_id, seller_id, tries, queued_at from webhook_delivery where id = :id and state = 'waiting'")
        .bind("id", delivery)
        .map((rs, ctx) ->
            new Standing(
                rs.getInt("webhook_id"),
                rs.getInt("seller_id"),
                rs.getInt("tries"),
                Times.of(rs.getString("queued_at"))))
        .findOne()
        .orElse(null);
  }

  private static void lost(Handle handle, Instant now, int seller, int webhook, WebhookFault fault) {
    Audit.server(handle, now, seller, "webhook.lost", "webhook", webhook, fault.text());
  }

  /** Whether there is anything that {@link #tidy} would change. */
  static boolean untidy(Handle handle, Instant now) {
    return handle.createQuery(
            """
            select (select count(*) from webhook_event where body is not null and made_at < :kept)
              + (select count(*) from webhook_event where made_at < :known)
              + (select count(*) from webhook_delivery d join webhook w on w.id = d.webhook_id
                where d.state = 'waiting' and w.active = 0 and d.queued_at < :tried)""")
        .bind("kept", Times.text(now.minus(KEPT)))
        .bind("known", Times.text(now.minus(KNOWN)))
        .bind("tried", Times.text(now.minus(TRIED)))
        .mapTo(int.class)
        .one() > 0;
  }

  /** Gives up what waited for a target that is off, and forgets what nobody will ask for. */
  static void tidy(Handle handle, Instant now) {
    List<Integer> off = handle.createQuery(
            "select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id"
                + " where d.state = 'waiting' and w.active = 0 and d.queued_at < :tried order by d.id")
        .bind("tried", Times.text(now.minus(TRIED)))
        .mapTo(Integer.class)
        .list();
    for (int delivery : off) {
      Standing standing = standing(handle, delivery);
      handle.execute(
          "update webhook_delivery set state = 'given-up', next_at = null, tried_at = coalesce(tried_at, ?), fault = ?"
              + " where id = ?",
          Times.text(now),
          WebhookFault.OFF.text(),
          delivery);
      lost(handle, now, standing.seller(), standing.webhook(), WebhookFault.OFF);
    }
    handle.execute(
        "update webhook_event set body = null where body is not null and made_at < ? and not exists"
            + " (select 1 from webhook_delivery d where d.event_id = webhook_event.id and d.state = 'waiting')",
        Times.text(now.minus(KEPT)));
    String old = "select id from webhook_event where made_at < ? and not exists"
        + " (select 1 from webhook_delivery d where d.event_id = webhook_event.id and d.state = 'waiting')";
    handle.execute("delete from webhook_delivery where event_id in (" + old + ")", Times.text(now.minus(KNOWN)));
    handle.execute("delete from webhook_event where id in (" + old + ")", Times.text(now.minus(KNOWN)));
  }
}
