package shotdeed.server.dispute;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.audit.Audit;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.certify.Step;

/** Opens a dispute between two certificates that stand. */
final class OpenDispute {
  private OpenDispute() {}

  /**
   * What speaks for it.
   *
   * @param agreement in ten-thousandths, or 0
   */
  record Grounds(String openedBy, int opener, String finding, int agreement) {}

  /**
   * Opens it, unless there is or was one about these two, or one of them no longer stands.
   *
   * @param lot which certificate is shown first is drawn, so that the page's order says nothing
   * @return its number, or 0
   */
  static int open(
      Handle handle, int one, int other, Grounds grounds, DisputeSettings settings, RandomGenerator lot, Instant now) {
    Certificate earlier = CertificateStore.find(handle, Math.min(one, other));
    Certificate later = CertificateStore.find(handle, Math.max(one, other));
    if (earlier.seller() == later.seller()
        || !stands(earlier)
        || !stands(later)
        || DisputeStore.known(handle, one, other)) {
      return 0;
    }
    boolean swapped = lot.nextBoolean();
    int id = DisputeStore.insert(
        handle,
        new Dispute(
            0,
            swapped ? later.id() : earlier.id(),
            swapped ? earlier.id() : later.id(),
            later.id(),
            grounds.opener(),
            grounds.openedBy(),
            grounds.finding(),
            grounds.agreement(),
            "open",
            now));
    // The server's own record: a seller's would say when somebody else came, and how often.
    Audit.server(handle, now, 0, "dispute.open", "dispute", id, grounds.finding());
    // Who claimed too often what is not theirs, or lost to this very certificate before, holds up nobody's complaints.
    Certificate claimed = earlier.seller() == grounds.opener() ? later : earlier;
    boolean distrusted =
        settings.usedUp(handle, grounds.opener(), now) || DisputeStore.lost(handle, grounds.opener(), claimed.id());
    for (Certificate each : new Certificate[] {earlier, later}) {
      if (!distrusted || each.seller() == grounds.opener()) {
        contest(handle, each, now);
      }
    }
    return id;
  }

  /** Whether a certificate can be the subject of a dispute. */
  static boolean stands(Certificate certificate) {
    return certificate.state() == CertificateState.CONTESTED || Step.CONTEST.possibleFrom(certificate.state());
  }

  static void contest(Handle handle, Certificate certificate, Instant now) {
    if (certificate.state() != CertificateState.CONTESTED) {
      CertificateStore.take(handle, certificate, Step.CONTEST, null, now);
    }
  }
}
