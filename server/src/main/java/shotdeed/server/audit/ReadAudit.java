package shotdeed.server.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** Shows what was put on record: to the admin all of it, to an owner what concerns their own seller. */
public final class ReadAudit {
  /** Entries a page. */
  public static final int PAGE = 100;

  private final Database database;
  private final InstantSource clock;

  public ReadAudit(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A page for a person, who is put on record for it. */
  public Page shown(Actor reader, Filter filter, int page) {
    Page shown = run(reader, filter, page);
    int seller = reader.administers() ? filter.seller() : reader.seller();
    Audit.looked(database, clock.instant(), reader, seller, "audit.look", "audit", seller);
    return shown;
  }

  /**
   * Which entries.
   *
   * @param account who did it, or 0 for anybody
   * @param action what was done, or {@code null} for anything
   * @param seller whose it was, or 0 for any that the reader may see
   */
  public record Filter(int account, String action, int seller) {}

  /**
   * One entry.
   *
   * @param account who did it; 0 for the server itself
   * @param accountName their name, or {@code null} for the server itself
   * @param device name of the device they did it with, or {@code null} in the console
   * @param sellerName whose it was, or {@code null} for the server's own
   * @param id number of the thing; 0 if it has none
   * @param subjectName of a person or an invitation, as it is now; else {@code null}
   */
  public record Entry(
      Instant at,
      int account,
      String accountName,
      String device,
      String sellerName,
      String action,
      String subject,
      int id,
      String subjectName,
      String details) {}

  /** Somebody who is named in the record. */
  public record Person(int account, String name) {}

  /**
   * A page of the record.
   *
   * @param page 1 for the first
   * @param total entries on all pages
   * @param people who did something, for the filter
   * @param actions that were done, for the filter
   */
  public record Page(int page, int total, List<Entry> entries, List<Person> people, List<String> actions) {}

  /**
   * A page, newest first.
   *
   * @throws Refused if none of it is open to the reader
   */
  public Page run(Actor reader, Filter filter, int page) {
    if (!reader.administers() && !reader.owns()) {
      throw new Refused(Errors.NOT_ALLOWED);
    }
    // An owner's filter cannot reach beyond their own seller.
    Filter allowed = reader.administers() ? filter : new Filter(filter.account(), filter.action(), reader.seller());
    return database.read(handle ->
        new Page(page, count(handle, allowed), entries(handle, allowed, page), people(handle, allowed.seller()),
            actions(handle, allowed.seller())));
  }

  private static int count(Handle handle, Filter filter) {
    return bound(handle.createQuery("select count(*) from audit a" + where(filter)), filter).mapTo(int.class).one();
  }

  private static List<Entry> entries(Handle handle, Filter filter, int page) {
    String sql =
        """
        select a.at, a.account_id, p.name as account_name, d.name as device_name, s.name as seller_name, a.action,
          a.subject, a.subject_id, coalesce(q.name, i.name) as subject_name, a.details
        from audit a
          left join account q on a.subject = 'account' and q.id = a.subject_id
          left join invitation i on a.subject = 'invitation' and i.id = a.subject_id
          left join account p on p.id = a.account_id
          left join device d on d.id = a.device_id
          left join seller s on s.id = a.seller_id
        """;
    return bound(handle.createQuery(sql + where(filter) + " order by a.id desc limit :limit offset :offset"), filter)
        .bind("limit", PAGE)
        .bind("offset", (page - 1) * PAGE)
        .map((rs, ctx) ->
            new Entry(
                Times.of(rs.getString("at")),
                rs.getInt("account_id"),
                rs.getString("account_name"),
                rs.getString("device_name"),
                rs.getString("seller_name"),
                rs.getString("action"),
                rs.getString("subject"),
                rs.getInt("subject_id"),
                rs.getString("subject_name"),
                rs.getString("details")))
        .list();
  }

  private static String where(Filter filter) {
    List<String> conditions = new ArrayList<>();
    if (filter.seller() != 0) {
      conditions.add("a.seller_id = :seller");
    }
    if (filter.account() != 0) {
      conditions.add("a.account_id = :account");
    }
    if (filter.action() != null) {
      conditions.add("a.action = :action");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static Query bound(Query query, Filter filter) {
    if (filter.seller() != 0) {
      query.bind("seller", filter.seller());
    }
    if (filter.account() != 0) {
      query.bind("account", filter.account());
    }
    if (filter.action() != null) {
      query.bind("action", filter.action());
    }
    return query;
  }

  private static List<Person> people(Handle handle, int seller) {
    return handle.createQuery(
            """
            select p.id, p.name from account p
            where exists (select 1 from audit a where a.account_id = p.id and (:seller = 0 or a.seller_id = :seller))
            order by p.name, p.id""")
        .bind("seller", seller)
        .map((rs, ctx) -> new Person(rs.getInt("id"), rs.getString("name")))
        .list();
  }

  private static List<String> actions(Handle handle, int seller) {
    return handle.createQuery(
            "select distinct action from audit where :seller = 0 or seller_id = :seller order by action")
        .bind("seller", seller)
        .mapTo(String.class)
        .list();
  }
}
