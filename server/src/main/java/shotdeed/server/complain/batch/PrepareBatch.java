package shotdeed.server.complain.batch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.AccountStore;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Standing;
import shotdeed.server.audit.Audit;
import shotdeed.server.complain.PrepareMany;
import shotdeed.server.complain.PrepareMany.Tried;
import shotdeed.server.complain.PrepareMany.Wanted;
import shotdeed.server.complain.forms.FormLibrary;
import shotdeed.server.monitor.Finding;
import shotdeed.server.monitor.FindingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errand;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.wire.CaptureClient;

/**
 * Prepares complaints about many listings of one shop. The list is put down whole and at once; it is worked off
 * beside the
 * request, some complaints a transaction, and after a restart it goes on where it was. Whatever is asked twice, by one
 * person or by two, is prepared once: the second finds it complained about, and leaves it.
 */
public final class PrepareBatch implements AutoCloseable {
  /** Copies that can be ticked in one request. */
  public static final int MAX_TICKED = ReadShop.MOST_COPIES;

  /** Complaints a transaction. */
  static final int PARTS = 25;

  /** A key and the number of a part are one complaint's key. */
  private static final int MAX_KEY = 40;

  private final Database database;
  private final FormLibrary forms;
  private final PrepareMany prepare;
  private final InstantSource clock;
  private final ReentrantLock working = new ReentrantLock(true);
  private final Errand errand = new Errand("complaints about many listings", this::run);

  public PrepareBatch(Database database, FormLibrary forms, PrepareMany prepare, InstantSource clock) {
    this.database = database;
    this.forms = forms;
    this.prepare = prepare;
    this.clock = clock;
  }

  /**
   * What a person asks for.
   *
   * @param key the form's own, so that a press repeated is one batch
   * @param shopKey see {@link shotdeed.server.monitor.ShopKey}
   * @param findings 1 to {@link #MAX_TICKED} numbers; those that are none of the shop's are only counted
   * @param owned whether the ownership of the photographs was stated
   * @param browser that it was asked with
   * @param language of the person's pages, a tag
   */
  public record Asked(
      String key, String shopKey, Set<Integer> findings, boolean owned, String browser, String language) {}

  /**
   * Puts a list down and begins with it.
   *
   * @return its number; asked again with the same key, the same
   */
  public int start(Caller caller, Asked asked) {
    int id = enlist(caller, asked);
    errand.wake();
    return id;
  }

  /** Puts a list down. */
  int enlist(Caller caller, Asked asked) {
    caller.requireTeam();
    if (!asked.owned()) {
      throw new Refused(Errors.OWNERSHIP_NOT_STATED);
    }
    if (Fields.key("key", asked.key()).length() > MAX_KEY) {
      throw Fields.invalid("key", "a UUID");
    }
    Fields.list("ticked", List.copyOf(asked.findings()), 1, MAX_TICKED);
    return database.write(handle -> {
      int known = BatchStore.ofKey(handle, caller.seller(), asked.key());
      return known != 0 ? known : put(handle, caller, asked);
    });
  }

  private int put(Handle handle, Caller caller, Asked asked) {
    Standing.requireActive(handle, caller.seller());
    List<Group> groups = ReadShop.ticked(handle, caller, asked.shopKey(), asked.findings());
    if (groups.isEmpty()) {
      throw new Refused(Errors.NOT_FOUND);
    }
    int copies = groups.stream().mapToInt(group -> group.copies().size()).sum();
    int id = BatchStore.insert(
        handle, caller, asked, groups.get(0).first(), asked.findings().size() - copies, clock.instant());
    int part = 0;
    for (Split.Share share : Split.of(forms, groups)) {
      for (List<Copy> one : share.parts()) {
        part++;
        BatchStore.enlist(handle, id, part, one);
      }
    }
    for (Group group : groups) {
      BatchStore.enlist(handle, id, 0, group.unfit());
    }
    BatchStore.end(handle, id, clock.instant());
    Audit.did(handle, clock.instant(), caller, "complaints.prepare", "batch", id, String.valueOf(part));
    return id;
  }

  /** One of the caller's. */
  public Batch one(Caller caller, int id) {
    Batch batch = database.read(handle -> BatchStore.ofSeller(handle, caller.seller(), id));
    if (!batch.ended()) {
      errand.wake();
    }
    return batch;
  }

  /** Goes on with what the server was at when it stopped. */
  public void start() {
    errand.wake();
  }

  /** Turn by turn, so that a short one waits for no long one. */
  private void run() throws IOException {
    List<Integer> open = new ArrayList<>(database.read(BatchStore::open));
    IOException trouble = null;
    Set<Integer> stuck = new HashSet<>();
    while (!open.isEmpty() && !Thread.currentThread().isInterrupted()) {
      for (int batch : open) {
        try {
          some(batch);
        } catch (IOException | RuntimeException e) {
          stuck.add(batch); // such as a full disk: the others go on, and this one does when somebody looks at it
          trouble = e instanceof IOException io ? io : new IOException(e);
        }
      }
      open = new ArrayList<>(database.read(BatchStore::open));
      open.removeAll(stuck);
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  /** Prepares some of a list. */
  void some(int id) throws IOException {
    working.lock();
    try {
      BatchStore.Work work = database.read(handle -> BatchStore.work(handle, id));
      List<BatchStore.Item> items = database.read(handle -> BatchStore.untried(handle, id, PARTS));
      Caller caller = database.read(handle -> asker(handle, work));
      Refused hindered = hindered(caller);
      if (hindered != null) {
        leave(work, items, hindered);
        return;
      }
      Map<Integer, List<BatchStore.Item>> parts = new LinkedHashMap<>();
      items.forEach(item -> parts.computeIfAbsent(item.part(), part -> new ArrayList<>()).add(item));
      CaptureClient client = new CaptureClient("", work.browser(), work.language());
      List<Wanted> wanted = new ArrayList<>();
      parts.forEach((part, some) ->
          wanted.add(new Wanted(
              work.key() + "-" + part, some.stream().map(BatchStore.Item::sighting).toList(), client)));
      prepare.run(caller, wanted, (handle, tried) -> note(handle, caller, work, List.copyOf(parts.values()), tried));
    } finally {
      working.unlock();
    }
  }

  /** Who asked, or {@code null} if they have left since. */
  private static Caller asker(Handle handle, BatchStore.Work work) {
    return AccountStore.hasLeft(handle, work.account())
        ? null
        : AccountStore.caller(handle, work.account(), null, null);
  }

  /** Why nothing can be prepared for whoever asked: they left the team, or their seller was suspended. */
  private Refused hindered(Caller caller) {
    try {
      if (caller == null) {
        return new Refused(Errors.NOT_ALLOWED);
      }
      caller.requireTeam();
      database.read(handle -> {
        Standing.requireActive(handle, caller.seller());
        return null;
      });
      return null;
    } catch (Refused refused) {
      return refused;
    }
  }

  private void leave(BatchStore.Work work, List<BatchStore.Item> items, Refused refused) {
    database.write(handle -> {
      items.forEach(item -> BatchStore.tried(handle, work.id(), item, refused.error().code(), 0));
      BatchStore.end(handle, work.id(), clock.instant());
      return null;
    });
  }

  private void note(
      Handle handle, Caller caller, BatchStore.Work work, List<List<BatchStore.Item>> parts, List<Tried> tried) {
    for (int i = 0; i < parts.size(); i++) {
      for (BatchStore.Item item : parts.get(i)) {
        Refused left = tried.get(i).left().get(item.sighting());
        if (left == null) {
          BatchStore.tried(handle, work.id(), item, BatchStore.PREPARED, tried.get(i).complaint());
        } else {
          BatchStore.tried(handle, work.id(), item, why(handle, caller, item, left), complaint(left));
        }
      }
    }
    BatchStore.end(handle, work.id(), clock.instant());
  }

  /** What somebody else decided meanwhile says more than that it is no open copy. */
  private static String why(Handle handle, Caller caller, BatchStore.Item item, Refused left) {
    if (left.error() != Errors.NOT_A_COPY && left.error() != Errors.REASON_NEEDED) {
      return left.error().code();
    }
    Finding finding = FindingStore.ofSeller(handle, caller.seller(), item.finding());
    return finding.state().isOpen() ? left.error().code() : finding.state().text();
  }

  private static int complaint(Refused left) {
    return left.members().get("complaint") instanceof Integer number ? number : 0;
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
