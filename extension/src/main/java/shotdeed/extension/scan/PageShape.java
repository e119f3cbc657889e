package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.wire.ChangedPages;

/** What a listing's page does not show of what its marketplace's pages are known by, and what works all the same. */
public final class PageShape {
  private String site = "";
  private List<String> missing = List.of();

  /**
   * Takes what was not found; nothing, if the page is as it is known. Names that are not known are left out. Returns whether
   * it was different before.
   *
   * @param named one of {@link ChangedPages#SITES}
   * @param parts of {@link ChangedPages#PARTS}, in any order
   */
  public boolean say(String named, List<String> parts) {
    List<String> now = new ArrayList<>();
    for (String part : ChangedPages.PARTS) {
      if (parts.contains(part) && ChangedPages.isKnown(named, part)) {
        now.add(part);
      }
    }
    String of = now.isEmpty() ? "" : named;
    boolean differs = !of.equals(site) || !now.equals(missing);
    site = of;
    missing = now;
    return differs;
  }

  /** What was not found, in the order of {@link ChangedPages#PARTS}. */
  List<String> missing() {
    return missing;
  }

  /** Another listing's page. */
  void clear() {
    say("", List.of());
  }

  /** Adds the site and what was not found, and what works all the same: the latter two empty if the page is as known. */
  public void addTo(Json status) {
    status
        .put("changedSite", site)
        .put("changed", PageCounts.array(missing))
        .put("kept", PageCounts.array(kept()));
  }

  /** Names whose words stand under {@code kept_NAME}: how pictures are found, and what findings lack. */
  private List<String> kept() {
    List<String> kept = new ArrayList<>();
    if (missing.isEmpty()) {
      return kept;
    }
    kept.add(missing.contains(ChangedPages.MAIN) ? "large" : "pictures");
    if (missing.contains(ChangedPages.DATA)) {
      kept.add("shown");
    }
    boolean title = missing.contains(ChangedPages.TITLE);
    boolean shop = missing.contains(ChangedPages.SHOP);
    if (title || shop) {
      kept.add(title && shop ? "bare" : title ? "untitled" : "shopless");
    }
    return kept;
  }
}
