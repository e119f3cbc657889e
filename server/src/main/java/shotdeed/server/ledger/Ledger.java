package shotdeed.server.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.KeyChange;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.ledger.TlogProof;
import shotdeed.ledger.Utf8;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/** The log for whoever proves something by it: signed checkpoints and proofs. */
public final class Ledger {
  private final Database database;
  private final LogKeys keys;
  private final LogMemory memory;
  private final InstantSource clock;

  /**
   * @param keyFolder where the keys' files are
   */
  public Ledger(Database database, Path keyFolder, LogMemory memory, InstantSource clock) {
    this.database = database;
    this.keys = new LogKeys(keyFolder);
    this.memory = memory;
    this.clock = clock;
  }

  /** Makes the log ready, or starts a successor; to be called before anything is appended. */
  public void open() {
    String before = database.read(handle -> {
      LogRow log = LogStore.newest(handle);
      return log == null ? null : log.origin();
    });
    database.write(handle -> {
      new OpenLog(keys, memory).run(handle, clock.instant());
      return null;
    });
    if (before != null && !before.equals(origin())) {
      checkpoint(); // so that the memory names the log that is in use
    }
  }

  /**
   * What the log is at a moment.
   *
   * @param key that signs
   */
  public record Standing(String origin, NoteKey key) {}

  /** What the log in use is called, and the key that signs for it. */
  public Standing standing() {
    return database.read(handle -> {
      LogRow log = LogStore.newest(handle);
      return new Standing(log.origin(), KeyStore.newest(handle, log.id()));
    });
  }

  /** The keys that signed for a log and lead to the one that signs now: whoever trusts one trusts that. */
  public List<NoteKey> keys(String origin) {
    return database.read(handle -> KeyStore.keys(handle, log(handle, origin).id()));
  }

  /**
   * Starts a successor because the log's own key signed what the store does not hold, which somebody outside kept; nothing
   * happens if the log in use is another by now, or holds it.
   *
   * @param signed a checkpoint of which the caller checked that the key signed it
   */
  public void signedOutside(Checkpoint signed) {
    database.write(handle -> {
      LogRow log = LogStore.newest(handle);
      if (log.origin().equals(signed.origin()) && !OpenLog.holds(handle, log, signed)) {
        OpenLog.Reason reason =
            signed.size() > log.size() ? OpenLog.Reason.OLDER_THAN_SIGNED : OpenLog.Reason.DIFFERS;
        new OpenLog(keys, memory).succeed(handle, clock.instant(), log, signed, reason);
        signed(handle);
      }
      return null;
    });
  }

  /** Ends the log in use and starts another, as after a backup came back of which nothing else tells. */
  public void succeed() {
    database.write(handle -> {
      LogRow log = LogStore.inUse(handle, clock.instant());
      new OpenLog(keys, memory).succeed(handle, clock.instant(), log, null, OpenLog.Reason.ASKED);
      signed(handle);
      return null;
    });
  }

  /** What the log in use is called. */
  public String origin() {
    return database.read(handle -> LogStore.newest(handle).origin());
  }

  /** Leaves of the log in use. */
  public int size() {
    return database.read(handle -> LogStore.newest(handle).size());
  }

  /** The key that signs for the log in use. */
  public NoteKey key() {
    return database.read(handle -> KeyStore.newest(handle, LogStore.newest(handle).id()));
  }

  /** What earlier keys of a log said of those after them, in order: notes of {@link KeyChange}s. */
  public List<String> keyChanges(String origin) {
    return database.read(handle -> KeyStore.statements(handle, log(handle, origin).id()));
  }

  /** The newest checkpoint of the log in use: of all leaves that stand now. */
  public SignedNote checkpoint() {
    SignedNote known = database.read(handle -> {
      LogRow log = LogStore.newest(handle);
      return CheckpointStore.of(handle, log.id(), log.size());
    });
    return known != null ? known : database.write(this::signed);
  }

  /** The newest checkpoint of a log as text: of an earlier one the last that was signed, or {@code null}. */
  String newest(String origin) {
    SignedNote note = origin.equals(origin())
        ? checkpoint()
        : database.read(handle -> CheckpointStore.newest(handle, log(handle, origin).id()));
    return note == null ? null : note.format();
  }

  private SignedNote signed(Handle handle) {
    LogRow log = LogStore.newest(handle);
    SignedNote known = CheckpointStore.of(handle, log.id(), log.size());
    if (known != null) {
      return known;
    }
    Tiles tiles = new Tiles(handle, log.id());
    requireGrown(handle, log, tiles);
    Checkpoint checkpoint = new Checkpoint(log.origin(), log.size(), tiles.root(log.size()));
    SignedNote note = signed(handle, log, checkpoint.text());
    memory.remember(note);
    CheckpointStore.insert(handle, log.id(), checkpoint, note, clock.instant());
    return note;
  }

  /** A log never signs what does not hold all that it signed before. */
  private static void requireGrown(Handle handle, LogRow log, Tiles tiles) {
    SignedNote last = CheckpointStore.newest(handle, log.id());
    if (last == null) {
      return;
    }
    Checkpoint before = CheckpointStore.checkpoint(last);
    if (!before.isSame(new Checkpoint(log.origin(), before.size(), tiles.root(before.size())))) {
      throw new IllegalStateException(
          "the log " + log.origin() + " no longer holds what was signed at " + before.size() + " leaves; restart the"
              + " server to start a successor");
    }
  }

  private SignedNote signed(Handle handle, LogRow log, String text) {
    NoteKey key = KeyStore.newest(handle, log.id());
    SigningKey signing = keys.of(key.fingerprint());
    if (signing == null) {
      throw new IllegalStateException("the file of the log's key is gone: " + keys.file(key.fingerprint()));
    }
    return new SignedNote(text, List.of(signing.signature(log.origin(), text)));
  }

  /**
   * Signs a text that is no checkpoint with the key of the log in use; its first line must not be a log's origin.
   *
   * @param as what the log was when the text was made
   * @return {@code null} if it is another log by now, or another key signs
   */
  public SignedNote sign(String text, Standing as) {
    if (text.startsWith("shotdeed/")) {
      throw new IllegalArgumentException("this could be taken for a checkpoint");
    }
    return database.read(handle -> {
      LogRow log = LogStore.newest(handle);
      boolean still = log.origin().equals(as.origin()) && KeyStore.newest(handle, log.id()).equals(as.key());
      return still ? signed(handle, log, text) : null;
    });
  }

  /** What a leaf's log is called. */
  public String origin(Leaf leaf) {
    return database.read(handle -> LogStore.of(handle, leaf.log()).origin());
  }

  /** The newest checkpoint that covers a leaf: of an earlier log the last that was signed of it. */
  public SignedNote covering(Leaf leaf) {
    SignedNote earlier = database.read(handle ->
        LogStore.newest(handle).id() == leaf.log() ? null : CheckpointStore.newest(handle, leaf.log()));
    return earlier == null ? checkpoint() : earlier;
  }

  /** The number of the log in use; leaves with another stand in an earlier one. */
  public int number() {
    return database.read(handle -> LogStore.newest(handle).id());
  }

  /** Whether a proof of a leaf can be made: leaves of an earlier log that were never signed have none. */
  public boolean isCovered(Leaf leaf) {
    return database.read(handle -> {
      if (LogStore.newest(handle).id() == leaf.log()) {
        return true;
      }
      SignedNote last = CheckpointStore.newest(handle, leaf.log());
      return last != null && CheckpointStore.checkpoint(last).size() > leaf.number();
    });
  }

  /**
   * Proves a leaf.
   *
   * @param checkpoint of the leaf's log, over more leaves than the leaf's number; signatures of witnesses may be with it
   * @throws IllegalStateException if the store was damaged, so that the proof would prove nothing
   */
  public TlogProof proof(Leaf leaf, SignedNote checkpoint) {
    int size = CheckpointStore.checkpoint(checkpoint).size();
    TlogProof proof = database.read(handle ->
        new TlogProof(leaf.extra(), leaf.number(), new Tiles(handle, leaf.log()).path(leaf.number(), size), checkpoint));
    if (!holds(proof)) {
      throw new IllegalStateException("the stored tree of the log is damaged near leaf " + leaf.number());
    }
    return proof;
  }

  private static boolean holds(TlogProof proof) {
    try {
      return proof.leadsToItsRoot();
    } catch (Malformed e) {
      return false;
    }
  }

  /** That a log's tree of {@code size} leaves grew from that of {@code before}. */
  public List<byte[]> consistency(String origin, int before, int size) {
    return database.read(handle -> {
      LogRow log = log(handle, origin);
      if (before < 0 || before > size || size > log.size()) {
        throw new IllegalArgumentException("there is no tree of " + size + " leaves behind one of " + before);
      }
      return new Tiles(handle, log.id()).consistency(before, size);
    });
  }

  /** The first leaf of a log that is a successor, which names the log before it; else {@code null}. */
  public Leaf predecessor(String origin) {
    return database.read(handle -> {
      List<Leaf> first = LogStore.range(handle, log(handle, origin).id(), 0, 1);
      return first.isEmpty() || !first.get(0).kind().equals("predecessor") ? null : first.get(0);
    });
  }

  private static LogRow log(Handle handle, String origin) {
    LogRow log = LogStore.ofOrigin(handle, origin);
    if (log == null) {
      throw new IllegalArgumentException("there is no log " + origin);
    }
    return log;
  }

  /**
   * From now on another key signs.
   *
   * @param trusted whether the key before says so; not if somebody else may have it
   * @return the new key
   */
  public NoteKey rotate(boolean trusted) {
    SigningKey next = SigningKey.generate();
    keys.put(next);
    return database.write(handle -> {
      Instant now = clock.instant();
      LogRow log = LogStore.newest(handle);
      NoteKey before = KeyStore.newest(handle, log.id());
      NoteKey after = next.named(log.origin());
      String text = new KeyChange(before, after, Times.text(now)).text();
      SignedNote statement =
          trusted ? signed(handle, log, text).with(next.signature(log.origin(), text)) : null;
      KeyStore.insert(handle, log.id(), after, statement, now);
      LogStore.append(
          handle,
          now,
          LogEntry.ofLog("key", "old-key", before.fingerprint(), "new-key", after.fingerprint()));
      return after;
    });
  }

  /**
   * Puts the key that signs back from a copy.
   *
   * @throws IOException if it cannot be read, or is another key
   */
  public void putBack(Path copy) throws IOException {
    SigningKey read = SigningKey.read(copy);
    if (!read.fingerprint().equals(key().fingerprint())) {
      throw new IOException("this is another key: " + read.fingerprint() + ", not " + key().fingerprint());
    }
    keys.put(read);
  }

  /**
   * Erases what the leaves of a seller who was closed commit to.
   *
   * @return how many leaves tell nothing any more
   * @throws IllegalStateException if there is no such seller, or it was not closed
   */
  public int erase(int seller) {
    return database.write(handle -> {
      int closed = handle.createQuery(
              "select count(*) from seller_standing where seller_id = :seller and closed_at is not null")
          .bind("seller", seller)
          .mapTo(int.class)
          .one();
      if (closed == 0) {
        throw new IllegalStateException("there is no closed seller " + seller + ": its owner closes it in the console");
      }
      return LogStore.erase(handle, seller);
    });
  }

  /** Where the file of the key that signs is kept. */
  public Path keyFile() {
    return keys.file(key().fingerprint());
  }

  /** The bytes of a proof's file. */
  public static byte[] bytes(TlogProof proof) {
    return Utf8.bytes(proof.format());
  }

  /** Reads a stored note. */
  public static SignedNote note(String text) {
    try {
      return SignedNote.parse(text);
    } catch (Malformed e) {
      throw new IllegalStateException("a stored note is damaged", e);
    }
  }
}
