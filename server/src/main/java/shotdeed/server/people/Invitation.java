package shotdeed.server.people;

import java.time.Duration;
import java.time.Instant;
import shotdeed.server.account.Role;

/**
 * A link that makes an account, once.
 *
 * @param seller whose team the person joins, or {@code null} if the link makes a new seller
 * @param sellerName its name, or {@code null}
 * @param name what the inviter calls the person, or the new shop
 * @param email where the link was mailed to, or {@code null}
 * @param by name of whoever invited
 * @param revokedAt {@code null} unless it was taken back
 * @param usedAt {@code null} until somebody used it
 * @param mail {@code none}, {@code sent} or {@code failed}
 */
public record Invitation(
    int id,
    Integer seller,
    String sellerName,
    Role role,
    String name,
    String email,
    String by,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Instant usedAt,
    String mail) {
  /** How long a link works. */
  public static final Duration LIFE = Duration.ofDays(7);

  /** Whether its link works. */
  public boolean open(Instant now) {
    return revokedAt == null && usedAt == null && expiresAt.isAfter(now);
  }

  /** Whether it makes a new seller. */
  public boolean newSeller() {
    return seller == null;
  }

  /** The address of a code's page. */
  public static String link(String origin, String code) {
    return origin + "/invitation?code=" + code;
  }
}
