package shotdeed.server.ledger.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import shotdeed.ledger.SignedNote;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.OutsideSettings;

/** Has a time-stamp authority say when the log had come so far. */
public final class Stamping implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(20);

  private final OutsideCall call;
  private final OutsideErrand errand;

  /** With the usual limits of time: 5 seconds for a connection, 20 for all of a call. */
  public Stamping(OutsideSettings settings, Supplier<SignedNote> newest, Database database, InstantSource clock) {
    this(settings, new OutsideCall(new AddressFilter(settings.targets()).withPlain(), CONNECT, WHOLE), newest,
        database, clock);
  }

  Stamping(
      OutsideSettings settings,
      OutsideCall call,
      Supplier<SignedNote> newest,
      Database database,
      InstantSource clock) {
    this.call = call;
    String url = settings.stampUrl();
    StampClient client = new StampClient(call, url, settings.stampRoots(), clock);
    errand = new OutsideErrand(
        "stamp",
        url,
        checkpoint -> {
          StampClient.Given given = client.stamp(checkpoint.bytes());
          Instant now = clock.instant();
          database.write(handle -> {
            OutsideStore.keep(handle, checkpoint, given, url, now);
            return null;
          });
        },
        newest,
        database,
        clock);
  }

  OutsideErrand errand() {
    return errand;
  }

  /** Goes on with what an earlier run left. */
  public void start() {
    errand.start();
  }

  /** Evidence was sealed, so that it matters to be soon; returns at once. */
  public void sealed() {
    errand.sealed();
  }

  /** Asks now if that is due; returns whether there is an answer that was not there before. */
  public boolean once() {
    return errand.once();
  }

  /** How it stands, for a log of so many leaves. */
  public OutsideStatus.Side side(String origin, int size) {
    return errand.side(origin, size);
  }

  @Override
  public void close() {
    errand.stop();
    call.close();
    errand.close();
  }
}
