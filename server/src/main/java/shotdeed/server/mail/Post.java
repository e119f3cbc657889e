package shotdeed.server.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.audit.Actor;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PeopleSettings;
import shotdeed.server.platform.Secrets;

/**
 * Sends mail. What nobody waits for is put into the store with the step that it belongs to, and delivered from there: a
 * stop or a crash loses none of it, and a mail that was sent but not yet crossed out comes again under the same
 * Message-ID, by which mail programs know it.
 */
public final class Post implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final int LOOK_SECONDS = 10;

  private final Database database;
  private final InstantSource clock;
  private final Smtp smtp;
  private final Map<String, Taken> listeners = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "mail");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * @param settings {@code null} for no mail
   */
  public Post(PeopleSettings.Mail settings, Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.smtp = settings == null ? null : new Smtp(settings);
  }

  /** Goes on with what an earlier run left. */
  public void start() {
    later.scheduleWithFixedDelay(this::quietly, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether mail can be sent at all. */
  public boolean works() {
    return smtp != null;
  }

  /** Sends now, while a person waits; returns whether the mail server took it. Not tried again. */
  public boolean send(Letter letter) {
    return smtp != null && smtp.send(letter, "<" + Secrets.random() + "@" + smtp.domain() + ">") == null;
  }

  /** Does what goes before a mail that nobody waits for. */
  public void soon(Runnable work) {
    try {
      later.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException e) {
          LOG.warn("a mail could not be prepared", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.warn("a mail was not prepared, because the server stops");
    }
  }

  /**
   * Puts a mail into the store, to be delivered once that step stands; call {@link #wake} after it. Where the queue is
   * full it is left out, which goes on record.
   *
   * @param account whose mail it is
   * @param ends when it is of no use any more, such as when a link in it ends
   * @return whether it was taken
   */
  public boolean put(Handle handle, Letter letter, MailKind kind, int account, Instant ends) {
    return post(handle, letter, kind, account, ends) != null;
  }

  /** The same; returns the mail's Message-ID with its angle brackets, or {@code null} if it was not taken. */
  public String post(Handle handle, Letter letter, MailKind kind, int account, Instant ends) {
    if (smtp == null) {
      return null;
    }
    if (Outbox.isFull(handle, letter)) {
      LOG.warn("too many mails wait already, or too large ones: another was left out");
      Outbox.lost(handle, account, clock.instant());
      return null;
    }
    return Outbox.put(handle, letter, kind, account, clock.instant(), ends, smtp.domain());
  }

  /** Told of a mail from the store that the mail server took, in the step that crosses it out. */
  public interface Taken {
    void taken(Handle handle, String messageId);
  }

  /** Has somebody told of each mail of a kind that the mail server took. */
  public void tell(MailKind kind, Taken listener) {
    listeners.put(kind.text(), listener);
  }

  /** Has what waits delivered soon. */
  public void wake() {
    try {
      later.execute(this::quietly);
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops; the next start delivers what waits");
    }
  }

  private void quietly() {
    try {
      deliver();
    } catch (RuntimeException e) {
      LOG.warn("mail could not be delivered; tried again in {} s", LOOK_SECONDS, e);
    }
  }

  /** Delivers what is due; returns how many the mail server took. After a failure the others wait for the next turn. */
  public synchronized int deliver() {
    Instant now = clock.instant();
    database.write(handle -> Outbox.expire(handle, now));
    int taken = 0;
    while (smtp != null && !stopping) {
      Outbox.Waiting mail = database.read(handle -> Outbox.due(handle, now));
      if (mail == null) {
        break;
      }
      MailFault fault = smtp.send(mail.letter(), mail.messageId());
      if (fault != null && Thread.currentThread().isInterrupted()) {
        break; // the server stops: that was no try
      }
      database.write(handle -> {
        if (fault == null) {
          Outbox.delivered(handle, mail.id());
          listeners.getOrDefault(mail.kind(), (h, id) -> {}).taken(handle, mail.messageId());
        } else {
          Outbox.failed(handle, mail, fault, clock.instant());
        }
        return null;
      });
      if (fault == null) {
        taken++;
      } else if (fault.passes()) {
        break;
      }
    }
    return taken;
  }

  /** Has everything that waits tried now, whenever it was due; returns how many. */
  public int hurry(Actor actor) {
    int waiting = database.write(handle -> {
      Audit.did(handle, clock.instant(), actor, 0, "mail.again", "mail", 0, "");
      return Outbox.hurry(handle, clock.instant());
    });
    wake();
    return waiting;
  }

  /** Call before somebody is shown whom mail goes to. */
  public void looked(Actor actor) {
    Audit.looked(database, clock.instant(), actor, 0, "mail.look", "mail", 0);
  }

  /** Mail that was tried in vain and is tried again, the newest first. */
  public List<TroubledMail> waiting(int most) {
    return database.read(handle -> Outbox.troubled(handle, false, most));
  }

  /** Mail of the last weeks that was given up, the newest first. */
  public List<TroubledMail> givenUp(int most) {
    return database.read(handle -> Outbox.troubled(handle, true, most));
  }

  /** Ends the mail at hand, so that it is crossed out; the others wait for the next start. */
  @Override
  public void close() {
    stopping = true;
    later.shutdown();
    try {
      if (!later.awaitTermination(2 * Smtp.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a mail under way did not end in time; it comes again under the same Message-ID");
        later.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
