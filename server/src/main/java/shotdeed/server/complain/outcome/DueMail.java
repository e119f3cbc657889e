package shotdeed.server.complain.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.account.SellerZone;
import shotdeed.server.mail.Letter;
import shotdeed.server.mail.MailKind;
import shotdeed.server.mail.Post;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Language;
import shotdeed.server.platform.Origin;
import shotdeed.server.platform.Texts;
import shotdeed.server.platform.Times;

/**
 * Mails a seller's team, each at their confirmed address and in their own language, that something is due on
 * complaints: how much and where to look; never about whom. A person gets one mail a day at most, none without something
 * that became due since the last one, and none at all once they turned it off.
 */
public final class DueMail implements AutoCloseable {
  /** Between two mails to one person. */
  static final Duration PAUSE = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(DueMail.class);
  private static final int LOOK_MINUTES = 10;

  private final Database database;
  private final Post post;
  private final Origin origin;
  private final InstantSource clock;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread daemon = new Thread(work, "due-mail");
    daemon.setDaemon(true);
    daemon.setPriority(Thread.MIN_PRIORITY);
    return daemon;
  });

  public DueMail(Database database, Post post, Origin origin, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.origin = origin;
    this.clock = clock;
  }

  /** Looks now and from then on. */
  public void start() {
    thread.scheduleWithFixedDelay(this::quietly, 0, LOOK_MINUTES, TimeUnit.MINUTES);
  }

  private void quietly() {
    try {
      run();
    } catch (Throwable e) {
      // An executor ends for good what throws; a lack of memory, too, passes.
      LOG.warn("mail about what is due could not be written; tried again in {} min", LOOK_MINUTES, e);
    }
  }

  /** Somebody who may be told. */
  private record Reader(int account, String name, String email, String language, Instant mailedAt) {}

  /** Writes the mails that are to be sent now; returns how many. */
  public int run() {
    if (!post.works() || origin.value().isEmpty()) {
      return 0; // a link needs an address, which is known once the server listens
    }
    Instant now = clock.instant();
    int told = 0;
    for (int seller : database.read(DueMail::sellers)) {
      told += database.write(handle -> tell(handle, seller, now));
    }
    if (told > 0) {
      post.wake();
    }
    return told;
  }

  private static List<Integer> sellers(Handle handle) {
    return handle.createQuery(
            """
            select seller_id from complaint_deadline where done_at is null
            union select seller_id from recheck where result is null order by 1""")
        .mapTo(Integer.class)
        .list();
  }

  private int tell(Handle handle, int seller, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, SellerZone.of(handle, seller));
    DueList.Counts counts = DueList.counts(handle, seller, today);
    if (counts.days() + counts.looks() == 0) {
      return 0;
    }
    int told = 0;
    for (Reader reader : readers(handle, seller, now)) {
      if (!isNews(handle, seller, reader, today)) {
        continue;
      }
      Texts texts = Texts.in(Language.pick(reader.language(), null));
      Letter letter = new Letter(
          reader.email(),
          texts.get("mail.due.subject", counts.days() + counts.looks()),
          texts.get(
              "mail.due",
              reader.name(),
              counts.days(),
              counts.looks(),
              origin.value() + "/complaints/due",
              origin.value() + "/rechecks"));
      post.put(handle, letter, MailKind.DUE, reader.account(), now.plus(PAUSE));
      handle.execute(
          "insert into due_mail (account_id, mailed_at) values (?, ?) on conflict (account_id)"
              + " do update set mailed_at = excluded.mailed_at",
          reader.account(),
          Times.text(now));
      told++;
    }
    return told;
  }

  /** Whether something became due since the last mail, or was recorded since then and is due already. */
  private static boolean isNews(Handle handle, int seller, Reader reader, LocalDate today) {
    if (reader.mailedAt() == null) {
      return true;
    }
    LocalDate last = LocalDate.ofInstant(reader.mailedAt(), SellerZone.of(handle, seller));
    return handle.createQuery(
                """
                select (select count(*) from complaint_deadline d
                    where d.seller_id = :seller and d.done_at is null and d.due_on <= :tomorrow
                      and (d.due_on > :told or d.recorded_at > :at))
                  + (select count(*) from recheck r join complaint_step t on t.id = r.step_id
                    where r.seller_id = :seller and r.result is null and r.due_on <= :today
                      and (r.due_on > :last or t.recorded_at > :at)"""
                    + RecheckStore.UPHELD
                    + ")")
            .bind("seller", seller)
            .bind("tomorrow", today.plusDays(DueList.AHEAD_DAYS).toString())
            .bind("told", last.plusDays(DueList.AHEAD_DAYS).toString())
            .bind("at", Times.text(reader.mailedAt()))
            .bind("today", today.toString())
            .bind("last", last.toString())
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** A time that lies ahead, because the clock was set back, counts as long ago. */
  private static List<Reader> readers(Handle handle, int seller, Instant now) {
    return handle.createQuery(
            """
            select a.id, a.name, s.email, a.language, m.mailed_at
            from account a
              join account_sign_in s on s.account_id = a.id
              join confirmed_address k on k.account_id = a.id and k.email_key = s.email_key
              left join due_mail m on m.account_id = a.id
            where a.seller_id = :seller
              and exists (select 1 from account_role r where r.account_id = a.id and r.role in ('owner', 'member'))
              and not exists (select 1 from account_end e where e.account_id = a.id)
              and m.off_at is null and (m.mailed_at is null or m.mailed_at <= :before or m.mailed_at > :now)
            order by a.id""")
        .bind("seller", seller)
        .bind("before", Times.text(now.minus(PAUSE)))
        .bind("now", Times.text(now))
        .map((rs, ctx) -> new Reader(
            rs.getInt("id"),
            rs.getString("name"),
            rs.getString("email"),
            rs.getString("language"),
            Times.of(rs.getString("mailed_at"))))
        .list();
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
