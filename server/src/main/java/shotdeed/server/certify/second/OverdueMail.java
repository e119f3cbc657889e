package shotdeed.server.certify.second;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;

/**
 * Mails reviewers and admins, each at their confirmed address and in their own language, that reviews are late: how many,
 * since when, and where the queue is; never whose pictures they are. A person gets one mail a day at most; what becomes
 * late within that day is in the next one.
 */
public final class OverdueMail implements Notifier {
  /** Between two mails to one person. */
  static final Duration PAUSE = Duration.ofDays(1);

  private final Database database;
  private final Post post;
  private final Origin origin;
  private final InstantSource clock;

  public OverdueMail(Database database, Post post, Origin origin, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.origin = origin;
    this.clock = clock;
  }

  /** Somebody who is to be told. */
  private record Reader(int account, String name, String email, String language) {}

  @Override
  public void overdue(int pictures, Instant oldest) {
    // Told by the look that follows, together with what was left from the day before.
  }

  @Override
  public void looked() {
    if (!post.works() || origin.value().isEmpty()) {
      return; // a link needs an address, which is known once the server listens
    }
    Instant now = clock.instant();
    boolean due = !database.read(handle -> readers(handle, now)).isEmpty();
    if (due && database.write(handle -> tell(handle, now)) > 0) {
      post.wake();
    }
  }

  private int tell(Handle handle, Instant now) {
    int pictures = QueueStore.countOverdue(handle, now);
    if (pictures == 0) {
      return 0;
    }
    ReviewSettings settings = ReviewSettings.current(handle);
    String oldest = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
        .withZone(settings.zone())
        .format(QueueStore.oldestOverdue(handle, now));
    List<Reader> readers = readers(handle, now);
    for (Reader reader : readers) {
      Texts texts = Texts.in(Language.pick(reader.language(), null));
      Letter letter = new Letter(
          reader.email(),
          texts.get("mail.overdue.subject", pictures),
          texts.get(
              "mail.overdue",
              reader.name(),
              pictures,
              oldest + " (" + settings.zone() + ")",
              origin.value() + "/reviews"));
      post.put(handle, letter, MailKind.OVERDUE, reader.account(), now.plus(PAUSE));
      handle.execute(
          "insert into overdue_mail (account_id, mailed_at) values (?, ?) on conflict (account_id)"
              + " do update set mailed_at = excluded.mailed_at",
          reader.account(),
          Times.text(now));
    }
    return readers.size();
  }

  /**
   * Who reviews, can be mailed, was not mailed within a day, and does not know of something that is late by now. A time
   * that lies ahead, because the clock was set back, counts as long ago.
   */
  private static List<Reader> readers(Handle handle, Instant now) {
    return handle.createQuery(
            """
            select a.id, a.name, s.email, a.language
            from account a
              join account_sign_in s on s.account_id = a.id
              join confirmed_address k on k.account_id = a.id and k.email_key = s.email_key
              left join overdue_mail m on m.account_id = a.id
            where exists (select 1 from account_role r where r.account_id = a.id and r.role in ('reviewer', 'admin'))
              and not exists (select 1 from account_end e where e.account_id = a.id)
              and (m.mailed_at is null or m.mailed_at <= :before or m.mailed_at > :now)
              and exists (
                select 1 from certificate c join second_review q on q.certificate_id = c.id
                where c.state = 'first-passed' and q.notified_at is not null
                  and (m.mailed_at is null or q.notified_at > m.mailed_at or m.mailed_at > :now))
            order by a.id""")
        .bind("before", Times.text(now.minus(PAUSE)))
        .bind("now", Times.text(now))
        .map((rs, ctx) ->
            new Reader(rs.getInt("id"), rs.getString("name"), rs.getString("email"), rs.getString("language")))
        .list();
  }
}
