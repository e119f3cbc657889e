package shotdeed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.complain.bundle.OutsideProof;
import shotdeed.server.ledger.Ledger;
import shotdeed.server.ledger.outside.OutsideStatus;
import shotdeed.server.ledger.outside.OutsideTimes;
import shotdeed.server.ledger.outside.OwnLog;
import shotdeed.server.ledger.outside.Stamping;
import shotdeed.server.ledger.outside.Witnessing;
import shotdeed.server.ledger.witness.Witness;
import shotdeed.server.ledger.witness.WitnessRoutes;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.OutsideSettings;
import shotdeed.server.platform.RouteGroup;
import shotdeed.server.platform.StrangerBodies;

/** What others say about the log's times, and what this server says about others' logs. */
public final class OutsideProofs implements AutoCloseable {
  private final Database database;
  private final NoteKey witnessKey;
  private final Ledger ledger;
  private final Witness witness;
  private final WitnessRoutes routes;
  private final Stamping stamping;
  private final Witnessing witnessing;

  OutsideProofs(
      OutsideSettings settings,
      Path keyFolder,
      Ledger ledger,
      StrangerBodies strangers,
      Database database,
      InstantSource clock) {
    this.database = database;
    this.witnessKey = settings.witnessKey() == null ? null : key(settings.witnessKey());
    this.ledger = ledger;
    try {
      witness = Witness.open(database, keyFolder, settings.witnessed(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the witness's key", e);
    }
    routes = new WitnessRoutes(witness, strangers);
    OwnLog log = new Own(ledger);
    stamping = settings.stampUrl() == null ? null : new Stamping(settings, log::checkpoint, database, clock);
    witnessing = settings.witnessUrl() == null ? null : new Witnessing(settings, log, database, clock);
  }

  private record Own(Ledger ledger) implements OwnLog {
    @Override
    public SignedNote checkpoint() {
      return ledger.checkpoint();
    }

    @Override
    public NoteKey key() {
      return ledger.key();
    }

    @Override
    public List<NoteKey> keys() {
      return ledger.keys(ledger.origin());
    }

    @Override
    public List<byte[]> consistency(String origin, int before, int size) {
      return ledger.consistency(origin, before, size);
    }

    @Override
    public void signedOutside(Checkpoint signed) {
      ledger.signedOutside(signed);
    }
  }

  private static NoteKey key(String text) {
    try {
      return NoteKey.parse(text);
    } catch (Malformed e) {
      throw new IllegalArgumentException("witness-key: " + e.getMessage(), e);
    }
  }

  /** What was said, for bundles. */
  OutsideProof.Source source() {
    return new OutsideProof.Source() {
      @Override
      public List<OutsideProof> covering(String origin, int leaf) {
        return database.read(handle -> OutsideTimes.covering(handle, origin, leaf)).stream()
            .map(said -> new OutsideProof(said.by(), Instant.parse(said.time()), said.checkpoint().note(), said.tsr()))
            .toList();
      }

      @Override
      public List<NoteKey> witnesses() {
        return witnessKey == null ? List.of() : List.of(witnessKey);
      }
    };
  }

  List<RouteGroup> routes() {
    return List.of(routes);
  }

  /** Asks the witness what it knows of the log, before anything is signed. */
  void lookBack() {
    if (witnessing != null) {
      witnessing.lookBack(ledger.origin());
    }
  }

  /** Goes on with what an earlier run left. */
  void start() {
    if (stamping != null) {
      stamping.start();
    }
    if (witnessing != null) {
      witnessing.start();
    }
  }

  /** Evidence was sealed and logged: its time is asked for soon. Returns at once, whatever those outside do. */
  public void sealed() {
    if (stamping != null) {
      stamping.sealed();
    }
    if (witnessing != null) {
      witnessing.sealed();
    }
  }

  /** How it stands with those outside. */
  public OutsideStatus status() {
    int size = ledger.size();
    String origin = ledger.origin();
    return new OutsideStatus(
        stamping == null ? null : stamping.side(origin, size),
        witnessing == null ? null : witnessing.side(origin, size),
        ledger.key().text(),
        witness.keyText(),
        witness.logs());
  }

  /** Asks all who are due and waits for what they answer. */
  public void settle() {
    if (stamping != null) {
      stamping.once();
    }
    if (witnessing != null) {
      witnessing.once();
    }
  }

  @Override
  public void close() {
    if (stamping != null) {
      stamping.close();
    }
    if (witnessing != null) {
      witnessing.close();
    }
  }
}
