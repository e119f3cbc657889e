package shotdeed.server.people;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;

/** Who may manage which people. */
final class MayManage {
  private MayManage() {}

  /**
   * Owners manage their own seller's people, admins everybody's.
   *
   * @throws Refused for a member of the seller, and as if it did not exist for anybody else
   */
  static void require(Caller caller, int seller) {
    if (caller.administers()) {
      return;
    }
    if (caller.seller() != seller) {
      throw new Refused(Errors.NOT_FOUND);
    }
    if (!caller.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }

  static void requireAdmin(Caller caller) {
    if (!caller.administers()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }

  /** Whoever works for the server is managed by its admins only, whichever seller they belong to. */
  static void requireOver(Caller caller, Set<Role> roles) {
    if (!caller.administers() && (roles.contains(Role.ADMIN) || roles.contains(Role.REVIEWER))) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
  }

  /** How many people of a seller, or of the server if 0, have a role and have not left. */
  static int count(Handle handle, int seller, Role role) {
    return handle.createQuery(
            """
            select count(*) from account_role r join account a on a.id = r.account_id
            where r.role = :role and (:seller = 0 or a.seller_id = :seller)
              and not exists (select 1 from account_end e where e.account_id = a.id)""")
        .bind("role", role.text())
        .bind("seller", seller)
        .mapTo(int.class)
        .one();
  }
}
