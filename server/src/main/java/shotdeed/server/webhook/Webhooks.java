package shotdeed.server.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.webhook.WebhookOutbox.DueTarget;
import shotdeed.server.webhook.WebhookOutbox.Try;

/**
 * Sends events to the targets that sellers named. An event is put into the store with the step that it belongs to, and
 * delivered from there: a stop or a crash loses none of it, and one that was taken but not yet crossed out comes again
 * under the same {@code webhook-id}, by which receivers know it.
 *
 * <p>A few are sent at once, to one target never more than one. Whoever has the fewest under way is served first, so
 * that targets that hang delay nobody else's by more than one call.
 */
public final class Webhooks implements AutoCloseable {
  /** Bytes of an event. */
  public static final int MAX_BODY = 256 << 10;

  /** Characters of an event's name and of its key. */
  public static final int MAX_KEY = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 16;
  private static final int LOOK_SECONDS = 5;

  private final Database database;
  private final InstantSource clock;
  private final OutsideCall call;
  private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(work -> daemon(work));
  private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, work -> daemon(work));

  /** Which seller's, for each target that something is sent to right now. */
  private final Map<Integer, Integer> busy = new HashMap<>();

  private boolean stopping;
  private int taken;

  /** With the usual limits of time: 5 seconds for a connection, 10 for all of a call. */
  public Webhooks(AddressFilter filter, Database database, InstantSource clock) {
    this(new OutsideCall(filter, CONNECT, WHOLE), database, clock);
  }

  Webhooks(OutsideCall call, Database database, InstantSource clock) {
    this.call = call;
    this.database = database;
    this.clock = clock;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "webhooks");
    thread.setDaemon(true);
    return thread;
  }

  /** Goes on with what an earlier run left. */
  public void start() {
    look.scheduleWithFixedDelay(this::quietly, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Puts an event into the store for each of a seller's targets that is on, to be delivered once that step stands; call
   * {@link #wake} after it. An event that was put already is not put again.
   *
   * @param event what happened, such as {@code report.ready}; at most {@link #MAX_KEY} characters
   * @param key tells events of a kind apart, such as {@code 17}; at most {@link #MAX_KEY} characters
   * @param json the whole body, at most {@link #MAX_BODY} bytes
   */
  public void put(Handle handle, int seller, String event, String key, byte[] json) {
    requireBounds(event, key, json);
    List<Integer> targets = handle.createQuery(
            "select id from webhook where seller_id = :seller and active = 1 order by id")
        .bind("seller", seller)
        .mapTo(Integer.class)
        .list();
    if (targets.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    int number = WebhookOutbox.event(handle, seller, event, key, json, now);
    for (int target : targets) {
      WebhookOutbox.put(handle, target, seller, number, now);
    }
  }

  /** Puts an event for one target. */
  void putFor(Handle handle, int target, int seller, String event, String key, byte[] json) {
    requireBounds(event, key, json);
    Instant now = clock.instant();
    WebhookOutbox.put(handle, target, seller, WebhookOutbox.event(handle, seller, event, key, json, now), now);
  }

  private static void requireBounds(String event, String key, byte[] json) {
    if (json.length > MAX_BODY || event.length() > MAX_KEY || key.length() > MAX_KEY) {
      throw new IllegalArgumentException("an event " + event + " of " + json.length + " bytes");
    }
  }

  /** Has what waits delivered soon. */
  public void wake() {
    try {
      look.execute(this::quietly);
    } catch (RejectedExecutionException e) {
      LOG.debug("the server stops; the next start delivers what waits");
    }
  }

  private void quietly() {
    try {
      Instant now = clock.instant();
      if (database.read(handle -> WebhookOutbox.untidy(handle, now))) {
        database.write(handle -> {
          WebhookOutbox.tidy(handle, now);
          return null;
        });
      }
      dispatch();
    } catch (Throwable e) {
      // An executor ends for good what throws; a lack of memory, too, passes.
      LOG.warn("webhooks could not be delivered; tried again in {} s", LOOK_SECONDS, e);
    }
  }

  /** Starts sending what is due, as far as there are places. */
  private synchronized void dispatch() {
    if (stopping || busy.size() >= AT_ONCE) {
      return;
    }
    Instant now = clock.instant();
    List<DueTarget> due = database.read(handle -> WebhookOutbox.due(handle, now)).stream()
        .filter(target -> !busy.containsKey(target.webhook()))
        .collect(Collectors.toList());
    while (busy.size() < AT_ONCE && !due.isEmpty()) {
      DueTarget next = due.stream().min(Comparator.comparingLong(this::underWay)).orElseThrow();
      due.remove(next);
      busy.put(next.webhook(), next.seller());
      senders.execute(() -> turn(next.webhook()));
    }
  }

  private long underWay(DueTarget target) {
    return busy.values().stream().filter(seller -> seller == target.seller()).count();
  }

  /** Sends the first of what is due for a target, and makes place. */
  private void turn(int target) {
    boolean went = false;
    try {
      tryFirst(target);
      went = true;
    } catch (RuntimeException e) {
      LOG.warn("a webhook could not be delivered; tried again in {} s", LOOK_SECONDS, e);
    } finally {
      synchronized (this) {
        busy.remove(target);
        if (went) {
          next();
        }
        notifyAll();
      }
    }
  }

  private void next() {
    try {
      dispatch();
    } catch (RuntimeException e) {
      LOG.warn("webhooks could not be delivered; tried again in {} s", LOOK_SECONDS, e);
    }
  }

  private void tryFirst(int target) {
    Instant now = clock.instant();
    Try attempt = database.read(handle -> WebhookOutbox.first(handle, target, now));
    if (attempt == null) {
      return;
    }
    WebhookFault fault;
    int status = 0;
    try {
      status = call.post(attempt.url(), headers(attempt, now), "application/json", attempt.body(), 0).status();
      fault = WebhookFault.of(status);
    } catch (OutsideCall.Failed e) {
      fault = WebhookFault.of(e.fault());
    }
    synchronized (this) {
      if (fault != null && stopping) {
        return; // the server stops: that was no try
      }
      taken += fault == null ? 1 : 0;
    }
    record(attempt, fault, status);
  }

  private void record(Try attempt, WebhookFault fault, int status) {
    if (fault != null) {
      LOG.info("an event {} was not taken: {} {}", attempt.event(), fault, status == 0 ? "" : status);
    }
    database.write(handle -> {
      if (fault == null) {
        WebhookOutbox.delivered(handle, attempt.delivery(), status, clock.instant());
      } else {
        WebhookOutbox.failed(handle, attempt.delivery(), fault, status, clock.instant());
      }
      return null;
    });
  }

  private static Map<String, String> headers(Try attempt, Instant now) {
    long seconds = now.getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "ShotDeed");
    headers.put("webhook-id", attempt.messageId());
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put(
        "webhook-signature",
        attempt.secrets().stream()
            .map(secret -> Signature.of(secret, attempt.messageId(), seconds, attempt.body()))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  /** Delivers what is due and waits for it; returns how many were taken. */
  public synchronized int deliver() throws InterruptedException {
    int before = taken;
    quietly();
    while (!busy.isEmpty()) {
      wait();
    }
    return taken - before;
  }

  /** Ends what is under way; it is sent again, under the same {@code webhook-id}, after the next start. */
  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    look.shutdown();
    call.close();
    senders.shutdown();
    try {
      if (!senders.awaitTermination(WHOLE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a webhook under way did not end in time; it comes again under the same webhook-id");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
