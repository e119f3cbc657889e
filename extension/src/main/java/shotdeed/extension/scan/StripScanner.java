package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Region;
import shotdeed.image.Strip;
import shotdeed.match.Finding;
import shotdeed.model.Verdict;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * Looks up the joined slices of a detail page. A copy in a strip is one hit, however many slices show it, and each of
 * those wears its badge.
 */
final class StripScanner {
  private final Library library;
  private final Kernel kernel;

  StripScanner(Library library, Kernel kernel) {
    this.library = library;
    this.kernel = kernel;
  }

  /** Waits until what a strip shows is decided; returns whether it shows a copy. */
  boolean check(PageSession page, PageStrips strips, SeenListing listing, List<PageStrips.Slice> strip) {
    List<Strip.Slice> lumas = new ArrayList<>();
    for (PageStrips.Slice slice : strip) {
      lumas.add(slice.luma());
    }
    double start = Tasks.now();
    List<Kernel.Query> queries = kernel.query(Strip.join(lumas));
    double hashed = Tasks.now();
    if (!queries.isEmpty()) {
      strips.lookedUp(strip);
    }
    List<Finding> findings = library.matcher().match(queries);
    page.took(hashed - start, Tasks.now() - hashed);
    boolean found = false;
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.COPY && strips == page.strips() && !isNoCopy(strip, lumas, finding)) {
        found = true;
        strips.found(strip);
        decide(page, listing, strip, lumas, finding);
      }
    }
    return found;
  }

  /** A strip is known by the slice with most of the copy, as a hit is. */
  private boolean isNoCopy(List<PageStrips.Slice> strip, List<Strip.Slice> lumas, Finding finding) {
    PageStrips.Slice main = strip.get(most(lumas, finding.region()));
    return NotCopies.holds(library.home(), finding.certificate(), main.bytes(), main.picture().url());
  }

  private static int most(List<Strip.Slice> lumas, Region region) {
    return Strip.most(Strip.shares(lumas, region.left(), region.top(), region.right(), region.bottom()));
  }

  private void decide(
      PageSession page,
      SeenListing listing,
      List<PageStrips.Slice> strip,
      List<Strip.Slice> lumas,
      Finding finding) {
    Region region = finding.region();
    List<Integer> showing =
        Strip.showing(lumas, region.left(), region.top(), region.right(), region.bottom());
    List<String> all = new ArrayList<>();
    for (int slice : showing) {
      all.add(strip.get(slice).picture().url());
    }
    String known = page.hitOn(all, finding.certificate());
    if (!known.isEmpty()) { // a slice shows enough of it by itself: the others show more of the same copy
      Json stored = Database.HITS.get(known);
      if (stored != null) {
        page.decided(all, Hit.read(stored));
      }
      return;
    }
    int most = most(lumas, region);
    List<SeenPicture> slices = new ArrayList<>();
    List<Hit.Part> parts = new ArrayList<>();
    for (int i = 0; i < strip.size(); i++) {
      PageStrips.Slice slice = strip.get(i);
      slices.add(slice.picture());
      parts.add(new Hit.Part(slice.type(), slice.bytes(), showing.contains(i)));
    }
    Hit hit = Reporter.report(library.home(), true, listing, Found.of(finding), slices.get(most), slices, parts);
    if (page.isOpen()) {
      page.decided(all, hit);
    }
  }
}
