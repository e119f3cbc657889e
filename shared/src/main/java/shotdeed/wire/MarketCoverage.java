package shotdeed.wire;

import java.util.List;

/**
 * What a browser has looked at on a marketplace on a day.
 *
 * @param market {@code taobao}, {@code tmall} or {@code other}
 * @param listings pages, each once
 * @param shops as far as pages name theirs, each once
 * @param pictures that were examined, each once in whatever size
 * @param failed pictures that could not be examined, at least once that day, by reason
 * @param changed pages that did not show what they are known by, each site and part once; empty if a browser of an older
 *     version says nothing of it
 */
public record MarketCoverage(
    String market,
    int listings,
    int shops,
    int pictures,
    List<FailedPictures> failed,
    List<ChangedPages> changed) {
  public MarketCoverage {
    changed = changed == null ? List.of() : changed;
  }
}
