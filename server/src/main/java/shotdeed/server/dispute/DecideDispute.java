package shotdeed.server.dispute;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Library;
import shotdeed.server.certify.LogCertificates;
import shotdeed.server.certify.Step;
import shotdeed.server.certify.second.EnterQueue;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;

/**
 * A neutral reviewer decides whose picture it is. What loses is revoked, what stands is again what it was before. Nothing
 * here asks which certificate came first: to certify a stolen picture early gains nothing.
 */
public final class DecideDispute {
  private static final int MAX_WORDS = 4000;

  private final Database database;
  private final Library library;
  private final EnterQueue queue;
  private final InstantSource clock;

  public DecideDispute(Database database, Library library, EnterQueue queue, InstantSource clock) {
    this.database = database;
    this.library = library;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * What the reviewer says.
   *
   * @param owner {@code a}, {@code b}, {@code neither} or {@code both}: whose certificate stands
   * @param groundlessA whether side A claimed without any ground; not for a side that stands
   * @param reasons for the record, never shown to a side
   * @param told shown to both sides, so it must name neither
   */
  public record Words(String owner, boolean groundlessA, boolean groundlessB, String reasons, String told) {}

  /**
   * Decides.
   *
   * @throws Refused also if a colleague was quicker, or if the caller decided the same dispute before and a colleague could
   */
  public Decision run(Caller caller, int id, Words words) throws IOException {
    Neutral.requireReviewer(caller);
    Words clean = clean(words);
    Decision decision = database.write(handle -> decided(handle, caller, id, clean));
    Sides.follow(database, library, id);
    return decision;
  }

  private static Words clean(Words words) {
    if (!List.of("a", "b", "neither", "both").contains(words.owner())) {
      throw Fields.invalid("owner", "a, b, neither or both");
    }
    if (words.groundlessA() && stands(words.owner(), Side.A) || words.groundlessB() && stands(words.owner(), Side.B)) {
      throw Fields.invalid("groundless", "only a side whose certificate is revoked");
    }
    return new Words(
        words.owner(),
        words.groundlessA(),
        words.groundlessB(),
        Fields.whole("reasons", words.reasons(), MAX_WORDS),
        Fields.whole("told", words.told(), MAX_WORDS));
  }

  private static boolean stands(String owner, Side side) {
    return owner.equals("both") || owner.equals(side.text());
  }

  private Decision decided(Handle handle, Caller caller, int id, Words words) {
    Instant now = clock.instant();
    Dispute dispute = Neutral.dispute(handle, caller, id);
    List<Decision> before = Decision.of(handle, id);
    if (!dispute.open()) {
      throw new Refused(Errors.DISPUTE_DECIDED);
    }
    boolean again = before.stream().anyMatch(each -> each.account() == caller.account());
    if (again && Neutral.othersThan(handle, dispute, caller.account())) {
      throw new Refused(Errors.DISPUTE_NOT_NEUTRAL);
    }
    Decision decision = new Decision(
        0,
        id,
        outcome(dispute, words.owner()),
        words.owner(),
        words.groundlessA(),
        words.groundlessB(),
        words.reasons(),
        words.told(),
        caller.account(),
        caller.accountName(),
        now);
    Decision.insert(handle, decision);
    DisputeStore.setState(handle, id, "decided");
    Audit.did(handle, now, caller, 0, "dispute.decide", "dispute", id, decision.outcome());
    for (Side side : Side.values()) {
      LogCertificates.decided(handle, dispute.certificate(side), "dispute", decision.outcome(), now);
    }
    for (Side side : Side.values()) {
      if (!stands(words.owner(), side)) {
        revoke(handle, caller, dispute.certificate(side), now);
      }
    }
    for (Side side : Side.values()) {
      if (stands(words.owner(), side)) {
        release(handle, caller, dispute.certificate(side), now);
      }
    }
    return decision;
  }

  private static String outcome(Dispute dispute, String owner) {
    return switch (owner) {
      case "neither" -> "void";
      case "both" -> "both";
      default -> owner.equals(dispute.laterSide().text()) ? "transfer" : "uphold";
    };
  }

  /** Ends the certificate, and with it all else that is open about it. */
  private void revoke(Handle handle, Caller caller, int id, Instant now) {
    Certificate certificate = CertificateStore.find(handle, id);
    if (OpenDispute.stands(certificate)) {
      OpenDispute.contest(handle, certificate, now);
      CertificateStore.take(handle, CertificateStore.find(handle, id), Step.REVOKE, caller.account(), now);
    }
    for (Dispute other : DisputeStore.openOf(handle, id)) {
      DisputeStore.setState(handle, other.id(), "closed");
      release(handle, caller, other.a() == id ? other.b() : other.a(), now);
    }
  }

  /** Lets the certificate be what it was, unless something else is still open about it. */
  private void release(Handle handle, Caller caller, int id, Instant now) {
    Certificate certificate = CertificateStore.find(handle, id);
    if (certificate.state() == CertificateState.CONTESTED && DisputeStore.openOf(handle, id).isEmpty()) {
      queue.again(handle, CertificateStore.release(handle, certificate, caller.account(), now));
    }
  }
}
