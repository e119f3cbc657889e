package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.List;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.image.LumaImage;
import shotdeed.image.Strip;
import shotdeed.image.StripPlanner;
import shotdeed.match.Finding;
import shotdeed.model.Unjudged;
import shotdeed.model.Verdict;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * Takes the pictures of pages from address to verdict, a few at a time: fetch, decode, hash, match against the snapshot.
 * A picture that matches nothing is forgotten; one that does becomes a {@link Hit}, which the server decides on. A page
 * without a hit costs the server nothing. Detail pictures are then looked up once more, joined to strips.
 */
public final class Scanner {
  private static final int CONCURRENCY = 4;

  private final Library library;
  private final Kernel kernel = new Kernel();
  private final StripScanner stripScanner;
  private final Judge judge;
  private final History history;
  private final ThoroughCheck thorough;

  /** Pages with pictures to check, each in its turn: one with many does not starve the others. */
  private final ArrayDeque<PageSession> turn = new ArrayDeque<>();

  /**
   * A picture is clean among a {@link Sequence} of detail pictures: a slice's verdict holds only where its neighbours are the
   * same. The empty text for a picture that stands alone.
   */
  private final PictureMemory memory;

  private final Runnable changed;
  private int active;

  private record Job(
      PageSession page, int round, PageStrips strips, SeenListing listing, SeenPicture picture, String link) {
    boolean isSlice() {
      return PageStrips.isSlice(picture);
    }

    /** What its verdict depends on beside itself. */
    String neighbours() {
      return isSlice() ? strips.sequence() : "";
    }

    boolean isCurrent() {
      return page.isOpen() && page.round() == round;
    }
  }

  /** @param changed is told when a page's status changed */
  public Scanner(Library library, History history, Runnable changed) {
    this.library = library;
    this.history = history;
    this.changed = changed;
    this.stripScanner = new StripScanner(library, kernel);
    this.memory = new PictureMemory(library);
    this.judge = new Judge(library);
    this.thorough = new ThoroughCheck(library, judge, kernel, changed);
  }

  /** Waits until everything is there that the first verdict needs. */
  public void load() {
    memory.load();
    thorough.load();
  }

  /** What goes on after fingerprints found nothing. */
  public ThoroughCheck thorough() {
    return thorough;
  }

  /** What was clean because the user said so is looked at again. Waits. */
  public void forget() {
    memory.wordSaid();
    thorough.forget();
  }

  /** What the panel shows of a page. */
  public Json status(PageSession page) {
    return page.status(thorough.isOn());
  }

  /** Queues pictures of a page; all of them before the first is checked, so that each knows its neighbours. */
  public void add(PageSession page, List<Arrived> pictures) {
    int queued = 0;
    for (Arrived picture : pictures) {
      queued += page.arrived(picture) ? 1 : 0;
    }
    if (queued > 0) {
      start(page, queued);
    }
  }

  /** A page came into view again: what waits on it is checked. */
  public void resume(PageSession page) {
    if (!page.isHidden() && page.isWaiting()) {
      start(page, CONCURRENCY);
    }
  }

  private void start(PageSession page, int most) {
    if (!turn.contains(page)) {
      turn.add(page);
    }
    for (int left = most; left > 0 && active < CONCURRENCY; left--) {
      active++;
      Tasks.start(this::work);
    }
  }

  private void work() {
    try {
      library.load();
      thorough.load();
      for (Job job = next(); job != null; job = next()) {
        try {
          check(job);
        } catch (RuntimeException e) {
          Tasks.log("ShotDeed: a picture could not be checked: " + e.getMessage());
          job.page.unfetched(job.picture.url(), PictureReader.Trouble.FAILED);
          fail(job);
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
      Arrived picture = page.isHidden() ? null : page.next();
      if (picture != null) {
        turn.add(page);
        return new Job(page, page.round(), page.strips(), picture.listing(), picture.picture(), picture.link());
      }
    }
    return null;
  }

  private void check(Job job) {
    String url = job.picture.url();
    // With nothing to compare with nothing is fetched; once the library has something, the page sends its pictures again.
    if (library.certificates() == 0) {
      job.page.skipped(url);
      skip(job);
      return;
    }
    PictureMemory.Known known = memory.of(url);
    if (known != null && isKnown(job, known)) {
      return;
    }
    PictureReader.Read read;
    try {
      read = PictureReader.read(job.page.listing().pageUrl(), url);
    } catch (PictureReader.Unfetched e) {
      if (job.isCurrent()) {
        job.page.unfetched(url, e.trouble(), e.asked());
        fail(job);
      }
      return;
    } catch (PictureDecoder.Unreadable e) {
      if (job.isCurrent()) {
        job.page.unjudged(url, e.reason());
        fail(job);
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
    job.page.took(read);
    job.page.took(hashed - start, Tasks.now() - hashed);
    memory.looks(url, lookup.queries(), lookup.unjudged());
    try {
      decide(job, read, lookup, findings);
    } finally {
      history.saw(job.listing, url, lookup.queries()); // the verdict does not wait for it
    }
  }

  /** What fingerprints say of a picture, once it was read. */
  private void decide(Job job, PictureReader.Read read, Lookup lookup, List<Finding> findings) {
    String url = job.picture.url();
    if (lookup.unjudged() != null && !job.isSlice()) {
      job.page.unjudged(url, lookup.unjudged());
      return;
    }
    Finding best = clearestCopy(findings);
    SeenPicture seen = new SeenPicture(url, read.url(), job.picture.role(), job.picture.position());
    PageStrips.Slice slice = job.isSlice() ? slice(seen, read, best, lookup.unjudged()) : null;
    if (best != null && (slice == null || slice.judged())) {
      decide(job, new Judge.Picture(job.listing, seen, read.type(), read.bytes(), read.luma()), findings);
    } else if (slice == null) {
      memory.clean(url, "");
      clear(job, seen);
    }
    if (slice != null && job.isCurrent()) {
      settle(job, job.strips.read(slice));
    }
  }

  /**
   * Whether a picture that was looked at before needs no look now. Of one that was, what is new in the library is compared
   * with what it looked like; its bytes are fetched only if there is something to report. A slice's neighbours may show the
   * rest of a copy: it is looked at with them.
   */
  private boolean isKnown(Job job, PictureMemory.Known known) {
    String url = job.picture.url();
    if (job.neighbours().equals(known.clean())) {
      clear(job, job.picture);
      skip(job);
      return true;
    }
    if (job.isSlice()) {
      return false;
    }
    if (known.unjudged() != null) {
      job.page.unjudged(url, known.unjudged());
      return true;
    }
    List<Finding> findings = library.matcher().match(known.queries());
    if (clearestCopy(findings) == null) {
      memory.clean(url, "");
      clear(job, job.picture);
      return true;
    }
    Hit hit = judge.standing(job.listing, url, findings);
    if (hit != null && job.isCurrent()) {
      job.page.decided(url, hit);
    }
    return hit != null;
  }

  /** The user wants what they looked at kept, or does not. Waits. */
  public void choiceChanged() {
    memory.choiceChanged();
  }

  /** A slice that shows a part of a photograph waits for its neighbours: they may show the rest of the same copy. */
  private static PageStrips.Slice slice(
      SeenPicture seen, PictureReader.Read read, Finding copy, Unjudged unjudged) {
    LumaImage luma = read.luma();
    Strip.Slice small = Strip.canJoin(luma.width(), luma.height()) ? Strip.slice(luma) : null;
    boolean judged = copy != null && (small == null || copy.original().coversNearlyAll());
    return new PageStrips.Slice(
        seen, read.type(), read.bytes(), luma.width(), luma.height(), small, judged, judged ? null : copy, unjudged);
  }

  /** Something is near: the server looks, and what it does not confirm is no copy. */
  private void decide(Job job, Judge.Picture picture, List<Finding> findings) {
    String url = picture.seen().url();
    Hit hit = judge.ofFindings(picture, findings);
    if (hit == null && !job.isSlice()) {
      memory.clean(url, "");
    }
    if (job.isCurrent()) {
      if (hit == null) {
        job.page.clear(url);
      } else {
        job.page.decided(url, hit);
      }
    }
  }

  /** Fingerprints found nothing in a picture. */
  private void clear(Job job, SeenPicture picture) {
    job.page.clear(picture.url());
    if (job.isCurrent()) {
      thorough.leftOpen(job.page, new Arrived(picture, job.listing, job.link));
    }
  }

  /** A slice that no strip waits for. */
  private void skip(Job job) {
    if (job.isSlice() && job.isCurrent()) {
      settle(job, job.strips.skip(job.picture));
    }
  }

  /** A slice that could not be read: the verdicts of its neighbours do not hold for the next visit. */
  private void fail(Job job) {
    if (job.isSlice()) {
      job.strips.incomplete();
      forget(job.strips);
      skip(job);
    }
  }

  /** The next visit takes none of a page's verdicts as known. */
  private void forget(PageStrips strips) {
    for (String url : strips.addresses()) {
      memory.forgetVerdict(url);
    }
  }

  /** Waits until the strips are decided on; then the slices that are in none are no copies. */
  private void settle(Job job, StripPlanner.Step<PageStrips.Slice> step) {
    if (!job.strips.isComplete()) {
      forget(job.strips);
    }
    if (needsTurn(step) && !checkStrips(job, step.strips())) {
      return;
    }
    for (PageStrips.Slice slice : step.done()) {
      try {
        settle(job, slice);
      } catch (RuntimeException e) { // the others have their verdicts all the same
        Tasks.log("ShotDeed: a slice could not be decided on: " + e.getMessage());
        job.strips.incomplete();
        forget(job.strips);
        job.page.unfetched(slice.picture().url(), PictureReader.Trouble.FAILED);
      }
    }
    // Not what is still open: the next visit needs it again, in case a later picture is the rest of what it shows.
    for (PageStrips.Slice slice : step.left()) {
      if (job.strips.isSettled(slice)) {
        memory.clean(slice.picture().url(), job.strips.sequence());
      }
    }
  }

  /** What becomes of a slice once every strip that it is in was decided on. */
  private void settle(Job job, PageStrips.Slice slice) {
    String url = slice.picture().url();
    if (slice.alone() != null && job.page.hitOn(List.of(url), slice.alone().certificate()).isEmpty()) {
      decideAlone(job, slice);
    } else if (slice.alone() == null && job.strips.unjudged(slice) != null) {
      job.page.unjudged(url, job.strips.unjudged(slice));
    } else if (!slice.judged()) {
      clear(job, slice.picture());
    }
  }

  /** Its pixels are gone while it waited for its neighbours. */
  private void decideAlone(Job job, PageStrips.Slice slice) {
    try {
      LumaImage luma = PictureDecoder.decode(slice.bytes());
      decide(
          job,
          new Judge.Picture(job.listing, slice.picture(), slice.type(), slice.bytes(), luma),
          List.of(slice.alone()));
    } catch (PictureDecoder.Unreadable e) { // it was readable before
      job.page.unjudged(slice.picture().url(), e.reason());
    }
  }

  /** A slice that is a copy by itself waits for the strips that may show more of it; the others wait for nobody. */
  private static boolean needsTurn(StripPlanner.Step<PageStrips.Slice> step) {
    boolean needs = !step.strips().isEmpty();
    for (PageStrips.Slice slice : step.done()) {
      needs = needs || slice.alone() != null;
    }
    return needs;
  }

  /**
   * One after the other: where two strips overlap both may show the same copy, and the second must see the first's
   * badge. Returns whether the page is still as it was.
   */
  private boolean checkStrips(Job job, List<List<PageStrips.Slice>> strips) {
    job.strips.deciding().take();
    try {
      for (List<PageStrips.Slice> strip : strips) {
        checkStrip(job, strip);
        if (!job.isCurrent()) {
          return false;
        }
      }
      return true;
    } finally {
      job.strips.deciding().give();
    }
  }

  private void checkStrip(Job job, List<PageStrips.Slice> strip) {
    try {
      if (stripScanner.check(job.page, job.strips, job.listing, strip)) {
        for (PageStrips.Slice slice : strip) {
          memory.forgetVerdict(slice.picture().url());
        }
      }
    } catch (RuntimeException e) {
      Tasks.log("ShotDeed: a strip could not be checked: " + e.getMessage());
      job.strips.incomplete();
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
}
