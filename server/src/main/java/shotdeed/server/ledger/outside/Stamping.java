package shotdeed.server.ledger.outside;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import shotdeed.ledger.SignedNote;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.OutsideSettings;

/** Has a time-stamp authority say when the log had come so far. */
public final class Stamping extends Outsider {
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
    super(call, errand(settings, call, newest, database, clock));
  }

  private static OutsideErrand errand(
      OutsideSettings settings,
      OutsideCall call,
      Supplier<SignedNote> newest,
      Database database,
      InstantSource clock) {
    String url = settings.stampUrl();
    StampClient client = new StampClient(call, url, settings.stampRoots(), clock);
    return new OutsideErrand(
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
}
