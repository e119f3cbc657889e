package shotdeed.server.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** A seller's targets and what became of what was sent, for the whole team. */
public final class ReadWebhooks {
  /** Deliveries that are shown. */
  public static final int SHOWN = 50;

  /** How long the overview tells of what was given up. */
  static final Duration TOLD = Duration.ofDays(7);

  private final Database database;
  private final InstantSource clock;

  public ReadWebhooks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The seller's targets, the oldest first. */
  public List<Webhook> list(Caller caller) {
    caller.requireTeam();
    return database.read(handle ->
        handle.createQuery(
                """
                select w.id, w.url, w.description, w.active, a.name, w.made_at,
                  (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting
                from webhook w join account a on a.id = w.account_id where w.seller_id = :seller order by w.id""")
            .bind("seller", caller.seller())
            .map((rs, ctx) ->
                new Webhook(
                    rs.getInt("id"),
                    shown(caller, rs.getString("url")),
                    rs.getString("description"),
                    rs.getInt("active") == 1,
                    rs.getString("name"),
                    Times.of(rs.getString("made_at")),
                    rs.getInt("waiting")))
            .list());
  }

  private static String shown(Caller caller, String url) {
    URI address = URI.create(url);
    return caller.owns() ? url : address.getScheme() + "://" + address.getRawAuthority() + "/…";
  }

  /** What was sent last, or is to be sent; the newest first. */
  public List<Delivery> deliveries(Caller caller) {
    caller.requireTeam();
    return database.read(handle ->
        handle.createQuery(
                """
                select d.id, d.webhook_id, e.event, e.message_id, d.state, d.queued_at, d.tries, d.tried_at, d.next_at,
                  d.fault, d.status, e.body is not null as kept
                from webhook_delivery d join webhook_event e on e.id = d.event_id
                where d.seller_id = :seller order by d.id desc limit :most""")
            .bind("seller", caller.seller())
            .bind("most", SHOWN)
            .map((rs, ctx) -> delivery(rs))
            .list());
  }

  private static Delivery delivery(ResultSet rs) throws SQLException {
    return new Delivery(
        rs.getInt("id"),
        rs.getInt("webhook_id"),
        rs.getString("event"),
        rs.getString("message_id"),
        rs.getString("state"),
        Times.of(rs.getString("queued_at")),
        rs.getInt("tries"),
        Times.of(rs.getString("tried_at")),
        Times.of(rs.getString("next_at")),
        rs.getString("fault"),
        rs.getInt("status"),
        rs.getBoolean("kept"));
  }

  /** How many deliveries of the last week were given up, for the overview. */
  public int lost(Caller caller) {
    return database.read(handle ->
        handle.createQuery(
                "select count(*) from webhook_delivery where seller_id = :seller and state = 'given-up'"
                    + " and tried_at > :since")
            .bind("seller", caller.seller())
            .bind("since", Times.text(clock.instant().minus(TOLD)))
            .mapTo(int.class)
            .one());
  }
}
