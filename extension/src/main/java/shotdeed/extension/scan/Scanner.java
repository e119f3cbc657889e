package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Http;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Connection;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.match.Finding;
import shotdeed.model.Verdict;
import shotdeed.wire.CaptureClient;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;
import shotdeed.wire.SightingReport;

/**
 * Takes the pictures of pages from address to verdict, a few at a time: fetch, decode, hash, match against the snapshot.
 * A picture that matches nothing is forgotten; one that does becomes a {@link Hit}, which the server decides on. A page
 * without a hit costs the server nothing.
 */
public final class Scanner {
  private static final int CONCURRENCY = 4;

  /** After so many seconds the server is tried again with a hit that waits. */
  private static final int RETRY_SECONDS = 30;

  /** Addresses whose verdict is remembered while the worker lives. */
  private static final int REMEMBERED = 3000;

  private final Library library;
  private final Kernel kernel = new Kernel();

  /** Pages with pictures to check, each in its turn: one with many does not starve the others. */
  private final ArrayDeque<PageSession> turn = new ArrayDeque<>();

  private final Map<String, Boolean> clean = new HashMap<>();
  private final Runnable changed;
  private String cleanFor = "";
  private int active;

  private record Job(PageSession page, int round, SeenListing listing, SeenPicture picture) {
    boolean isCurrent() {
      return page.isOpen() && page.round() == round;
    }
  }

  /** @param changed is told when a page's status changed */
  public Scanner(Library library, Runnable changed) {
    this.library = library;
    this.changed = changed;
  }

  /** Queues a picture of a page. */
  public void add(PageSession page, SeenPicture picture) {
    if (!page.arrived(picture)) {
      return;
    }
    if (!turn.contains(page)) {
      turn.add(page);
    }
    if (active < CONCURRENCY) {
      active++;
      Tasks.start(this::work);
    }
  }

  private void work() {
    try {
      library.load();
      for (Job job = next(); job != null; job = next()) {
        try {
          check(job);
        } catch (RuntimeException e) {
          Tasks.log("ShotDeed: a picture could not be checked: " + e.getMessage());
          job.page.unfetched(job.picture.url(), PictureReader.Trouble.FAILED);
        }
        changed.run();
      }
    } finally {
      active--;
    }
  }

  private Job next() {
    while (!turn.isEmpty()) {
      PageSession page = turn.poll();
      SeenPicture picture = page.next();
      if (picture != null) {
        turn.add(page);
        return new Job(page, page.round(), page.listing(), picture);
      }
    }
    return null;
  }

  private void check(Job job) {
    String url = job.picture.url();
    // With nothing to compare with nothing is fetched; once the library has something, the page sends its pictures again.
    if (library.entries() == 0 || isKnownClean(url)) {
      job.page.clear(url);
      return;
    }
    PictureReader.Read read;
    try {
      read = PictureReader.read(job.listing.pageUrl(), url);
    } catch (PictureReader.Unfetched e) {
      if (job.isCurrent()) {
        job.page.unfetched(url, e.trouble());
      }
      return;
    } catch (PictureDecoder.Unreadable e) {
      if (job.isCurrent()) {
        job.page.unjudged(url, e.reason());
      }
      return;
    }
    if (!job.isCurrent()) {
      return;
    }
    double start = Tasks.now();
    Lookup lookup = Lookup.of(kernel, read.luma());
    double hashed = Tasks.now();
    List<Finding> findings = library.matcher().match(lookup.queries());
    job.page.took(read, hashed - start, Tasks.now() - hashed);
    if (lookup.unjudged() != null) {
      job.page.unjudged(url, lookup.unjudged());
      return;
    }
    Finding best = clearestCopy(findings);
    if (best == null) {
      remember(url);
      job.page.clear(url);
      return;
    }
    decide(job, read, best);
  }

  private void decide(Job job, PictureReader.Read read, Finding best) {
    SeenPicture seen =
        new SeenPicture(job.picture.url(), read.url(), job.picture.role(), job.picture.position());
    SightingReport report =
        new SightingReport(
            Extension.uuid(),
            Extension.instant(),
            best.certificate(),
            job.listing,
            seen,
            new CaptureClient(Extension.version(), Extension.browser(), Extension.language()));
    Hit hit = Hits.keep(Hit.create(library.home(), report, best.distance(), read.type(), read.bytes()));
    if (hit.state().equals(Hit.WAITING)) {
      try {
        Connection connection = Connection.load();
        if (connection != null && connection.home().equals(hit.home())) {
          Hits.confirm(connection, hit);
        }
      } catch (Http.Unreachable | Connection.ServerRefused e) {
        Tasks.log("ShotDeed: a hit waits for the server: " + e.getMessage());
        Extension.soon(RETRY_SECONDS);
      }
    }
    if (job.isCurrent()) {
      job.page.decided(job.picture.url(), hit, true);
    }
  }

  /** The clearest finding that is a copy; findings come clearest first. */
  private static Finding clearestCopy(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.COPY) {
        return finding;
      }
    }
    return null;
  }

  private boolean isKnownClean(String url) {
    return cleanFor.equals(library.version()) && clean.containsKey(url);
  }

  private void remember(String url) {
    if (!cleanFor.equals(library.version()) || clean.size() >= REMEMBERED) {
      clean.clear();
      cleanFor = library.version();
    }
    clean.put(url, true);
  }
}
