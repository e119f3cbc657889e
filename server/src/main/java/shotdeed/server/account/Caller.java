package shotdeed.server.account;

import java.util.Set;
import shotdeed.server.audit.Actor;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/**
 * Who asks.
 *
 * @param account number of the account
 * @param accountName the person's name
 * @param seller number of the seller whose data this caller sees
 * @param sellerName the seller's name
 * @param library id of the seller's library, a UUID
 * @param device number of the paired device, or {@code null} in the console
 * @param deviceName its name, or {@code null}
 * @param language tag the person chose, or {@code null}
 */
public record Caller(
    int account,
    String accountName,
    int seller,
    String sellerName,
    String library,
    Set<Role> roles,
    Integer device,
    String deviceName,
    String language)
    implements Actor {
  @Override
  public boolean administers() {
    return roles.contains(Role.ADMIN);
  }

  @Override
  public boolean owns() {
    return roles.contains(Role.OWNER);
  }

  /** Whether the caller may decide second reviews. */
  public boolean reviews() {
    return roles.contains(Role.REVIEWER) || roles.contains(Role.ADMIN);
  }

  /** Refuses callers who do not belong to the seller's team. */
  public void requireTeam() {
    if (!roles.contains(Role.OWNER) && !roles.contains(Role.MEMBER)) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }
}
