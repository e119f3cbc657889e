package shotdeed.server.certify;

import java.time.Instant;
import shotdeed.model.CertificateState;
import shotdeed.model.Grade;
import shotdeed.server.platform.Times;
import shotdeed.wire.CertificateSummary;

/**
 * A certificate as stored.
 *
 * @param account who uploaded
 * @param firstPublished what the owner states about an earlier publication, or {@code null}
 * @param sha256 of the untouched file
 * @param mediaType {@code null} if the file is no picture we know
 * @param width as displayed; 0 if refused before it was decoded
 * @param certifiedAt {@code null} until the second review passes
 * @param monitoredAt when it first entered the monitor library, or {@code null}
 */
public record Certificate(
    int id,
    int seller,
    int account,
    String title,
    CertificateState state,
    Grade grade,
    Basis basis,
    String firstPublished,
    String sha256,
    int bytes,
    String mediaType,
    int width,
    int height,
    Instant createdAt,
    Instant certifiedAt,
    Instant monitoredAt) {
  /** As the extension shows it. */
  public CertificateSummary summary() {
    return new CertificateSummary(
        id,
        title,
        state.text(),
        grade.text(),
        certifiedAt == null ? null : Times.text(certifiedAt),
        sha256,
        width,
        height);
  }
}
