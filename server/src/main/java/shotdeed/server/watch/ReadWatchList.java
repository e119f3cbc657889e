package shotdeed.server.watch;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;
import shotdeed.server.platform.PageText;
import shotdeed.server.platform.Refused;
import shotdeed.wire.WatchList;

/** Reads watch lists, the longest not visited first. */
public final class ReadWatchList {
  /** Entries of a page. */
  public static final int PAGE = 50;

  private static final int MAX_WORDS = 100;

  private final Database database;

  public ReadWatchList(Database database) {
    this.database = database;
  }

  /**
   * A page of the list.
   *
   * @param total found on all pages
   * @param all entries of the list, found or not
   * @param words what was looked for, as it was understood
   */
  public record Page(int page, int total, int all, String words, List<Watched> entries) {}

  /**
   * What is on the caller's list and has these words in its title, shop, note or address.
   *
   * @param words empty for all
   */
  public Page page(Caller caller, String words, int page) {
    String asked = PageText.line(words, MAX_WORDS);
    return database.read(handle -> new Page(
        page,
        WatchStore.count(handle, caller.seller(), asked),
        WatchStore.count(handle, caller.seller()),
        asked,
        WatchStore.list(handle, caller.seller(), asked, PAGE, PAGE * (page - 1))));
  }

  /** The whole list, for programs. */
  public WatchList all(Caller caller) {
    return database.read(handle -> new WatchList(
        AddToWatchList.LIMIT,
        WatchStore.list(handle, caller.seller(), "", AddToWatchList.LIMIT, 0).stream().map(Watched::message).toList()));
  }

  /**
   * One of the caller's own, on the list or taken off it.
   *
   * @throws Refused if there is none of this number
   */
  public Watched one(Caller caller, int id) {
    return database.read(handle -> WatchStore.ofSeller(handle, caller.seller(), id));
  }

  /** Entries on a seller's list now. */
  public static int count(Handle handle, int seller) {
    return WatchStore.count(handle, seller);
  }

  /** How many entries of a seller's list nobody visited on these days, both included. */
  public static int unvisited(Handle handle, int seller, LocalDate from, LocalDate to) {
    return WatchStore.unvisited(handle, seller, from, to);
  }

  /** The first of them, the longest not visited first. */
  public static List<Watched> unvisited(Handle handle, int seller, LocalDate from, LocalDate to, int limit) {
    return WatchStore.unvisited(handle, seller, from, to, limit);
  }
}
