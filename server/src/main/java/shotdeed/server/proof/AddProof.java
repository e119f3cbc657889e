package shotdeed.server.proof;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Admission;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.platform.Content;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.FreeSpace;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Turnstile;

/** Puts files into a certificate's folder: streamed to the store, never changed, each with its own answer. */
public final class AddProof {
  /** Bytes of one file: the raw files of large cameras, and short films of the session. */
  public static final long MAX_FILE = 256L << 20;

  /** Bytes of one request. */
  public static final long MAX_REQUEST = 1L << 30;

  /** Files of one request. */
  public static final int MAX_FILES = 50;

  /** Files that stand in one folder. */
  public static final int MAX_STANDING = 100;

  private static final int MAX_NAME = 200;

  private final Admission admission;
  private final Database database;
  private final FileStore files;
  private final FreeSpace space;
  private final ProofAccess access;
  private final ReadFile read;
  private final InstantSource clock;

  public AddProof(
      Admission admission,
      Database database,
      FileStore files,
      FreeSpace space,
      ProofAccess access,
      Turnstile turnstile,
      PictureDecoder decoder,
      InstantSource clock) {
    this.admission = admission;
    this.database = database;
    this.files = files;
    this.space = space;
    this.access = access;
    this.read = new ReadFile(decoder, turnstile);
    this.clock = clock;
  }

  /** What became of a file. */
  public enum Outcome {
    ADDED,
    ALREADY_THERE,
    EMPTY,
    TOO_LARGE,
    FOLDER_FULL;

    /** For messages. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The answer to one file. */
  public record Result(String name, Outcome outcome) {}

  /**
   * Adds files.
   *
   * @throws shotdeed.server.platform.Refused if the caller may not, or there is no room; files before that one stay
   */
  public List<Result> run(Caller caller, int certificate, ProofKind kind, List<? extends Content> given)
      throws IOException {
    database.read(handle -> access.change(handle, caller, certificate));
    List<Result> results = new ArrayList<>();
    for (Content file : given) {
      String name = PageText.line(file.name(), MAX_NAME);
      results.add(new Result(name, add(caller, certificate, kind, name, file)));
    }
    return results;
  }

  private Outcome add(Caller caller, int certificate, ProofKind kind, String name, Content file) throws IOException {
    if (file.size() == 0) {
      return Outcome.EMPTY;
    }
    if (file.size() > MAX_FILE) {
      return Outcome.TOO_LARGE;
    }
    admission.requireBytes(caller.seller(), file.size());
    space.require(file.size());
    return FreeSpace.orRefused(() -> {
      String sha256 = files.put(file);
      int known = database.read(handle -> ProofStore.ofFile(handle, caller.seller(), sha256));
      FileFacts facts = known == 0 ? read.of(files.path(sha256)) : null;
      Instant now = clock.instant();
      return database.write(handle -> {
        access.change(handle, caller, certificate);
        if (ProofStore.standing(handle, certificate) >= MAX_STANDING) {
          return Outcome.FOLDER_FULL;
        }
        int number = known == 0
            ? ProofStore.insert(handle, caller, sha256, file.size(), name, facts, now)
            : known;
        boolean added = ProofStore.use(handle, certificate, number, kind, caller.account(), now);
        if (added) {
          Audit.did(handle, now, caller, "proof.add", "certificate", certificate, kind.text());
        }
        return added ? Outcome.ADDED : Outcome.ALREADY_THERE;
      });
    });
  }
}
