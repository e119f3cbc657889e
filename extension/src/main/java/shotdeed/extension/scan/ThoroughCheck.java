package shotdeed.extension.scan;

import java.util.ArrayDeque;
import java.util.List;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;
import shotdeed.extension.settings.Consent;
import shotdeed.fingerprint.Kernel;
import shotdeed.fingerprint.Lookup;
import shotdeed.match.Finding;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * Has the server look at what fingerprints left open, with the user's consent, and at a picture that the user chooses.
 * One look at a time, the page in front first; a picture that has its answer is not looked at again while the worker
 * lives and the library stays the same.
 *
 * <p>A picture is read once more when its turn comes, from the browser's cache as a rule: nothing of those that wait is
 * held in memory.
 */
public final class ThoroughCheck {
  private static final int LISTING_MILLIS = 10_000;
  private static final int LOOK_MILLIS = 100;

  private final Library library;
  private final Judge judge;
  private final Kernel kernel;
  private final Runnable changed;
  private final ArrayDeque<PageSession> turn = new ArrayDeque<>();

  /** By address, the hit that its picture led to, or the empty text. */
  private final Remembered answered;

  private Consent consent;
  private boolean working;

  ThoroughCheck(Library library, Judge judge, Kernel kernel, Runnable changed) {
    this.library = library;
    this.answered = new Remembered(library);
    this.judge = judge;
    this.kernel = kernel;
    this.changed = changed;
  }

  /** Whether the user has allowed it. */
  boolean isOn() {
    return consent != null && consent.thorough();
  }

  /** Waits until it is known whether the user has allowed it. */
  void load() {
    if (consent == null) {
      consent = Consent.load();
    }
  }

  /** The user has changed their mind, one way or the other; what is open now is looked at, or is not. */
  public void consentChanged(List<PageSession> pages) {
    consent = Consent.load();
    for (PageSession page : pages) {
      page.looks().unqueue();
      if (consent.thorough()) {
        for (Arrived picture : page.looks().open()) {
          queue(page, picture);
        }
      }
    }
    resume();
  }

  /** Fingerprints found nothing near a picture. */
  void leftOpen(PageSession page, Arrived picture) {
    page.looks().leftOpen(picture);
    if (isOn()) {
      queue(page, picture);
      resume();
    }
  }

  private void queue(PageSession page, Arrived picture) {
    String known = answered.of(picture.picture().url());
    if (known != null && known.isEmpty()) {
      page.looks().answered();
      return;
    }
    page.looks().queue(picture);
    if (!turn.contains(page)) {
      turn.add(page);
    }
  }

  /** Goes on with what waits, if anything does. The server may be back. */
  public void resume() {
    if (!working && !turn.isEmpty()) {
      working = true;
      Tasks.start(this::work);
    }
  }

  private void work() {
    try {
      for (PageSession page = next(); page != null; page = next()) {
        if (!look(page, page.looks().next())) {
          break;
        }
        changed.run();
      }
    } finally {
      working = false;
      changed.run();
    }
  }

  /** The page in front, if something waits there; else the one that has waited longest. */
  private PageSession next() {
    turn.removeIf(page -> !page.isOpen() || !page.looks().isQueued());
    if (turn.isEmpty()) {
      return null;
    }
    int front = turn.size() > 1 ? Extension.activeTab() : -1;
    for (PageSession page : turn) {
      if (page.tab() == front && page.looks().isQueued()) {
        return page;
      }
    }
    PageSession first = turn.poll();
    if (first.looks().isQueued()) { // while the browser was asked, the page may have begun again
      turn.add(first);
      return first;
    }
    return next();
  }

  /** Returns whether it has its answer, or needs none; if not, nothing else will have one now. */
  private boolean look(PageSession page, Arrived picture) {
    int round = page.round();
    PageLooks looks = page.looks();
    try {
      Hit hit = hitBefore(page, picture);
      if (hit == null) {
        PictureReader.Read read = PictureReader.read(page.listing().pageUrl(), picture.picture().url());
        if (!isOn() || page.round() != round) {
          return true; // the user has changed their mind meanwhile, or the page shows something else
        }
        hit = judge.ofLook(picture(page, picture, read), List.of());
      }
      answered.put(picture.picture().url(), hit == null ? "" : hit.id());
      if (page.isOpen() && page.round() == round) {
        looks.answered();
        page.show(hit);
      }
      return true;
    } catch (Looks.NoAnswer e) {
      if (isOn() && page.isOpen() && page.round() == round) {
        looks.putBack(picture);
        looks.trouble(e.trouble() == Looks.Trouble.AWAY ? "thoroughAway" : "thoroughCannot");
      }
      return false;
    } catch (PictureReader.Unfetched | PictureDecoder.Unreadable e) {
      return true; // it was there a moment ago; the next visit looks again
    } catch (RuntimeException e) {
      Tasks.log("ShotDeed: a picture could not be looked at: " + e.getMessage());
      return true;
    }
  }

  private static Judge.Picture picture(PageSession page, Arrived picture, PictureReader.Read read) {
    SeenPicture named = picture.picture();
    SeenPicture seen = new SeenPicture(named.url(), read.url(), named.role(), named.position());
    return new Judge.Picture(listing(page, picture), seen, read.type(), read.bytes(), read.luma());
  }

  /** What the page itself is of it may have said better meanwhile. */
  private static SeenListing listing(PageSession page, Arrived picture) {
    return picture.link().isEmpty() ? page.listingOf(picture.picture().url()) : picture.listing();
  }

  /** What a picture of this very listing led to, if it stands and the library is the same. */
  private Hit hitBefore(PageSession page, Arrived picture) {
    String known = answered.of(picture.picture().url());
    Json stored = known == null || known.isEmpty() ? null : Database.HITS.get(known);
    Hit hit = stored == null ? null : Hit.read(stored);
    return hit != null && hit.report().listing().pageUrl().equals(listing(page, picture).pageUrl()) ? hit : null;
  }

  /** What has its answer is looked at again. */
  void forget() {
    answered.clear();
  }

  /**
   * Looks at a picture that the user chose, whatever was said about the thorough check: the choice is the consent for this
   * one. Waits; the panel is told what came out.
   */
  public void ask(PageSession page, String url) {
    page.looks().asked("askedRunning", null);
    changed.run();
    for (double start = Tasks.now(); page.listing() == null && Tasks.now() < start + LISTING_MILLIS; ) {
      Tasks.pause(LOOK_MILLIS);
    }
    if (page.listing() == null) {
      page.looks().asked("askedUnreadable", null);
      return;
    }
    library.load();
    try {
      PictureReader.Read read = PictureReader.read(page.listing().pageUrl(), url);
      List<Finding> findings = library.matcher().match(Lookup.of(kernel, read.luma()).queries());
      Hit hit = judge.ofLook(picture(page, new Arrived(page.named(url), page.listingOf(url), ""), read), findings);
      page.looks().asked(wordsFor(hit), hit);
      page.show(hit);
    } catch (Looks.NoAnswer e) {
      page.looks().asked(e.trouble() == Looks.Trouble.AWAY ? "askedAway" : "askedCannot", null);
    } catch (PictureReader.Unfetched | PictureDecoder.Unreadable e) {
      page.looks().asked("askedUnreadable", null);
    }
    changed.run();
  }

  private static String wordsFor(Hit hit) {
    if (hit == null) {
      return "askedNone";
    }
    return switch (hit.state()) {
      case Hit.COPY, Hit.WAITING -> "askedCopy";
      case Hit.OWN -> "askedOwn";
      case Hit.RELATED -> "askedRelated";
      default -> "askedNone";
    };
  }
}
