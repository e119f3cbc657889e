package shotdeed.server.audit;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Times;

/**
 * Puts steps on record. Call it in the step's own transaction, so that neither stands without the other. An action is
 * stable text of the form {@code subject.verb}, such as {@code certificate.approve}; its words stand in a file of words
 * under {@code audit.did.ACTION}. Details are short and never hold a secret, an address of the network, or what somebody's
 * picture shows.
 */
public final class Audit {
  /** Characters of the details; more is cut. */
  static final int MAX_DETAILS = 300;

  /** A person who looks at one thing again and again within this time is noted once. */
  static final Duration SAME_LOOK = Duration.ofHours(1);

  private Audit() {}

  /**
   * Somebody did something with what belongs to their own seller.
   *
   * @param action such as {@code certificate.approve}
   * @param subject kind of the thing, such as {@code certificate}
   * @param id its number; 0 if it has none
   * @param details in few words; may be empty
   */
  public static void did(
      Handle handle, Instant now, Actor actor, String action, String subject, int id, String details) {
    did(handle, now, actor, actor.seller(), action, subject, id, details);
  }

  /**
   * Somebody did something with what belongs to a seller; that seller's owner sees it too.
   *
   * @param seller whose it is; 0 for the server's own
   */
  public static void did(
      Handle handle, Instant now, Actor actor, int seller, String action, String subject, int id, String details) {
    insert(handle, now, actor, seller, action, subject, id, details);
  }

  /** The server itself did something, nobody asking. */
  public static void server(
      Handle handle, Instant now, int seller, String action, String subject, int id, String details) {
    insert(handle, now, null, seller, action, subject, id, details);
  }

  /**
   * Somebody looked at something private: an original, a proof, evidence. Noted once an hour for each person and thing,
   * and left out on a full disk, because reading must work there.
   *
   * @param seller whose it is
   * @param action such as {@code original.look}
   */
  public static void looked(
      Database database, Instant now, Actor actor, int seller, String action, String subject, int id) {
    boolean noted = database.read(handle ->
        handle.createQuery(
                """
                select count(*) from audit
                where account_id = :account and action = :action and subject_id = :id and at > :since""")
            .bind("account", actor.account())
            .bind("action", action)
            .bind("id", id)
            .bind("since", Times.text(now.minus(SAME_LOOK)))
            .mapTo(int.class)
            .one()) > 0;
    if (!noted) {
      database.note(handle -> insert(handle, now, actor, seller, action, subject, id, ""));
    }
  }

  private static void insert(
      Handle handle, Instant now, Actor actor, int seller, String action, String subject, int id, String details) {
    handle.createUpdate(
            """
            insert into audit (at, account_id, device_id, seller_id, action, subject, subject_id, details)
            values (:at, :account, :device, :seller, :action, :subject, :id, :details)""")
        .bind("at", Times.text(now))
        .bind("account", actor == null ? null : (Integer) actor.account())
        .bind("device", actor == null ? null : actor.device())
        .bind("seller", seller == 0 ? null : (Integer) seller)
        .bind("action", action)
        .bind("subject", subject)
        .bind("id", id)
        .bind("details", PageText.line(details, MAX_DETAILS))
        .execute();
  }
}
