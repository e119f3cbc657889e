package shotdeed.server.penalty;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.DataFault;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/**
 * The policies that forecasts are made under: those that come with the program, and the files that admins loaded and put
 * in force. Whoever needs several answers that agree takes {@link #current()} once. What holds is changed under one lock, so
 * that what is read from memory is never older than what was stored last.
 */
public final class Policies {
  /** Bytes of a file. */
  public static final int MAX_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
  private static final int MAX_NAME = 100;
  private static final int SHOWN = 50;

  private final PolicyLibrary bundled;
  private final Elsewhere elsewhere = Elsewhere.bundled();
  private final Database database;
  private final InstantSource clock;
  private volatile State state;

  public Policies(PolicyLibrary bundled, Database database, InstantSource clock) {
    this.bundled = bundled;
    this.database = database;
    this.clock = clock;
    state = database.read(this::stored);
  }

  /**
   * What stands.
   *
   * @param files those loaded, in the order in which they were put in force
   * @param left files that no longer fit those of the program, and why; they are left out
   */
  private record State(PolicyLibrary library, List<PolicyFile> files, List<LeftOut> left) {}

  /** A file that stands and cannot be used any more, and why. */
  public record LeftOut(PolicyFile file, String reason) {}

  /**
   * A loaded file beside what holds without it.
   *
   * @param before what it replaces or follows; {@code null} for a new market
   * @param after its own text
   * @param base tells whether somebody else changed what holds since this was shown
   */
  public record Preview(PolicyFile file, PenaltyPolicy before, PenaltyPolicy after, String base) {}

  /**
   * The policies of the program with the files that stand in a store, for commands beside a server.
   */
  public static PolicyLibrary stored(Database database) {
    return new Policies(PolicyLibrary.bundled(), database, InstantSource.system()).current();
  }

  /** All that holds, or will from its day on. */
  public PolicyLibrary current() {
    return state.library();
  }

  /** What is known of marketplaces without points. */
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  /** Loaded files that stand and cannot be used any more. */
  public List<LeftOut> leftOut() {
    return state.left();
  }

  /** The newest files, whatever became of them. */
  public List<PolicyFile> files(Caller caller) {
    requireAdmin(caller);
    return database.read(handle -> PolicyFileStore.newest(handle, SHOWN));
  }

  /**
   * Takes a file to be looked at; nothing is in force by that. The same bytes again find the file they made.
   *
   * @return its number
   * @throws Refused naming file, field and what was expected
   */
  public int load(Caller caller, String fileName, byte[] json) {
    requireAdmin(caller);
    String name = PageText.line(fileName, MAX_NAME);
    String file = name.isEmpty() ? "policy.json" : name;
    String sha256 = Secrets.sha256(json);
    return database.write(handle -> {
      PolicyFile same = PolicyFileStore.same(handle, sha256);
      if (same != null) {
        return same.id();
      }
      PenaltyPolicy policy = valid(file, json);
      requireUse(Succession.of(stored(handle).library().all(), policy, file), file);
      String content = new String(json, StandardCharsets.UTF_8);
      int id = PolicyFileStore.insert(handle, caller, clock.instant(), file, sha256, content, policy);
      Audit.did(handle, clock.instant(), caller, 0, "policy.load", "policy", id, said(policy));
      return id;
    });
  }

  /** That its market has a text after it, and that nobody can have read its sources later than today. */
  private void requireUse(Succession succession, String file) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Times.MARKET_ZONE);
    PenaltyPolicy put = succession.put();
    List<PenaltyPolicy> line =
        succession.policies().stream().filter(each -> each.market().equals(put.market())).toList();
    if (!PolicyLibrary.until(line.get(line.size() - 1)).isAfter(today)) {
      throw invalid(file, "validUntil", "expected a day after " + today + ", or null: else no text of this market holds today");
    }
    if (put.readDate().compareTo(today.toString()) > 0) {
      throw invalid(file, "readDate", "expected a day or month that is not after " + today);
    }
  }

  private static Refused invalid(String file, String field, String expected) {
    return new Refused(Errors.POLICY_INVALID, file, field, expected).with("field", field);
  }

  private PenaltyPolicy valid(String file, byte[] json) {
    try {
      return bundled.read(file, json);
    } catch (DataFault e) {
      throw invalid(e.file(), e.field(), e.expected());
    }
  }

  /** A loaded file beside what holds without it. */
  public Preview preview(Caller caller, int id) {
    requireAdmin(caller);
    return database.read(handle -> {
      PolicyFile file = PolicyFileStore.one(handle, id);
      State stored = stored(handle, id);
      PenaltyPolicy after = valid(file.name(), file.content().getBytes(StandardCharsets.UTF_8));
      PenaltyPolicy before;
      try {
        before = Succession.of(stored.library().all(), after, file.name()).before();
      } catch (Refused overlap) {
        before = stored.library().pick(file.market(), clock.instant()).orElse(null);
      }
      return new Preview(file, before, after, base(stored(handle)));
    });
  }

  /**
   * Puts a loaded file in force; put again, it stands as it did.
   *
   * @param base as the preview had it
   * @throws Refused if somebody else changed what holds since the preview, or it was taken back
   */
  public synchronized void put(Caller caller, int id, String base) {
    requireAdmin(caller);
    state = database.write(handle -> {
      PolicyFile file = PolicyFileStore.one(handle, id);
      if (file.stands()) {
        return stored(handle);
      }
      if (!file.waits()) {
        throw new Refused(Errors.POLICY_TAKEN_BACK).with("policy", id);
      }
      State before = stored(handle);
      if (!base(before).equals(base)) {
        throw new Refused(Errors.POLICY_CHANGED).with("policy", id);
      }
      PenaltyPolicy policy = valid(file.name(), file.content().getBytes(StandardCharsets.UTF_8));
      requireUse(Succession.of(before.library().all(), policy, file.name()), file.name());
      PolicyFileStore.put(handle, caller, clock.instant(), id);
      Audit.did(handle, clock.instant(), caller, 0, "policy.put", "policy", id, said(file));
      return stored(handle);
    });
  }

  /**
   * Takes a file back, whether it was in force or not; what was prepared under it keeps it. Taken back twice is once.
   *
   * @throws Refused if another file follows it and would not fit any more
   */
  public synchronized void takeBack(Caller caller, int id) {
    requireAdmin(caller);
    state = database.write(handle -> {
      PolicyFile file = PolicyFileStore.one(handle, id);
      if (file.takenAt() != null) {
        return stored(handle);
      }
      State without = stored(handle, id);
      if (without.left().size() > stored(handle).left().size()) {
        PolicyFile follower = without.left().get(without.left().size() - 1).file();
        throw new Refused(Errors.POLICY_FOLLOWED, follower.id(), follower.name()).with("policy", follower.id());
      }
      PolicyFileStore.takeBack(handle, caller, clock.instant(), id);
      Audit.did(handle, clock.instant(), caller, 0, "policy.take-back", "policy", id, said(file));
      return stored(handle);
    });
  }

  private State stored(Handle handle) {
    return stored(handle, 0);
  }

  /** What stands in the store without one of the files. */
  private State stored(Handle handle, int without) {
    PolicyLibrary library = bundled;
    List<PolicyFile> files = new ArrayList<>();
    List<LeftOut> left = new ArrayList<>();
    for (PolicyFile file : PolicyFileStore.standing(handle)) {
      if (file.id() == without) {
        continue;
      }
      try {
        PenaltyPolicy policy = valid(file.name(), file.content().getBytes(StandardCharsets.UTF_8));
        library = library.with(Succession.of(library.all(), policy, file.name()));
        files.add(file);
      } catch (Refused fault) {
        LOG.warn("policy file {} cannot be used any more: {}", file.id(), fault.getMessage());
        left.add(new LeftOut(file, fault.getMessage()));
      }
    }
    return new State(library, List.copyOf(files), List.copyOf(left));
  }

  private static String base(State state) {
    return state.files().stream().map(file -> String.valueOf(file.id())).collect(Collectors.joining(","));
  }

  private static String said(PenaltyPolicy policy) {
    return policy.policy() + " " + policy.version();
  }

  private static String said(PolicyFile file) {
    return file.policy() + " " + file.version();
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }
}
