package shotdeed.server.monitor.library;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.Step;
import shotdeed.server.certify.TakeMany;
import shotdeed.server.certify.TakeMany.Standing;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errand;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/**
 * Has many certificates take one step. Each is tried by itself: what cannot take the step is left as it is, and why is
 * kept. A few are done at once; many beside the request, some hundreds a transaction, so that nobody else waits for long,
 * and after a restart it goes on where it was.
 */
public final class BulkSteps implements AutoCloseable {
  /** Certificates that can be ticked in one request. */
  public static final int MAX_TICKED = 500;

  /** Certificates a transaction; measured: 500 hold the writer for some 30 ms. */
  static final int CHUNK = 500;

  /** Certificates that a transaction puts on a list, or takes off an old one. */
  static final int RANGE = 5000;

  /** Steps of a seller that are kept with what became of each certificate; of earlier ones only the step is. */
  static final int KEPT = 20;

  private static final int RECENT = 5;
  private static final Set<Step> STEPS = Set.of(Step.MONITOR, Step.PAUSE, Step.RESUME, Step.RETIRE);

  private final Database database;
  private final Library library;
  private final InstantSource clock;
  private final ReentrantLock undoing = new ReentrantLock(true);
  private final Errand errand = new Errand("steps of many certificates", this::run);

  public BulkSteps(Database database, Library library, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.clock = clock;
  }

  /**
   * Reads the name of a step that many may take.
   *
   * @throws Refused if it is none
   */
  public static Step step(String name) {
    return STEPS.stream()
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Fields.invalid("step", "monitor, pause, resume or retire"));
  }

  /**
   * Has ticked certificates take a step; the same number twice counts once.
   *
   * @param ids 1 to {@link #MAX_TICKED} numbers; those that are not the caller's own are only counted
   * @param query of the list that they were ticked in
   * @return its number
   */
  public int ticked(Caller caller, Step step, List<Integer> ids, String query) throws IOException {
    Set<Integer> distinct = new HashSet<>(Fields.list("certificate", ids, 1, MAX_TICKED));
    return start(caller, step, query, 0, distinct.size(), (handle, bulk, after) ->
        BulkStore.enlist(handle, bulk, caller.seller(), List.copyOf(distinct)));
  }

  /** Has all take a step that a filter shows now. */
  public int all(Caller caller, Step step, LibraryFilter filter) throws IOException {
    return start(caller, step, filter.query(), 0, 0, (handle, bulk, after) ->
        LibraryStore.enlist(handle, bulk, caller.seller(), filter, after, RANGE));
  }

  /**
   * Takes an earlier one back: whatever took its step takes the one that leads back, if it still can.
   *
   * @return the number of the one that does so; asked twice, the same
   */
  public int undo(Caller caller, int id) throws IOException {
    Bulk before = of(caller, id);
    if (before.undoneBy() != 0) {
      return before.undoneBy();
    }
    if (!before.undoable()) {
      throw new Refused(Errors.UNDO_OF_MANY);
    }
    // One after the other: the second of two finds what the first began.
    undoing.lock();
    try {
      return start(caller, before.back(), before.query(), id, 0, (handle, bulk, after) ->
          BulkStore.enlistMoved(handle, bulk, id, after, RANGE));
    } finally {
      undoing.unlock();
    }
  }

  /** One of the caller's seller's, with what became of it so far. */
  public Bulk of(Caller caller, int id) {
    return database.read(handle -> {
      Bulk bulk = BulkStore.find(handle, id);
      if (bulk == null || bulk.seller() != caller.seller()) {
        throw new Refused(Errors.NOT_FOUND);
      }
      return bulk;
    });
  }

  /** The latest of the caller's seller's, the newest first, without what became of their certificates. */
  public List<Bulk> recent(Caller caller) {
    return database.read(handle -> BulkStore.recent(handle, caller.seller(), RECENT));
  }

  private interface Enlist {
    /** Puts at most {@link #RANGE} on a list, by number, those after a number; returns how many. */
    int into(Handle handle, int bulk, int after);
  }

  private int start(Caller caller, Step step, String query, int undoOf, int asked, Enlist enlist) throws IOException {
    caller.requireTeam();
    step(step.name().toLowerCase(Locale.ROOT));
    int[] total = new int[1];
    boolean[] begun = new boolean[1];
    int id = database.write(handle -> {
      Integer other = undoOf == 0 ? null : undone(handle, undoOf);
      if (other != null) {
        return other;
      }
      begun[0] = true;
      int bulk = BulkStore.insert(handle, caller, step, query, clock.instant());
      total[0] = enlist.into(handle, bulk, 0);
      if (total[0] < RANGE) {
        begin(handle, caller, step, bulk, undoOf, total[0], asked);
      } else {
        // Not at work before all are on its list; should the server stop before that, it never is.
        BulkStore.end(handle, bulk, clock.instant());
      }
      return bulk;
    });
    if (!begun[0]) {
      return id; // another request's, which is at it
    }
    if (total[0] >= RANGE) {
      enlistOthers(caller, step, id, undoOf, enlist, total);
    }
    if (total[0] <= CHUNK) {
      few(id);
    }
    errand.wake();
    return id;
  }

  private void enlistOthers(Caller caller, Step step, int bulk, int undoOf, Enlist enlist, int[] total) {
    int some;
    do {
      some = database.write(handle -> enlist.into(handle, bulk, BulkStore.lastListed(handle, bulk)));
      total[0] += some;
    } while (some == RANGE);
    database.write(handle -> {
      begin(handle, caller, step, bulk, undoOf, total[0], 0);
      return null;
    });
  }

  private void begin(Handle handle, Caller caller, Step step, int bulk, int undoOf, int total, int asked) {
    BulkStore.begin(handle, bulk, undoOf, total, Math.max(0, asked - total));
    String action = "certificates." + step.name().toLowerCase(Locale.ROOT);
    Audit.did(handle, clock.instant(), caller, action, "bulk", bulk, String.valueOf(total));
  }

  private void few(int id) throws IOException {
    try {
      while (chunk(id)) {
        // As long as there is something to do: the errand may have begun with it.
      }
    } catch (IOException | RuntimeException e) {
      errand.wake(); // what is enlisted is done, if not now
      throw e;
    }
  }

  private static Integer undone(Handle handle, int id) {
    int by = BulkStore.plain(handle, id).undoneBy();
    return by == 0 ? null : by;
  }

  /** Goes on with what the server was at when it stopped. */
  public void start() {
    errand.wake();
  }

  /** Turn by turn, so that a short one waits for no long one. */
  private void run() throws IOException {
    List<Integer> open = open();
    while (!open.isEmpty() && !Thread.currentThread().isInterrupted()) {
      for (int bulk : open) {
        chunk(bulk);
      }
      open = open();
    }
    Integer old = old();
    while (old != null && !Thread.currentThread().isInterrupted()) {
      int id = old;
      database.write(handle -> BulkStore.forget(handle, id, RANGE));
      old = old();
    }
  }

  private Integer old() {
    return database.read(handle -> BulkStore.old(handle, KEPT));
  }

  private List<Integer> open() {
    return database.read(BulkStore::open);
  }

  /** Tries some; returns whether there may be more. */
  private boolean chunk(int id) throws IOException {
    Bulk bulk = database.read(handle -> BulkStore.plain(handle, id));
    if (bulk.ended()) {
      return false;
    }
    return library.change(bulk.seller(), () -> {
      List<Standing> tried = database.write(handle -> tried(handle, bulk));
      for (Standing each : tried) {
        if (!bulk.step().possibleFrom(each.state())) {
          continue;
        }
        if (bulk.step() == Step.RETIRE) {
          library.remove(bulk.seller(), each.certificate());
        } else {
          library.monitor(bulk.seller(), each.certificate(), bulk.step().to() == CertificateState.MONITORED);
        }
      }
      return tried.size() == CHUNK;
    });
  }

  private List<Standing> tried(Handle handle, Bulk bulk) {
    List<Standing> some = BulkStore.untried(handle, bulk.id(), CHUNK);
    List<Standing> possible = new ArrayList<>(some);
    possible.removeIf(each -> !bulk.step().possibleFrom(each.state()));
    TakeMany.run(handle, possible, bulk.step(), bulk.account(), clock.instant());
    BulkStore.tried(handle, bulk.id(), some, bulk.step());
    if (some.size() < CHUNK) {
      BulkStore.end(handle, bulk.id(), clock.instant());
    }
    return some;
  }

  /** Waits until nothing is left to do. */
  public void settle() throws Exception {
    errand.settled().get();
  }

  @Override
  public void close() {
    errand.close();
  }
}
