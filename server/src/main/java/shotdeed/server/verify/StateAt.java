package shotdeed.server.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import shotdeed.server.platform.RateLimit;
import shotdeed.server.platform.Secrets;

/**
 * Which state a certificate was in at a time, for whoever has its number and its original's hash: numbers alone can be
 * counted through, hashes cannot. The answer is what the log says and names nobody.
 */
public final class StateAt {
  private static final int GUESSES = 30;

  private final CertificateLog log;
  private final RateLimit guesses = new RateLimit(GUESSES, Duration.ofMinutes(10));

  public StateAt(CertificateLog log) {
    this.log = log;
  }

  /**
   * A certificate at a time.
   *
   * @param at the time that was asked about
   * @param grade as logged
   * @param logged whether it was logged by then
   * @param state by then; empty before the first decision
   * @param now the state by the newest record; empty before the first decision
   * @param entries all that was logged up to {@code at}
   * @param later how many followed since
   */
  public record Answer(
      int certificate,
      Instant at,
      String grade,
      boolean logged,
      String state,
      String now,
      List<CertificateLog.Entry> entries,
      int later) {}

  /**
   * Looks.
   *
   * @param sha256 of the original, as typed
   * @return {@code null} if there is no such certificate, or it is of another original: nobody learns which
   * @throws shotdeed.server.platform.Refused if the address guessed too often
   */
  public Answer run(int certificate, String sha256, Instant at, String address) {
    guesses.require(address);
    List<CertificateLog.Entry> all = log.of(certificate);
    if (all.isEmpty() || !Secrets.equal(all.get(0).record().field("original-sha256"), sha256)) {
      guesses.failed(address);
      return null;
    }
    List<CertificateLog.Entry> then = new ArrayList<>();
    for (CertificateLog.Entry entry : all) {
      if (!Instant.parse(entry.record().time()).isAfter(at)) {
        then.add(entry);
      }
    }
    return new Answer(
        certificate,
        at,
        all.get(0).record().field("grade"),
        !then.isEmpty(),
        state(then),
        state(all),
        List.copyOf(then),
        all.size() - then.size());
  }

  private static String state(List<CertificateLog.Entry> entries) {
    String state = "";
    for (CertificateLog.Entry entry : entries) {
      String after = entry.record().field("state");
      state = after.isEmpty() ? state : after;
    }
    return state;
  }
}
