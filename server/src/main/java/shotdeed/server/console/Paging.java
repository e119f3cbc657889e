package shotdeed.server.console;

/**
 * Where a list's page stands among its pages.
 *
 * @param page 1 for the first
 * @param pages 1 or more
 * @param total entries on all pages
 * @param address of the list, ending in {@code ?} or {@code &}
 */
public record Paging(int page, int pages, int total, String address) {
  static Paging of(int page, int size, int total, String address) {
    int pages = Math.max(1, (total + size - 1) / size);
    return new Paging(page, pages, total, address + (address.contains("?") ? "&" : "?"));
  }

  /** Address of another page of the list. */
  public String to(int other) {
    return address + "page=" + other;
  }
}
