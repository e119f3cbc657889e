package shotdeed.server.dispute;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.AfterFirstReview;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Leaks;
import shotdeed.server.lookup.Judge;
import shotdeed.server.lookup.JudgeOthers;
import shotdeed.server.picture.PictureDecoder;
import shotdeed.server.picture.UnreadablePicture;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.FileStore;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;
import shotdeed.server.platform.Turnstile;

/**
 * Compares what passed the first review with the certificates of all other sellers, and opens a dispute about each that
 * shows the same photograph. This happens after the upload was answered, one picture after the other: the answer and the
 * time it takes are the same whatever others have certified, and two uploads at once are each compared with the other.
 */
public final class CheckClaims implements AfterFirstReview {
  private static final Logger LOG = LoggerFactory.getLogger(CheckClaims.class);
  private static final int MAX_ATTEMPTS = 3;
  private static final int CHUNK = 100;
  private static final int UNIT = 10_000;

  private final Database database;
  private final FileStore files;
  private final Turnstile turnstile;
  private final PictureDecoder decoder;
  private final JudgeOthers judge;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public CheckClaims(
      Database database,
      FileStore files,
      Turnstile turnstile,
      PictureDecoder decoder,
      JudgeOthers judge,
      InstantSource clock) {
    this.database = database;
    this.files = files;
    this.turnstile = turnstile;
    this.decoder = decoder;
    this.judge = judge;
    this.clock = clock;
  }

  @Override
  public void stored(Handle handle, Certificate certificate) {
    if (DisputeSettings.current(handle).atUpload()) {
      wait(handle, certificate.id(), clock.instant());
    }
  }

  @Override
  public void committed() {
    // Whoever put this together has it run.
  }

  private static void wait(Handle handle, int certificate, Instant now) {
    handle.execute(
        "insert into claim_check (certificate_id, state, attempts, at) values (?, 'waiting', 0, ?)"
            + " on conflict (certificate_id) do update set state = 'waiting', attempts = 0, at = excluded.at",
        certificate,
        Times.text(now));
  }

  /** How far the comparisons are. */
  public record Progress(int waiting, int failed) {}

  /** How many certificates wait to be compared, and how many could not be. */
  public Progress progress() {
    return database.read(handle -> new Progress(count(handle, "waiting"), count(handle, "failed")));
  }

  private static int count(Handle handle, String state) {
    return handle.createQuery("select count(*) from claim_check where state = :state")
        .bind("state", state)
        .mapTo(int.class)
        .one();
  }

  /** Has all certificates that stand compared, such as those from before there were disputes; returns how many. */
  public int all(Caller caller) {
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    return database.write(handle -> {
      Audit.did(handle, clock.instant(), caller, 0, "disputes.compare", "server", 0, "");
      return handle.createUpdate(
                """
                insert into claim_check (certificate_id, state, attempts, at)
                select id, 'waiting', 0, :now from certificate
                where state in ('first-passed', 'certified', 'registered', 'monitored', 'paused', 'contested')
                on conflict (certificate_id) do update set state = 'waiting', attempts = 0, at = excluded.at""")
            .bind("now", Times.text(clock.instant()))
            .execute();
    });
  }

  /** Compares all that waits; returns how many disputes that opened. */
  public int run() {
    int opened = 0;
    List<Integer> waiting = waiting();
    while (!waiting.isEmpty()) {
      for (int certificate : waiting) {
        if (Thread.currentThread().isInterrupted()) {
          return opened;
        }
        opened += one(certificate);
      }
      waiting = waiting();
    }
    return opened;
  }

  private List<Integer> waiting() {
    return database.read(handle ->
        handle.createQuery("select certificate_id from claim_check where state = 'waiting'"
                + " order by certificate_id limit :chunk")
            .bind("chunk", CHUNK)
            .mapTo(int.class)
            .list());
  }

  /** Whatever happens, the picture is done, failed, or has one attempt less. */
  private int one(int id) {
    int attempt = database.write(handle ->
        handle.createQuery("update claim_check set attempts = attempts + 1 where certificate_id = :id returning attempts")
            .bind("id", id)
            .mapTo(int.class)
            .one());
    if (attempt > MAX_ATTEMPTS) {
      done(id, "failed");
      return 0;
    }
    try {
      int opened = compare(id);
      done(id, "done");
      return opened;
    } catch (NoSuchFileException | UnreadablePicture e) {
      LOG.warn("certificate {} cannot be compared with others: {}", id, e.toString());
      done(id, "failed");
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.warn("certificate {} could not be compared with others", id, e);
    }
    return 0;
  }

  private void done(int id, String state) {
    database.write(handle ->
        handle.execute("update claim_check set state = ? where certificate_id = ?", state, id));
  }

  private int compare(int id) throws IOException, UnreadablePicture {
    Certificate certificate = database.read(handle -> CertificateStore.find(handle, id));
    if (!OpenDispute.stands(certificate)) {
      return 0;
    }
    Map<Integer, OpenDispute.Grounds> found = new LinkedHashMap<>();
    for (int same : sameFile(certificate)) {
      found.put(same, new OpenDispute.Grounds("match", 0, "same-file", UNIT));
    }
    byte[] file = judge.hasOthers(certificate.seller()) ? files.get(certificate.sha256()) : null;
    for (Judge.Judged copy : file == null ? List.<Judge.Judged>of() : copies(certificate, file)) {
      int agreement = (int) Math.round(UNIT * Math.max(0, Math.min(1, copy.confirmation().agreement())));
      found.putIfAbsent(copy.certificate(), new OpenDispute.Grounds("match", 0, "copy", agreement));
    }
    int opened = 0;
    for (Map.Entry<Integer, OpenDispute.Grounds> other : found.entrySet()) {
      database.write(handle -> Leaks.note(handle, id, other.getKey()));
      opened += database.write(handle -> open(handle, id, other.getKey(), other.getValue())) == 0 ? 0 : 1;
    }
    return opened;
  }

  /** Of the machine's disputes the opener is who came later: by that upload a certified picture was claimed. */
  private int open(Handle handle, int id, int other, OpenDispute.Grounds grounds) {
    int later = CertificateStore.find(handle, Math.max(id, other)).seller();
    return OpenDispute.open(
        handle,
        id,
        other,
        new OpenDispute.Grounds(grounds.openedBy(), later, grounds.finding(), grounds.agreement()),
        DisputeSettings.current(handle),
        random,
        clock.instant());
  }

  private List<Integer> sameFile(Certificate certificate) {
    return database.read(handle ->
        handle.createQuery(
                """
                select id from certificate where sha256 = :sha256 and seller_id <> :seller
                  and state in ('first-passed', 'certified', 'registered', 'monitored', 'paused', 'contested', 'voided')
                order by id limit :most""")
            .bind("sha256", certificate.sha256())
            .bind("seller", certificate.seller())
            .bind("most", Judge.MOST_BY_FEATURES)
            .mapTo(int.class)
            .list());
  }

  private List<Judge.Judged> copies(Certificate certificate, byte[] file) throws IOException, UnreadablePicture {
    record Tried(List<Judge.Judged> copies, UnreadablePicture unreadable) {}
    Tried tried = turnstile.pass(() -> {
      try {
        return new Tried(judge.copies(certificate.seller(), decoder.decode(file).luma()), null);
      } catch (UnreadablePicture e) {
        return new Tried(List.of(), e);
      }
    });
    if (tried.unreadable() != null) {
      throw tried.unreadable();
    }
    return tried.copies();
  }
}
