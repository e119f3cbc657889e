package shotdeed.server.penalty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.penalty.PenaltyPolicy;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Loaded policy files in the store. */
final class PolicyFileStore {
  private static final String SELECT = """
      select f.*, l.name as loaded_by, p.name as put_by, t.name as taken_by
      from policy_file f join account l on l.id = f.account_id
        left join account p on p.id = f.put_account_id
        left join account t on t.id = f.taken_account_id
      """;

  private PolicyFileStore() {}

  /** Those that stand, in the order in which they were put in force. */
  static List<PolicyFile> standing(Handle handle) {
    return handle.createQuery(SELECT + "where f.put_order is not null and f.taken_at is null order by f.put_order")
        .map((rs, context) -> file(rs))
        .list();
  }

  /** The newest, whatever became of them. */
  static List<PolicyFile> newest(Handle handle, int most) {
    return handle.createQuery(SELECT + "order by f.id desc limit :most")
        .bind("most", most)
        .map((rs, context) -> file(rs))
        .list();
  }

  static PolicyFile one(Handle handle, int id) {
    return handle.createQuery(SELECT + "where f.id = :id")
        .bind("id", id)
        .map((rs, context) -> file(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /** The file of the same bytes that was not taken back, or {@code null}. */
  static PolicyFile same(Handle handle, String sha256) {
    return handle.createQuery(SELECT + "where f.sha256 = :sha256 and f.taken_at is null")
        .bind("sha256", sha256)
        .map((rs, context) -> file(rs))
        .findOne()
        .orElse(null);
  }

  static int insert(
      Handle handle, Caller caller, Instant now, String name, String sha256, String content, PenaltyPolicy policy) {
    return handle.createUpdate(
            """
            insert into policy_file
              (name, sha256, content, policy, version, market, valid_from, account_id, loaded_at)
            values (:name, :sha256, :content, :policy, :version, :market, :from, :account, :now)""")
        .bind("name", name)
        .bind("sha256", sha256)
        .bind("content", content)
        .bind("policy", policy.policy())
        .bind("version", policy.version())
        .bind("market", policy.market())
        .bind("from", policy.validFrom())
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(int.class)
        .one();
  }

  static void put(Handle handle, Caller caller, Instant now, int id) {
    handle.createUpdate(
            """
            update policy_file set put_account_id = :account, put_at = :now,
              put_order = (select coalesce(max(put_order), 0) + 1 from policy_file)
            where id = :id""")
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .bind("id", id)
        .execute();
  }

  static void takeBack(Handle handle, Caller caller, Instant now, int id) {
    handle.createUpdate("update policy_file set taken_account_id = :account, taken_at = :now where id = :id")
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .bind("id", id)
        .execute();
  }

  private static PolicyFile file(ResultSet rs) throws SQLException {
    return new PolicyFile(
        rs.getInt("id"),
        rs.getString("name"),
        rs.getString("sha256"),
        rs.getString("content"),
        rs.getString("policy"),
        rs.getString("version"),
        rs.getString("market"),
        rs.getString("valid_from"),
        rs.getString("loaded_by"),
        Times.of(rs.getString("loaded_at")),
        rs.getString("put_by"),
        timeOrNull(rs.getString("put_at")),
        rs.getString("taken_by"),
        timeOrNull(rs.getString("taken_at")));
  }

  private static Instant timeOrNull(String text) {
    return text == null ? null : Times.of(text);
  }
}
