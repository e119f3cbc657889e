package shotdeed.server.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Mail that waits in the store, and for a while what became of mail that could not be delivered. */
final class Outbox {
  /** Mail that waits at a time; more is not taken. */
  static final int MAX_WAITING = 1000;

  /** Characters of one mail's text. */
  static final int MAX_TEXT = 60_000;

  /** Bytes of all files that wait at a time; mail with more is not taken. */
  static final long MAX_ATTACHED = 256L << 20;

  /** Records of mail that was given up. */
  static final int MAX_GIVEN_UP = 200;

  /** How long those are kept. */
  static final Duration KEPT = Duration.ofDays(30);

  /** After each failed try; the last one holds for all that follow. */
  private static final List<Duration> WAITS = List.of(
      Duration.ofSeconds(30),
      Duration.ofMinutes(2),
      Duration.ofMinutes(10),
      Duration.ofMinutes(30),
      Duration.ofHours(1),
      Duration.ofHours(2),
      Duration.ofHours(4));

  static final int MAX_TRIES = 12;

  private Outbox() {}

  /** One mail that is to be sent. */
  record Waiting(int id, String messageId, int account, String kind, Letter letter, int tries) {}

  static boolean isFull(Handle handle, Letter letter) {
    int waiting =
        handle.createQuery("select count(*) from mail where given_up_at is null").mapTo(int.class).one();
    return waiting >= MAX_WAITING
        || !letter.attachments().isEmpty()
            && attached(handle) + Letter.bytes(letter.attachments()) > MAX_ATTACHED;
  }

  private static long attached(Handle handle) {
    return handle.createQuery("select coalesce(sum(length(content)), 0) from mail_attachment").mapTo(long.class).one();
  }

  /** Returns the mail's Message-ID, with its angle brackets. */
  static String put(
      Handle handle, Letter letter, MailKind kind, int account, Instant now, Instant ends, String domain) {
    if (letter.text().length() > MAX_TEXT) {
      throw new IllegalArgumentException("a mail of " + letter.text().length() + " characters");
    }
    String message = "<" + Secrets.random() + "@" + domain + ">";
    int id = handle.createQuery(
            "insert into mail (message_id, kind, account_id, recipient, reply_to, subject, body, made_at, ends_at, tries,"
                + " next_at) values (:message, :kind, :account, :to, :replyTo, :subject, :text, :now, :ends, 0, :now)"
                + " returning id")
        .bind("message", message)
        .bind("kind", kind.text())
        .bind("account", account)
        .bind("to", letter.to())
        .bind("replyTo", letter.replyTo())
        .bind("subject", letter.subject())
        .bind("text", letter.text())
        .bind("now", Times.text(now))
        .bind("ends", Times.text(ends))
        .mapTo(int.class)
        .one();
    for (int place = 0; place < letter.attachments().size(); place++) {
      Attachment file = letter.attachments().get(place);
      handle.execute(
          "insert into mail_attachment (mail_id, place, name, media_type, content) values (?, ?, ?, ?, ?)",
          id,
          place,
          file.name(),
          file.mediaType(),
          file.content());
    }
    return message;
  }

  private static List<Attachment> attachments(Handle handle, int mail) {
    return handle.createQuery(
            "select name, media_type, content from mail_attachment where mail_id = :mail order by place")
        .bind("mail", mail)
        .map((rs, ctx) -> new Attachment(rs.getString("name"), rs.getString("media_type"), rs.getBytes("content")))
        .list();
  }

  /** The mail that is due first, or {@code null}. A clock that was set back does not make mail wait longer. */
  static Waiting due(Handle handle, Instant now) {
    Waiting bare = handle.createQuery(
            "select id, message_id, kind, account_id, recipient, reply_to, subject, body, tries from mail where given_up_at is null"
                + " and (next_at <= :now or next_at > :never) order by next_at, id limit 1")
        .bind("now", Times.text(now))
        .bind("never", Times.text(now.plus(WAITS.get(WAITS.size() - 1))))
        .map((rs, ctx) ->
            new Waiting(
                rs.getInt("id"),
                rs.getString("message_id"),
                rs.getInt("account_id"),
                rs.getString("kind"),
                new Letter(
                    rs.getString("recipient"),
                    rs.getString("reply_to"),
                    rs.getString("subject"),
                    rs.getString("body"),
                    List.of()),
                rs.getInt("tries")))
        .findOne()
        .orElse(null);
    if (bare == null) {
      return null;
    }
    Letter letter = bare.letter();
    return new Waiting(
        bare.id(),
        bare.messageId(),
        bare.account(),
        bare.kind(),
        new Letter(letter.to(), letter.replyTo(), letter.subject(), letter.text(), attachments(handle, bare.id())),
        bare.tries());
  }

  static void delivered(Handle handle, int id) {
    handle.execute("delete from mail where id = ?", id);
  }

  /** A try failed: it is tried again later, or given up. */
  static void failed(Handle handle, Waiting mail, MailFault fault, Instant now) {
    int tries = mail.tries() + 1;
    if (handle.execute("update mail set tries = ?, fault = ? where id = ?", tries, fault.text(), mail.id()) == 0) {
      return; // its person left meanwhile
    }
    if (!fault.passes() || tries >= MAX_TRIES) {
      giveUp(handle, mail.id(), now);
      return;
    }
    Duration wait = WAITS.get(Math.min(tries, WAITS.size()) - 1);
    handle.execute("update mail set next_at = ? where id = ?", Times.text(now.plus(wait)), mail.id());
  }

  /** Gives up what is no longer of use, and forgets what was given up long ago or is too much. */
  static int expire(Handle handle, Instant now) {
    List<Integer> late = handle.createQuery(
            "select id from mail where given_up_at is null and ends_at <= :now order by id")
        .bind("now", Times.text(now))
        .mapTo(Integer.class)
        .list();
    late.forEach(id -> giveUp(handle, id, now));
    int forgotten = handle.execute(
        "delete from mail where given_up_at < ? or given_up_at is not null and id not in"
            + " (select id from mail where given_up_at is not null order by id desc limit ?)",
        Times.text(now.minus(KEPT)),
        MAX_GIVEN_UP);
    return late.size() + forgotten;
  }

  /** Its words and files go: they may hold a link, and what is the seller's alone. */
  private static void giveUp(Handle handle, int id, Instant now) {
    handle.execute("delete from mail_attachment where mail_id = ?", id);
    handle.execute(
        "update mail set subject = null, body = null, reply_to = null, next_at = null, given_up_at = ?, fault = coalesce(fault, ?)"
            + " where id = ?",
        Times.text(now),
        MailFault.TOO_LATE.text(),
        id);
    int account =
        handle.createQuery("select account_id from mail where id = :id").bind("id", id).mapTo(int.class).one();
    lost(handle, account, now);
  }

  /** An owner sees that mail to somebody of theirs was lost. */
  static void lost(Handle handle, int account, Instant now) {
    int seller = handle.createQuery("select seller_id from account where id = :account")
        .bind("account", account)
        .mapTo(int.class)
        .one();
    Audit.server(handle, now, seller, "mail.lost", "account", account, "");
  }

  /** Has everything that waits tried now. */
  static int hurry(Handle handle, Instant now) {
    return handle.execute("update mail set next_at = ? where given_up_at is null", Times.text(now));
  }

  /** Mail that was tried in vain and waits, or that was given up; the newest first. */
  static List<TroubledMail> troubled(Handle handle, boolean givenUp, int most) {
    return listed(handle.createQuery(
            "select m.id, m.kind, a.name, m.recipient, m.made_at, m.tries, m.next_at, m.fault, m.given_up_at from mail m"
                + " join account a on a.id = m.account_id where "
                + (givenUp ? "m.given_up_at is not null" : "m.given_up_at is null and m.tries > 0")
                + " order by m.id desc limit :most")
        .bind("most", most));
  }

  private static List<TroubledMail> listed(Query query) {
    return query.map((rs, ctx) -> troubled(rs)).list();
  }

  private static TroubledMail troubled(ResultSet rs) throws SQLException {
    String next = rs.getString("next_at");
    String givenUp = rs.getString("given_up_at");
    return new TroubledMail(
        rs.getInt("id"),
        rs.getString("kind"),
        rs.getString("name"),
        rs.getString("recipient"),
        Times.of(rs.getString("made_at")),
        rs.getInt("tries"),
        next == null ? null : Times.of(next),
        rs.getString("fault"),
        givenUp == null ? null : Times.of(givenUp));
  }
}
