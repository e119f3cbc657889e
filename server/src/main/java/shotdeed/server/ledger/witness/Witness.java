package shotdeed.server.ledger.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import shotdeed.ledger.Checkpoint;
import shotdeed.ledger.Malformed;
import shotdeed.ledger.Merkle;
import shotdeed.ledger.NoteKey;
import shotdeed.ledger.SignedNote;
import shotdeed.server.ledger.PlatformCrypto;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * Signs other logs' checkpoints after it has seen that each only grew since the last that it signed
 * (c2sp.org/tlog-witness). What it signed is in the store before it says so, and of two at once one is later, so that no
 * two of its signatures are ever about trees that contradict each other.
 */
public final class Witness {
  private final Database database;
  private final List<NoteKey> logs;
  private final WitnessKey key;
  private final InstantSource clock;

  private Witness(Database database, List<NoteKey> logs, WitnessKey key, InstantSource clock) {
    this.database = database;
    this.logs = logs;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Opens a witness.
   *
   * @param keyFolder where its key is, or will be
   * @param logs keys of the logs that it watches; with none it makes no key and knows nobody
   * @throws IllegalArgumentException if one of them is no key of a log
   * @throws IOException if its own key cannot be read or made
   */
  public static Witness open(Database database, Path keyFolder, List<String> logs, InstantSource clock)
      throws IOException {
    List<NoteKey> read = new ArrayList<>();
    for (String log : logs) {
      read.add(log(log));
    }
    return new Witness(database, List.copyOf(read), read.isEmpty() ? null : WitnessKey.in(keyFolder), clock);
  }

  private static NoteKey log(String text) {
    try {
      NoteKey key = NoteKey.parse(text);
      if (key.type() == NoteKey.LOG) {
        return key;
      }
    } catch (Malformed e) {
      throw new IllegalArgumentException(
          "witness-logs: " + text + " is no key of a log (" + e.getMessage() + ")", e);
    }
    throw new IllegalArgumentException("witness-logs: " + text + " is the key of a witness, not of a log");
  }

  /** How a request ends, with the status of HTTP that says so. */
  enum Outcome {
    /** Signed; the text is the line of the signature. */
    SIGNED(200),
    /** The request has another form, or the old size is above the new. */
    MALFORMED(400),
    /** None of the log's keys signed it. */
    UNSIGNED(403),
    /** No log of that name is watched. */
    UNKNOWN(404),
    /** The witness signed another size before; the text is that size. */
    OTHER_SIZE(409),
    /** The log did not grow from what was signed. */
    INCONSISTENT(422);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** An answer, with an end of line where there is text. */
  record Answer(Outcome outcome, String text) {}

  /** The key by which it is known, or nothing if it watches no log. */
  Optional<NoteKey> key() {
    return Optional.ofNullable(key).map(WitnessKey::named);
  }

  /** The key as a line of text for the settings of those whose logs it watches, or {@code null} if it watches none. */
  public String keyText() {
    return key == null ? null : key.named().text();
  }

  /** The logs that it watches, by name. */
  public List<String> logs() {
    return logs.stream().map(NoteKey::name).distinct().toList();
  }

  /** The last checkpoint of a log that it signed, with the log's signature, or {@code null}. */
  String latest(String origin) {
    return database.read(handle -> stored(handle, origin)).map(Stored::note).orElse(null);
  }

  /** Answers a request. */
  Answer add(byte[] body) {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(body);
    } catch (Malformed e) {
      return new Answer(Outcome.MALFORMED, e.getMessage() + "\n");
    }
    String origin = request.checkpoint().origin();
    List<NoteKey> keys = logs.stream().filter(each -> each.name().equals(origin)).toList();
    if (keys.isEmpty()) {
      return new Answer(Outcome.UNKNOWN, "this log is not watched here\n");
    }
    PlatformCrypto crypto = new PlatformCrypto();
    if (keys.stream().noneMatch(each -> request.note().isSignedBy(each, crypto))) {
      return new Answer(Outcome.UNSIGNED, "no key of the log signed this\n");
    }
    if (request.old() > request.checkpoint().size()) {
      return new Answer(Outcome.MALFORMED, "the old size is above the new\n");
    }
    // Looking and writing in one: of two requests the second sees what the first wrote.
    return database.write(handle -> signed(handle, request));
  }

  private Answer signed(Handle handle, AddCheckpoint request) {
    Checkpoint next = request.checkpoint();
    Stored last = stored(handle, next.origin())
        .orElse(new Stored(new Checkpoint(next.origin(), 0, Merkle.empty()), null));
    boolean same = request.old() == next.size();
    if (request.old() != last.checkpoint().size() || same && !next.isSame(last.checkpoint())) {
      return new Answer(Outcome.OTHER_SIZE, last.checkpoint().size() + "\n");
    }
    if (!Merkle.grew(
        request.old(), last.checkpoint().root(), next.size(), next.root(), request.proof())) {
      return new Answer(Outcome.INCONSISTENT, "the proof does not show that the log grew from what was signed\n");
    }
    Instant now = clock.instant();
    handle.execute(
        """
        insert into witnessed_log (origin, size, root, note, signed_at) values (?, ?, ?, ?, ?)
        on conflict (origin) do update set size = excluded.size, root = excluded.root, note = excluded.note,
          signed_at = excluded.signed_at""",
        next.origin(),
        next.size(),
        next.text().split("\n")[2],
        request.note().format(),
        Times.text(now));
    SignedNote.Signature signature = key.signature(request.note().text(), now.getEpochSecond());
    String note = new SignedNote(request.note().text(), List.of(signature)).format();
    return new Answer(Outcome.SIGNED, note.substring(request.note().text().length() + 1));
  }

  private record Stored(Checkpoint checkpoint, String note) {}

  private static Optional<Stored> stored(Handle handle, String origin) {
    return handle.createQuery("select size, root, note from witnessed_log where origin = :origin")
        .bind("origin", origin)
        .map((rs, ctx) -> new Stored(
            checkpoint(origin + "\n" + rs.getInt("size") + "\n" + rs.getString("root") + "\n"), rs.getString("note")))
        .findOne();
  }

  private static Checkpoint checkpoint(String text) {
    try {
      return Checkpoint.parse(text);
    } catch (Malformed e) {
      throw new IllegalStateException("the store's checkpoint of a watched log is damaged", e);
    }
  }
}
