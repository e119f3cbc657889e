package shotdeed.server.ledger.outside;

import java.time.Instant;
import java.time.InstantSource;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.server.platform.AddressFilter;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideCall;
import shotdeed.server.platform.OutsideSettings;

/** Has a witness sign that this server's log only grows, and when it had come so far. */
public final class Witnessing extends Outsider {
  private final WitnessClient client;

  /**
   * With the usual limits of time. The witness's answer "ahead" is not signed, so it is asked over https, or inside the
   * own network.
   *
   * @throws IllegalArgumentException if the witness's key is none
   */
  public Witnessing(OutsideSettings settings, OwnLog log, Database database, InstantSource clock) {
    this(settings, new OutsideCall(new AddressFilter(settings.targets()), CONNECT, WHOLE), log, database, clock);
  }

  Witnessing(OutsideSettings settings, OutsideCall call, OwnLog log, Database database, InstantSource clock) {
    this(
        call,
        new WitnessClient(call, settings.witnessUrl(), key(settings.witnessKey()), log, clock),
        settings,
        log,
        database,
        clock);
  }

  private Witnessing(
      OutsideCall call,
      WitnessClient client,
      OutsideSettings settings,
      OwnLog log,
      Database database,
      InstantSource clock) {
    super(call, errand(client, settings, log, database, clock));
    this.client = client;
  }

  private static OutsideErrand errand(
      WitnessClient client, OutsideSettings settings, OwnLog log, Database database, InstantSource clock) {
    String name = key(settings.witnessKey()).name();
    return new OutsideErrand(
        "witness",
        settings.witnessUrl(),
        checkpoint -> {
          int known = database.read(handle -> OutsideStore.witnessed(handle, checkpoint.origin(), name));
          WitnessClient.Given given = client.sign(checkpoint, known);
          Instant now = clock.instant();
          database.write(handle -> {
            OutsideStore.keep(handle, checkpoint, given.signature(), given.time(), now);
            return null;
          });
        },
        log::checkpoint,
        database,
        clock);
  }

  private static NoteKey key(String text) {
    try {
      NoteKey key = NoteKey.parse(text);
      if (key.type() == NoteKey.WITNESS) {
        return key;
      }
    } catch (Malformed e) {
      throw new IllegalArgumentException("witness-key: " + text + " is no key (" + e.getMessage() + ")", e);
    }
    throw new IllegalArgumentException("witness-key: " + text + " is the key of a log, not of a witness");
  }

  /**
   * Asks what the witness signed last, before this server signs anything: of a data folder that came back from a backup
   * the witness may be the only one who knows more. Waits for the answer, some seconds at most; without one it goes on.
   */
  public void lookBack(String origin) {
    client.reportLatest(origin);
  }
}
