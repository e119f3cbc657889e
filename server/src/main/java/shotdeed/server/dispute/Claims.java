package shotdeed.server.dispute;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * A seller who was told of a certificate by its number says that its photograph is theirs. The answer is the same whether
 * there is such a certificate or not, and nothing is held up until a neutral reviewer has compared the two.
 */
public final class Claims {
  /** Claims of a seller that may wait at a time. */
  static final int MAX_WAITING = 5;

  private static final int MAX_WORDS = 1000;
  private static final int MOST_SHOWN = 50;

  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Claims(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A claim that waits.
   *
   * @param certificate the seller's own
   * @param against the number that the seller gave
   * @param exists whether a certificate that stands, of another seller, has that number
   */
  public record Claim(int id, int certificate, int against, boolean exists, String reason, int groundless, Instant at) {}

  /**
   * Makes a claim with a certificate of one's own.
   *
   * @throws Refused also if too many wait, or too many were found to be without ground
   */
  public void make(Caller caller, int certificate, int against, String reason) {
    caller.requireTeam();
    String words = Fields.whole("reason", reason, MAX_WORDS);
    Fields.number("against", against, 1, Integer.MAX_VALUE);
    database.write(handle -> {
      Instant now = clock.instant();
      Certificate own = CertificateStore.ofSeller(handle, caller.seller(), certificate);
      Certificate other = CertificateStore.find(handle, against);
      if (!OpenDispute.stands(own)) {
        throw new Refused(Errors.WRONG_STATE, own.state().text()).with("state", own.state().text());
      }
      if (other != null && other.seller() == caller.seller()) {
        throw Fields.invalid("against", "the number of a certificate that is not your own");
      }
      if (DisputeSettings.current(handle).usedUp(handle, caller.seller(), now)
          || waitingOf(handle, caller.seller()) >= MAX_WAITING) {
        throw new Refused(Errors.CLAIMS_USED_UP, MAX_WAITING);
      }
      handle.execute(
          "insert into dispute_claim (seller_id, certificate_id, against, reason, state, groundless, account_id, made_at)"
              + " values (?, ?, ?, ?, 'waiting', 0, ?, ?)",
          caller.seller(),
          certificate,
          against,
          words,
          caller.account(),
          Times.text(now));
      Audit.did(handle, now, caller, "claim.make", "certificate", certificate, "");
      return null;
    });
  }

  private static int waitingOf(Handle handle, int seller) {
    return handle.createQuery("select count(*) from dispute_claim where seller_id = :seller and state = 'waiting'")
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }

  /** What waits and concerns the caller's own seller on neither side, the oldest first. */
  public List<Claim> waiting(Caller caller) {
    Neutral.requireReviewer(caller);
    Instant since = clock.instant().minus(DisputeSettings.MEMORY);
    record Row(int id, int seller, int certificate, int against, String reason, Instant at) {}
    return database.read(handle -> handle.createQuery(
            """
            select m.id, m.seller_id, m.certificate_id, m.against, m.reason, m.made_at from dispute_claim m
            where m.state = 'waiting' and m.seller_id <> :seller
              and not exists (select 1 from certificate c where c.id = m.against and c.seller_id = :seller)
            order by m.id limit :most""")
        .bind("seller", caller.seller())
        .bind("most", MOST_SHOWN)
        .map((rs, ctx) ->
            new Row(
                rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getString(5), Times.of(rs.getString(6))))
        .list()
        .stream()
        .map(row -> {
          Certificate other = CertificateStore.find(handle, row.against());
          return new Claim(
              row.id(),
              row.certificate(),
              row.against(),
              other != null && OpenDispute.stands(other),
              row.reason(),
              DisputeStore.groundless(handle, row.seller(), since),
              row.at());
        })
        .toList());
  }

  /** Opens a dispute as claimed; returns its number, or 0 if the two are or were in one already, or one is over. */
  public int open(Caller caller, int id) {
    return database.write(handle -> {
      Claim claim = one(handle, caller, id);
      Certificate own = CertificateStore.find(handle, claim.certificate());
      if (CertificateStore.find(handle, claim.against()) == null) {
        throw new Refused(Errors.NOT_FOUND);
      }
      int dispute = OpenDispute.open(
          handle,
          claim.certificate(),
          claim.against(),
          new OpenDispute.Grounds("claim", own.seller(), "claimed", 0),
          DisputeSettings.current(handle),
          random,
          clock.instant());
      handled(handle, caller, id, "opened", false, null);
      return dispute;
    });
  }

  /** Turns a claim down, for a reason on record; without ground it counts against who made it. */
  public void dismiss(Caller caller, int id, String answer, boolean groundless) {
    String words = Fields.whole("dismissal", answer, MAX_WORDS);
    database.write(handle -> {
      one(handle, caller, id);
      handled(handle, caller, id, "dismissed", groundless, words);
      return null;
    });
  }

  private Claim one(Handle handle, Caller caller, int id) {
    return waiting(caller).stream()
        .filter(claim -> claim.id() == id)
        .findFirst()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  private void handled(Handle handle, Caller caller, int id, String state, boolean groundless, String answer) {
    handle.execute(
        "update dispute_claim set state = ?, groundless = ?, answer = ?, handled_by = ?, handled_at = ? where id = ?",
        state,
        groundless ? 1 : 0,
        answer,
        caller.account(),
        Times.text(clock.instant()),
        id);
    Audit.did(handle, clock.instant(), caller, 0, "claim." + state, "claim", id, "");
  }
}
