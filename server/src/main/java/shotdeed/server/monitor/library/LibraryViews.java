package shotdeed.server.monitor.library;

import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.audit.Audit;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.Errors;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Refused;
import shotdeed.server.platform.Times;

/** People's own names for what the library's filters show, and those that they share with their team. */
public final class LibraryViews {
  /** Views an account. */
  public static final int MAX = 50;

  /** Characters of a name. */
  public static final int MAX_NAME = 60;

  private final Database database;
  private final InstantSource clock;

  public LibraryViews(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A view.
   *
   * @param query the part of the list's address after the question mark; may be empty
   * @param own whether it is the caller's, who may change it
   * @param by name of whose it is
   */
  public record View(int id, String name, String query, boolean shared, boolean own, String by) {}

  /** The caller's own, and those that the team shares, by name. */
  public List<View> list(Caller caller) {
    return database.read(handle ->
        handle.createQuery(
                """
                select v.id, v.name, v.query, v.shared, v.account_id, a.name as by_name
                from library_view v join account a on a.id = v.account_id
                where v.seller_id = :seller and (v.account_id = :account or v.shared = 1) order by v.name, v.id""")
            .bind("seller", caller.seller())
            .bind("account", caller.account())
            .map((rs, ctx) -> new View(
                rs.getInt("id"),
                rs.getString("name"),
                rs.getString("query"),
                rs.getInt("shared") == 1,
                rs.getInt("account_id") == caller.account(),
                rs.getString("by_name")))
            .list());
  }

  /**
   * Keeps what a filter shows under a name.
   *
   * @throws Refused if the name is taken or the caller has {@link #MAX} already
   */
  public void save(Caller caller, String name, LibraryFilter filter, boolean shared) {
    caller.requireTeam();
    String clean = name(name);
    database.write(handle -> {
      int own = handle.createQuery("select count(*) from library_view where account_id = :account")
          .bind("account", caller.account())
          .mapTo(int.class)
          .one();
      if (own >= MAX) {
        throw new Refused(Errors.TOO_MANY_VIEWS, MAX);
      }
      requireFree(handle, caller, clean, 0);
      int id = handle.createQuery(
              """
              insert into library_view (seller_id, account_id, name, query, shared, created_at)
              values (:seller, :account, :name, :query, :shared, :now) returning id""")
          .bind("seller", caller.seller())
          .bind("account", caller.account())
          .bind("name", clean)
          .bind("query", filter.query())
          .bind("shared", shared ? 1 : 0)
          .bind("now", Times.text(clock.instant()))
          .mapTo(int.class)
          .one();
      note(handle, caller, "view.save", id);
      return null;
    });
  }

  /** Gives one of the caller's own another name, and shares it or no longer. */
  public void change(Caller caller, int id, String name, boolean shared) {
    String clean = name(name);
    database.write(handle -> {
      requireOwn(handle, caller, id);
      requireFree(handle, caller, clean, id);
      handle.execute("update library_view set name = ?, shared = ? where id = ?", clean, shared ? 1 : 0, id);
      note(handle, caller, "view.change", id);
      return null;
    });
  }

  /** Deletes one of the caller's own; what it shows stays as it is. */
  public void delete(Caller caller, int id) {
    database.write(handle -> {
      requireOwn(handle, caller, id);
      handle.execute("delete from library_view where id = ?", id);
      note(handle, caller, "view.delete", id);
      return null;
    });
  }

  private static String name(String name) {
    return Fields.whole("viewName", name, MAX_NAME);
  }

  private static void requireOwn(Handle handle, Caller caller, int id) {
    int own = handle.createQuery(
            "select count(*) from library_view where id = :id and account_id = :account and seller_id = :seller")
        .bind("id", id)
        .bind("account", caller.account())
        .bind("seller", caller.seller())
        .mapTo(int.class)
        .one();
    if (own == 0) {
      throw new Refused(Errors.NOT_FOUND);
    }
  }

  private static void requireFree(Handle handle, Caller caller, String name, int but) {
    int same = handle.createQuery(
            "select count(*) from library_view where account_id = :account and name = :name and id <> :but")
        .bind("account", caller.account())
        .bind("name", name)
        .bind("but", but)
        .mapTo(int.class)
        .one();
    if (same > 0) {
      throw new Refused(Errors.VIEW_NAME_TAKEN);
    }
  }

  private void note(Handle handle, Caller caller, String action, int id) {
    Audit.did(handle, clock.instant(), caller, action, "view", id, "");
  }
}
