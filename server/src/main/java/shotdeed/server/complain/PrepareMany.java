package shotdeed.server.complain;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import shotdeed.model.NoScreenshot;
import shotdeed.server.account.Caller;
import shotdeed.server.complain.forecast.ShopForecast;
import shotdeed.server.complain.risk.Reasons;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.monitor.Sighting;
import shotdeed.server.monitor.SightingStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.Refused;
import shotdeed.wire.CaptureClient;

/**
 * Prepares several complaints in the console, where no page is open, in one transaction. Each is sealed as one that is
 * prepared alone, and stands in the log by itself; what is saved is waiting for the disk: the files of all are
 * forced to it
 * together, and the log's tree is written once. A sighting that cannot be complained about is left out with the
 * reason; the
 * others of its complaint, and the other complaints, are prepared.
 */
public final class PrepareMany {
  private static final String ALONE = "alone";

  private final Database database;
  private final FileStore files;
  private final FreeSpace space;
  private final ForecastShop forecasts;
  private final Evidence evidence;
  private final PrepareComplaint prepare;
  private final IntConsumer sealed;
  private final InstantSource clock;

  /** @param sealed told each complaint's number once all are sealed; returns at once */
  public PrepareMany(
      Database database,
      FileStore files,
      FreeSpace space,
      ForecastShop forecasts,
      Evidence evidence,
      PrepareComplaint prepare,
      IntConsumer sealed,
      InstantSource clock) {
    this.database = database;
    this.files = files;
    this.space = space;
    this.forecasts = forecasts;
    this.evidence = evidence;
    this.prepare = prepare;
    this.sealed = sealed;
    this.clock = clock;
  }

  /**
   * A complaint that is wanted.
   *
   * @param key of the request, as a client's
   * @param sightings 1 to {@link PrepareComplaint#MAX_SIGHTINGS} numbers, each once, of one shop of the caller's
   * @param client what the person asked with
   */
  public record Wanted(String key, List<Integer> sightings, CaptureClient client) {}

  /**
   * What became of one.
   *
   * @param complaint its number; 0 if all of its sightings were left
   * @param left why sightings were left, by number
   */
  public record Tried(int complaint, Map<Integer, Refused> left) {}

  /** What is stored with the complaints, so that it stands if and only if they do. */
  public interface Noted {
    /** @param tried what became of each, in the order asked */
    void note(Handle handle, List<Tried> tried);
  }

  /** What is known before the store is written to. */
  private record Read(Wanted wanted, List<Sighting> whole, Map<Integer, Refused> left) {}

  /** Prepares them; the ownership of the photographs was stated for all. */
  public List<Tried> run(Caller caller, List<Wanted> wanted, Noted noted) throws IOException {
    caller.requireTeam();
    space.require(0);
    return FreeSpace.orRefused(() -> {
      Set<String> found = new HashSet<>();
      Map<String, ShopForecast> forecast = new HashMap<>();
      List<Read> read = new ArrayList<>();
      for (Wanted each : wanted) {
        Read one = read(caller, each, found);
        for (Sighting sighting : one.whole()) {
          forecast.computeIfAbsent(place(sighting), place -> forecasts.of(caller, sighting));
        }
        read.add(one);
      }
      List<Tried> tried = database.write(handle -> written(handle, caller, read, forecast, noted));
      for (Tried each : tried) {
        if (each.complaint() != 0) {
          sealed.accept(each.complaint());
        }
      }
      return tried;
    });
  }

  /** What the rules depend on, within one shop. */
  private static String place(Sighting sighting) {
    return sighting.listing().market() + " " + sighting.listing().site();
  }

  /** Hashes the captured files again; what is missing or damaged proves nothing. */
  private Read read(Caller caller, Wanted wanted, Set<String> found) {
    Read read = new Read(wanted, new ArrayList<>(), new LinkedHashMap<>());
    for (int number : wanted.sightings()) {
      try {
        Sighting sighting = database.read(handle -> SightingStore.ofSeller(handle, caller.seller(), number));
        evidence.requireWhole(List.of(sighting), found);
        read.whole().add(sighting);
      } catch (Refused refused) {
        read.left().put(number, refused);
      } catch (IOException e) {
        read.left().put(number, new Refused(Errors.INTERNAL));
      }
    }
    return read;
  }

  private List<Tried> written(
      Handle handle, Caller caller, List<Read> read, Map<String, ShopForecast> forecast, Noted noted)
      throws IOException {
    FileStore.Together kept = files.together();
    List<LogEntry> log = new ArrayList<>();
    Instant now = clock.instant();
    List<Tried> tried = new ArrayList<>();
    for (Read each : read) {
      Attempt attempt = new Attempt(handle, caller, each.wanted(), forecast, kept, log, now);
      tried.add(attempt.run(each.whole(), each.left()));
    }
    LogStore.append(handle, now, log);
    noted.note(handle, tried);
    kept.force();
    return tried;
  }

  /** One complaint within the transaction of all. */
  private final class Attempt {
    private final Handle handle;
    private final Caller caller;
    private final Wanted wanted;
    private final Map<String, ShopForecast> forecast;
    private final FileStore.Keep keep;
    private final List<LogEntry> log;
    private final Instant now;

    Attempt(
        Handle handle,
        Caller caller,
        Wanted wanted,
        Map<String, ShopForecast> forecast,
        FileStore.Keep keep,
        List<LogEntry> log,
        Instant now) {
      this.handle = handle;
      this.caller = caller;
      this.wanted = wanted;
      this.forecast = forecast;
      this.keep = keep;
      this.log = log;
      this.now = now;
    }

    Tried run(List<Sighting> whole, Map<Integer, Refused> left) throws IOException {
      List<Sighting> rest = new ArrayList<>();
      for (Sighting sighting : whole) {
        Refused refused = told(sighting);
        if (refused == null) {
          rest.add(sighting);
        } else {
          left.put(sighting.id(), refused);
        }
      }
      while (!rest.isEmpty()) {
        try {
          return new Tried(prepared(rest, false), left);
        } catch (Refused refused) {
          leave(rest, left, refused);
        }
      }
      return new Tried(0, left);
    }

    private Refused told(Sighting sighting) {
      try {
        PrepareComplaint.complainable(handle, caller, List.of(sighting.id()));
        return null;
      } catch (Refused refused) {
        return refused;
      }
    }

    /** Leaves those out that would be refused alone; if that is none, all of them. */
    private void leave(List<Sighting> rest, Map<Integer, Refused> left, Refused refused) throws IOException {
      Map<Integer, Refused> alone = new LinkedHashMap<>();
      if (rest.size() > 1) {
        for (Sighting sighting : rest) {
          try {
            prepared(List.of(sighting), true);
          } catch (Refused because) {
            alone.put(sighting.id(), because);
          }
        }
      }
      if (alone.isEmpty()) {
        rest.forEach(sighting -> alone.put(sighting.id(), refused));
      }
      left.putAll(alone);
      rest.removeIf(sighting -> alone.containsKey(sighting.id()));
    }

    /** @param only whether it is only tried, and nothing of it stays */
    private int prepared(List<Sighting> sightings, boolean only) throws IOException {
      int logged = log.size();
      handle.savepoint(ALONE);
      try {
        int id = stored(sightings);
        if (only) {
          handle.rollbackToSavepoint(ALONE);
          log.subList(logged, log.size()).clear();
        } else {
          handle.releaseSavepoint(ALONE);
        }
        return id;
      } catch (Refused refused) {
        handle.rollbackToSavepoint(ALONE);
        log.subList(logged, log.size()).clear();
        throw refused;
      }
    }

    private int stored(List<Sighting> sightings) throws IOException {
      Sighting first = sightings.get(0);
      ShopForecast under = forecast.get(place(first));
      CaseComplaint draft = prepare.draft(
          caller,
          wanted.key(),
          now,
          sightings.stream().map(Sighting::id).toList(),
          first,
          null,
          NoScreenshot.CONSOLE.sentence(),
          under);
      Capture capture = PrepareComplaint.capture(wanted.client(), null, null, sightings);
      return prepare.store(handle, caller, draft, capture, under, Reasons.of(List.of()), keep, log);
    }
  }
}
