package shotdeed.server.certify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import shotdeed.model.CertificateState;
import shotdeed.server.ledger.LogEntry;
import shotdeed.server.ledger.LogStore;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Times;

/**
 * What the log says of certificates: that one was made, what was decided about it, where it went from there. No words of
 * people, no names.
 */
public final class LogCertificates {
  private static final int AT_ONCE = 1_000;

  private LogCertificates() {}

  /** A certificate was made; its own {@code id} is ignored. */
  static void added(Handle handle, int number, Certificate c) {
    LogStore.append(handle, c.createdAt(), entry(number, c));
  }

  private static LogEntry entry(int number, Certificate c) {
    return LogEntry.ofCertificate(
        "certificate",
        c.seller(),
        number,
        "original-sha256", c.sha256(),
        "original-bytes", c.bytes(),
        "media-type", c.mediaType() == null ? "none" : c.mediaType(),
        "grade", c.grade().text(),
        "basis", c.basis().text(),
        "state", c.state().text(),
        "received", Times.text(c.createdAt()));
  }

  /** A certificate went from where it stood to somewhere else. */
  static void moved(Handle handle, Certificate before, CertificateState to, Instant now) {
    LogStore.append(handle, now, entry(before.seller(), before.id(), before.state(), to));
  }

  private static LogEntry entry(int seller, int certificate, CertificateState from, CertificateState to) {
    return LogEntry.ofCertificate("state", seller, certificate, "from", from.text(), "state", to.text());
  }

  /** Certificates of one seller took the same step. */
  static void moved(Handle handle, List<TakeMany.Standing> from, Step step, Instant now) {
    int seller = seller(handle, from.get(0).certificate());
    LogStore.append(
        handle,
        now,
        from.stream()
            .map(each -> entry(seller, each.certificate(), each.state(), step.from(each.state())))
            .collect(Collectors.toList()));
  }

  /**
   * Something was decided about a certificate.
   *
   * @param stage {@code first}, {@code second} or {@code dispute}
   * @param decision such as {@code approve}
   */
  public static void decided(Handle handle, int certificate, String stage, String decision, Instant now) {
    LogStore.append(
        handle,
        now,
        LogEntry.ofCertificate(
            "decision", seller(handle, certificate), certificate, "stage", stage, "decision", decision));
  }

  private static int seller(Handle handle, int certificate) {
    return handle.createQuery("select seller_id from certificate where id = :id")
        .bind("id", certificate)
        .mapTo(int.class)
        .one();
  }

  /**
   * Logs the certificates that were made before there was a log, or by other means than this program's, as they stand.
   * The time in the log is that of now: what was earlier is only said.
   */
  public static void makeUp(Database database, InstantSource clock) {
    int after = 0;
    while (true) {
      List<Certificate> missing = missing(database, after);
      if (missing.isEmpty()) {
        return;
      }
      database.write(handle -> {
        List<LogEntry> entries = new ArrayList<>();
        for (Certificate c : missing) {
          entries.add(entry(c.id(), c));
          for (Review review : Review.of(handle, c.id())) {
            entries.add(LogEntry.ofCertificate(
                "decision", c.seller(), c.id(), "stage", review.stage(), "decision", review.decision(),
                "decided", Times.text(review.at())));
          }
        }
        LogStore.append(handle, clock.instant(), entries);
        return null;
      });
      after = missing.get(missing.size() - 1).id();
    }
  }

  private static List<Certificate> missing(Database database, int after) {
    return database.read(handle ->
        handle.createQuery(
                """
                select c.id from certificate c where c.id > :after
                  and not exists (select 1 from log_leaf l where l.certificate_id = c.id)
                order by c.id limit :limit""")
            .bind("after", after)
            .bind("limit", AT_ONCE)
            .mapTo(Integer.class)
            .list()
            .stream()
            .map(id -> CertificateStore.find(handle, id))
            .toList());
  }
}
