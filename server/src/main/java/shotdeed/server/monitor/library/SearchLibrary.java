package shotdeed.server.monitor.library;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.certify.Certificate;
import shotdeed.server.certify.CertificateStore;
import shotdeed.server.platform.Database;

/** Finds the caller's certificates by a filter. */
public final class SearchLibrary {
  /** Certificates a page. */
  public static final int PAGE = 50;

  private final Database database;

  public SearchLibrary(Database database) {
    this.database = database;
  }

  /**
   * A page of what was found.
   *
   * @param page 1 for the first
   * @param total certificates on all pages
   */
  public record Found(int page, int total, List<Certificate> certificates) {}

  /** Somebody of the seller's team, now or once. */
  public record Uploader(int account, String name) {}

  /** A page of the caller's certificates. */
  public Found page(Caller caller, LibraryFilter filter, int page) {
    return database.read(handle -> {
      int total = LibraryStore.count(handle, caller.seller(), filter);
      int offset = (page - 1) * PAGE;
      return new Found(page, total, offset >= total ? List.of() : certificates(handle, caller, filter, offset));
    });
  }

  private static List<Certificate> certificates(Handle handle, Caller caller, LibraryFilter filter, int offset) {
    List<Integer> ids = LibraryStore.page(handle, caller.seller(), filter, PAGE, offset);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Integer, Certificate> found =
        CertificateStore.all(handle, ids).stream().collect(Collectors.toMap(Certificate::id, Function.identity()));
    return ids.stream().map(found::get).toList();
  }

  /** Who may have uploaded what is found, by name. */
  public List<Uploader> uploaders(Caller caller) {
    return database.read(handle ->
        handle.createQuery("select id, name from account where seller_id = :seller order by name, id")
            .bind("seller", caller.seller())
            .map((rs, ctx) -> new Uploader(rs.getInt(1), rs.getString(2)))
            .list());
  }
}
