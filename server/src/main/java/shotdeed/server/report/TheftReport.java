package shotdeed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A theft report (盗图报告).
 *
 * @param daily whether it is the one of its day; else somebody asked for it
 * @param day of the seller's calendar
 * @param zone of that calendar
 * @param from it covers what was told after this
 * @param to up to this
 * @param madeBy who asked for it, or {@code null}
 * @param handedAt when it was handed to mail and webhooks, or {@code null}
 */
public record TheftReport(
    int id,
    int seller,
    boolean daily,
    LocalDate day,
    ZoneId zone,
    Instant from,
    Instant to,
    Instant madeAt,
    String madeBy,
    Counts counts,
    String coverage,
    Instant handedAt) {
  /**
   * What it holds, and what it leaves out.
   *
   * @param findings that it lists, one line each
   * @param fresh of these, the ones that no earlier daily report told
   * @param sightings of these that it covers
   * @param licensed findings left out because the shop may use the photograph
   * @param own left out because the shop is the seller's own
   * @param dismissed left out because a person said that they are no copies
   */
  public record Counts(
      int shops, int listings, int findings, int fresh, int sightings, int licensed, int own, int dismissed) {}

  /** Whether no copy was found. */
  public boolean isEmpty() {
    return counts.findings() == 0;
  }
}
