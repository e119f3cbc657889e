package shotdeed.server.account;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/**
 * What the server's admin decided about a seller.
 *
 * @param maxCertificates that may stand, or {@code null} for no limit
 * @param maxBytes of certified photographs, or {@code null} for no limit
 * @param suspendedAt {@code null} while not suspended
 * @param suspendedReason the admin's words, or {@code null}
 * @param closedAt {@code null} while the seller has not left
 */
public record Standing(
    Integer maxCertificates, Long maxBytes, Instant suspendedAt, String suspendedReason, Instant closedAt) {
  private static final Standing USUAL = new Standing(null, null, null, null, null);

  /** A seller's; one without limits for whom nothing was decided. */
  public static Standing of(Handle handle, int seller) {
    return handle.createQuery(
            """
            select max_certificates, max_bytes, suspended_at, suspended_reason, closed_at
            from seller_standing where seller_id = :seller""")
        .bind("seller", seller)
        .map((rs, ctx) ->
            new Standing(
                rs.getObject("max_certificates") == null ? null : (Integer) rs.getInt("max_certificates"),
                rs.getObject("max_bytes") == null ? null : (Long) rs.getLong("max_bytes"),
                Times.of(rs.getString("suspended_at")),
                rs.getString("suspended_reason"),
                Times.of(rs.getString("closed_at"))))
        .findOne()
        .orElse(USUAL);
  }

  /**
   * Call before something new is certified, or a complaint is prepared or recorded. Reading is always possible.
   *
   * @throws Refused with {@link Errors#SELLER_SUSPENDED} naming the reason
   */
  public static void requireActive(Handle handle, int seller) {
    Standing standing = of(handle, seller);
    if (standing.suspendedAt() != null) {
      throw new Refused(Errors.SELLER_SUSPENDED, standing.suspendedReason());
    }
  }
}
