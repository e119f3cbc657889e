package shotdeed.server.console;

import io.javalin.http.Context;

/**
 * Where a list's page stands among its pages.
 *
 * @param page 1 for the first
 * @param pages 1 or more
 * @param total entries on all pages
 * @param address of the list, ending in {@code ?} or {@code &}
 * @param name under which addresses say the page
 */
public record Paging(int page, int pages, int total, String address, String name) {
  private static final String NAME = "page";
  private static final int MOST_PAGES = 1_000_000;

  /** The page asked for with {@code ?page=}; whoever asks for none that there can be gets the first. */
  static int asked(Context context) {
    return asked(context, NAME);
  }

  /** The same of a list that shares its address with another. */
  static int asked(Context context, String name) {
    try {
      int page = Integer.parseInt(String.valueOf(context.queryParam(name)));
      return page >= 1 && page <= MOST_PAGES ? page : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  static Paging of(int page, int size, int total, String address) {
    return of(page, size, total, address, NAME);
  }

  /** The same of a list that shares its address with another. */
  static Paging of(int page, int size, int total, String address, String name) {
    int pages = Math.max(1, (total + size - 1) / size);
    return new Paging(page, pages, total, address + (address.contains("?") ? "&" : "?"), name);
  }

  /** Address of another page of the list. */
  public String to(int other) {
    return address + name + "=" + other;
  }
}
