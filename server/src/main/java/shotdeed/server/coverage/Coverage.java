package shotdeed.server.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import shotdeed.server.watch.Watched;

/**
 * What a seller's browsers looked at on some days, as they told it. Each browser counts a listing, a shop and a picture
 * once a day, and knows nothing of the others: a listing that was opened in two browsers, or on two days, counts twice.
 * A browser that did not tell may have looked at anything.
 *
 * @param from first day, of the browsers' own calendars
 * @param to last day, included
 * @param total over all marketplaces
 * @param markets by marketplace, {@code taobao}, {@code tmall} or {@code other}; only those where something was looked at
 * @param told browsers that told, by name
 * @param silent paired browsers that did not, by name
 * @param watched entries on the watch list now
 * @param unvisited how many of them were put on it by the last day and visited on none of the days
 * @param firstUnvisited at most {@link ReadCoverage#SHOWN} of these, the longest not visited first
 * @param changed pages that did not show what the extension knows them by, the most first; what an older version of the
 *     program kept with a report says nothing of them
 */
public record Coverage(
    LocalDate from,
    LocalDate to,
    Figures total,
    SortedMap<String, Figures> markets,
    List<Browser> told,
    List<Browser> silent,
    int watched,
    int unvisited,
    List<Watched> firstUnvisited,
    List<Changed> changed) {
  public Coverage {
    changed = changed == null ? List.of() : changed;
  }

  /**
   * Item pages of a marketplace that did not show a part.
   *
   * @param site one of {@link shotdeed.wire.ChangedPages#SITES}; the words stand under {@code coverage.site.SITE}
   * @param part one of {@link shotdeed.wire.ChangedPages#PARTS}; the words stand under {@code coverage.part.PART}
   * @param listings pages on these days
   * @param since the first day on which the part was not found, as far back as days are kept; an earlier change that was
   *     over for more than two weeks is another one
   * @param browsers that told of it on these days
   */
  public record Changed(String site, String part, int listings, LocalDate since, int browsers) {}

  /**
   * @param listings pages
   * @param shops as far as pages name theirs
   * @param pictures that were examined
   * @param failed pictures that could not be examined, for whatever reason: the sum of {@code reasons}
   * @param reasons pictures that could not be examined by reason, such as {@code unreachable} or {@code too-flat}; the
   *     words stand under {@code coverage.failed.REASON}. A picture that failed and was examined later that day is in both
   */
  public record Figures(int listings, int shops, int pictures, int failed, SortedMap<String, Integer> reasons) {
    /** Whether nothing was looked at. */
    public boolean isNothing() {
      return listings == 0 && pictures == 0 && failed == 0;
    }
  }

  /**
   * A paired browser.
   *
   * @param person whose it is
   * @param lastToldAt when it last told of one of the days, or {@code null}
   */
  public record Browser(int id, String name, String person, Instant lastToldAt) {}
}
