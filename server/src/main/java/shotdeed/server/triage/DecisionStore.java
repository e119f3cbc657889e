package shotdeed.server.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import shotdeed.model.SightingState;
import shotdeed.server.account.Caller;
import shotdeed.server.monitor.Licence;
import shotdeed.server.monitor.LicenceStore;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Decisions, what they changed, and how that is taken back. A shop's thousands of findings are changed at once. */
final class DecisionStore {
  private static final String SELECT =
      """
      select d.*, a.name as made_by,
        (select count(*) from decision_finding x where x.decision_id = d.id) as changed
      from decision d join account a on a.id = d.account_id
      """;

  private DecisionStore() {}

  /**
   * What a decision brings about.
   *
   * @param where which findings it changes: SQL over {@code finding f}, with {@code :seller} and the names of {@code values}
   * @param later until when they are put off, or {@code null}
   * @param ownShop number of the own shop that it names, or 0
   * @param licence number of the licence that it gives, or 0
   */
  record Change(Kind kind, String where, Map<String, ?> values, Instant later, int ownShop, int licence) {
    static Change of(Kind kind, String where, Map<String, ?> values) {
      return new Change(kind, where, values, null, 0, 0);
    }
  }

  /** Stores a decision and changes what it is about; returns its number. */
  static int insert(Handle handle, Caller caller, int finding, Change change, String reason, Instant now) {
    int id = handle.createQuery(
            """
            insert into decision (seller_id, finding_id, kind, reason, account_id, made_at, own_shop_id, licence_id)
            values (:seller, :finding, :kind, :reason, :account, :now, :ownShop, :licence) returning id""")
        .bind("seller", caller.seller())
        .bind("finding", finding)
        .bind("kind", change.kind().text())
        .bind("reason", reason)
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .bind("ownShop", change.ownShop() == 0 ? null : (Integer) change.ownShop())
        .bind("licence", change.licence() == 0 ? null : (Integer) change.licence())
        .mapTo(int.class)
        .one();
    Update rows = handle.createUpdate(
        """
        insert into decision_finding (decision_id, finding_id, from_state, to_state, from_later, from_licence, revision)
        select :decision, f.id, f.state, :to, f.later_until, f.licence_id, f.revision + 1 from finding f
        where f.seller_id = :seller and\s"""
            + change.where());
    rows.bind("decision", id).bind("seller", caller.seller()).bind("to", change.kind().to().text());
    rows.bindMap(change.values()).execute();
    handle.createUpdate(
            """
            update finding set state = :to, later_until = :later, licence_id = :licence, revision = revision + 1
            where id in (select finding_id from decision_finding where decision_id = :decision)""")
        .bind("to", change.kind().to().text())
        .bind("later", change.later() == null ? null : Times.text(change.later()))
        .bind("licence", change.licence() == 0 ? null : (Integer) change.licence())
        .bind("decision", id)
        .execute();
    repeatInSightings(handle, id);
    return id;
  }

  /** {@code sighting.state} repeats its finding's. */
  private static void repeatInSightings(Handle handle, int decision) {
    handle.createUpdate(
            """
            update sighting set state = (select f.state from finding f where f.id = sighting.finding_id)
            where finding_id in (select finding_id from decision_finding where decision_id = :decision)""")
        .bind("decision", decision)
        .execute();
  }

  /** Puts what a decision changed back to where it was, but for what was decided anew since; returns how many. */
  static int undo(Handle handle, Caller caller, int decision, Instant now) {
    int restored = handle.createUpdate(
            """
            update finding set revision = finding.revision + 1,
              state = (select d.from_state from decision_finding d where d.decision_id = :id and d.finding_id = finding.id),
              later_until =
                (select d.from_later from decision_finding d where d.decision_id = :id and d.finding_id = finding.id),
              licence_id =
                (select d.from_licence from decision_finding d where d.decision_id = :id and d.finding_id = finding.id)
            where id in (
              select d.finding_id from decision_finding d join finding f on f.id = d.finding_id
              where d.decision_id = :id and f.revision = d.revision)""")
        .bind("id", decision)
        .execute();
    repeatInSightings(handle, decision);
    handle.execute(
        "update decision set undone_at = ?, undone_by = ? where id = ?", Times.text(now), caller.account(), decision);
    return restored;
  }

  /**
   * What stands as new among the findings of a decision, but in a shop that is excused by now: it is the seller's own, or
   * has a licence on a day.
   */
  static void settle(Handle handle, int decision, LocalDate day) {
    String ofDecision =
        " where f.state = 'new' and f.id in (select finding_id from decision_finding where decision_id = :decision)";
    handle.createUpdate(
            "update finding as f set state = 'own', later_until = null, revision = revision + 1" + ofDecision
                + """
                   and exists (select 1 from own_shop o
                    where o.seller_id = f.seller_id and o.shop_group = f.shop_group and o.shop_id = f.shop_id)""")
        .bind("decision", decision)
        .execute();
    String covering = " from licence l where " + LicenceStore.COVERS + LicenceStore.IN_FORCE + ")";
    handle.createUpdate(
            "update finding as f set state = 'licensed', later_until = null, revision = revision + 1,"
                + " licence_id = (select min(l.id)" + covering + ofDecision + " and exists (select 1" + covering)
        .bind("decision", decision)
        .bind("day", day.toString())
        .execute();
    repeatInSightings(handle, decision);
  }

  /** What nobody has decided about in a licensed shop stands as licensed. */
  static void excuse(Handle handle, int seller, Licence licence) {
    handle.createUpdate(
            """
            update finding as f set state = 'licensed', licence_id = :licence, later_until = null, revision = revision + 1
            where f.seller_id = :seller and f.shop_group = :group and f.state = 'new'
              and exists (select 1 from licence l where l.id = :licence and\s"""
                + LicenceStore.COVERS
                + ")")
        .bind("licence", licence.id())
        .bind("seller", seller)
        .bind("group", licence.group())
        .execute();
    handle.createUpdate(
            """
            update sighting set state = 'licensed' where state = 'new' and finding_id in (
              select id from finding where seller_id = :seller and licence_id = :licence and state = 'licensed')""")
        .bind("licence", licence.id())
        .bind("seller", seller)
        .execute();
  }

  /** Says of all findings in one state that a clause over {@code finding f} names that they are new. */
  static int renew(Handle handle, int seller, SightingState from, String where, Map<String, ?> values) {
    String chosen = "select f.id from finding f where f.seller_id = :seller and f.state = :from and " + where;
    handle.createUpdate("update sighting set state = 'new' where finding_id in (" + chosen + ")")
        .bind("seller", seller)
        .bind("from", from.text())
        .bindMap(values)
        .execute();
    return handle.createUpdate(
            "update finding set state = 'new', later_until = null, licence_id = null, revision = revision + 1"
                + " where id in (" + chosen + ")")
        .bind("seller", seller)
        .bind("from", from.text())
        .bindMap(values)
        .execute();
  }

  /**
   * A seller's own.
   *
   * @throws Refused if there is none of this number
   */
  static Decision ofSeller(Handle handle, int seller, int id) {
    return handle.createQuery(SELECT + "where d.seller_id = :seller and d.id = :id")
        .bind("seller", seller)
        .bind("id", id)
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElseThrow(() -> new Refused(Errors.NOT_FOUND));
  }

  /**
   * What an account decided last, no earlier than a time, and can still take back; {@code null} if there is nothing. What
   * was decided anew since hides no earlier decision.
   */
  static Decision last(Handle handle, int account, Instant since) {
    return handle.createQuery(SELECT
            + """
              where d.account_id = :account and d.undone_at is null and d.kind <> 'new' and d.made_at >= :since
                and exists (
                  select 1 from decision_finding x join finding f on f.id = x.finding_id
                  where x.decision_id = d.id and f.revision = x.revision)
              order by d.id desc limit 1""")
        .bind("account", account)
        .bind("since", Times.text(since))
        .map((rs, ctx) -> read(rs))
        .findOne()
        .orElse(null);
  }

  /** What was decided that changed a finding, the last first. */
  static List<Decision> of(Handle handle, int finding, int most) {
    return handle.createQuery(SELECT
            + """
              join decision_finding y on y.decision_id = d.id
              where y.finding_id = :finding order by d.id desc limit :most""")
        .bind("finding", finding)
        .bind("most", most)
        .map((rs, ctx) -> read(rs))
        .list();
  }

  private static Decision read(ResultSet rs) throws SQLException {
    return new Decision(
        rs.getInt("id"),
        rs.getInt("seller_id"),
        rs.getInt("finding_id"),
        Kind.of(rs.getString("kind")),
        rs.getInt("changed"),
        rs.getString("reason"),
        rs.getInt("account_id"),
        rs.getString("made_by"),
        Times.of(rs.getString("made_at")),
        Times.of(rs.getString("undone_at")),
        rs.getInt("own_shop_id"),
        rs.getInt("licence_id"));
  }
}
