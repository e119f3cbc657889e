package shotdeed.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Role;
import shotdeed.server.platform.Secrets;
import shotdeed.server.platform.Times;

/** Invitations; of their links only hashes are stored. */
final class InvitationStore {
  private static final String SELECT =
      """
      select i.id, i.seller_id, s.name as seller_name, i.role, i.name, i.email, a.name as by_name, i.created_at,
        i.expires_at, i.revoked_at, i.used_at, i.mail
      from invitation i join account a on a.id = i.invited_by left join seller s on s.id = i.seller_id
      """;

  private InvitationStore() {}

  /** Stores an invitation; returns its number. */
  static int insert(
      Handle handle, String code, Integer seller, Role role, String name, String email, int by, Instant now) {
    return handle.createQuery(
            """
            insert into invitation (hash, seller_id, role, name, email, invited_by, created_at, expires_at, mail)
            values (:hash, :seller, :role, :name, :email, :by, :now, :expires, 'none') returning id""")
        .bind("hash", Secrets.hash(code))
        .bind("seller", seller)
        .bind("role", role.text())
        .bind("name", name)
        .bind("email", email)
        .bind("by", by)
        .bind("now", Times.text(now))
        .bind("expires", Times.text(now.plus(Invitation.LIFE)))
        .mapTo(int.class)
        .one();
  }

  /** Gives an invitation another link that works anew; the one before is worth nothing from now on. */
  static void renew(Handle handle, int id, String code, Instant now) {
    handle.execute(
        "update invitation set hash = ?, expires_at = ?, mail = 'none' where id = ?",
        Secrets.hash(code),
        Times.text(now.plus(Invitation.LIFE)),
        id);
  }

  static void mailed(Handle handle, int id, boolean sent) {
    handle.execute("update invitation set mail = ? where id = ?", sent ? "sent" : "failed", id);
  }

  static void revoke(Handle handle, int id, Instant now) {
    handle.execute("update invitation set revoked_at = ? where id = ?", Times.text(now), id);
  }

  static void use(Handle handle, int id, int account, Instant now) {
    handle.execute("update invitation set used_at = ?, used_by = ? where id = ?", Times.text(now), account, id);
  }

  /** The invitation of a link's code, whatever became of it, or {@code null}. */
  static Invitation ofCode(Handle handle, String code) {
    return handle.createQuery(SELECT + " where i.hash = :hash")
        .bind("hash", Secrets.hash(code == null ? "" : code))
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  static Invitation find(Handle handle, int id) {
    return handle.createQuery(SELECT + " where i.id = :id")
        .bind("id", id)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  /** Those of a seller that nobody has used or revoked, newest first. */
  static List<Invitation> openOf(Handle handle, int seller) {
    return handle.createQuery(
            SELECT + " where i.seller_id = :seller and i.used_at is null and i.revoked_at is null order by i.id desc")
        .bind("seller", seller)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  /** Those that make a new seller and that nobody has used or revoked, newest first. */
  static List<Invitation> openOfSellers(Handle handle) {
    return handle.createQuery(
            SELECT + " where i.seller_id is null and i.used_at is null and i.revoked_at is null order by i.id desc")
        .map((rs, ctx) -> read(rs))
        .list();
  }

  private static Invitation read(ResultSet rs) throws SQLException {
    return new Invitation(
        rs.getInt("id"),
        rs.getObject("seller_id") == null ? null : (Integer) rs.getInt("seller_id"),
        rs.getString("seller_name"),
        Role.valueOf(rs.getString("role").toUpperCase(java.util.Locale.ROOT)),
        rs.getString("name"),
        rs.getString("email"),
        rs.getString("by_name"),
        Times.of(rs.getString("created_at")),
        Times.of(rs.getString("expires_at")),
        Times.of(rs.getString("revoked_at")),
        Times.of(rs.getString("used_at")),
        rs.getString("mail"));
  }
}
