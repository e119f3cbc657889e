package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.List;
import shotdeed.image.LumaImage;
import shotdeed.match.Finding;
import shotdeed.model.Verdict;
import shotdeed.wire.LookMatch;
import shotdeed.wire.SeenListing;
import shotdeed.wire.SeenPicture;

/**
 * Decides on one picture with the server's help: a copy is reported, another shot of the same thing is kept apart, and
 * what the user called no copy stays none.
 */
final class Judge {
  private final Library library;
  private final Looks looks = new Looks();

  Judge(Library library) {
    this.library = library;
  }

  /**
   * A picture in hand.
   *
   * @param seen as it is reported
   * @param bytes as served
   */
  record Picture(SeenListing listing, SeenPicture seen, String type, byte[] bytes, LumaImage luma) {
    Hit.Part part() {
      return new Hit.Part(type, bytes, true);
    }
  }

  /**
   * Waits for what becomes of a picture that fingerprints found to be near: a hit, or {@code null}. Without an answer it
   * is a hit that waits for one.
   *
   * @param findings the clearest first
   */
  Hit ofFindings(Picture picture, List<Finding> findings) {
    String home = library.home();
    List<Finding> left = left(home, picture, findings);
    if (left.isEmpty()) {
      return null;
    }
    Hit standing = standing(picture.listing(), picture.seen().url(), left);
    if (standing != null) {
      return standing;
    }
    try {
      return answered(home, picture, left);
    } catch (Looks.NoAnswer e) {
      boolean now = e.trouble() == Looks.Trouble.CANNOT;
      return report(home, now, picture, Found.of(left.get(0)));
    }
  }

  /** Waits for the hit of today that a picture of a listing has already, or {@code null}. */
  Hit standing(SeenListing listing, String url, List<Finding> findings) {
    for (Finding finding : findings) {
      Hit standing = Hits.standing(HitName.of(library.home(), listing, url, finding.certificate()));
      if (standing != null) {
        return standing;
      }
    }
    return null;
  }

  /** Waits for what the server sees in a picture, near or not: a hit, or {@code null}. */
  Hit ofLook(Picture picture, List<Finding> findings) throws Looks.NoAnswer {
    String home = library.home();
    return answered(home, picture, left(home, picture, findings));
  }

  private Hit answered(String home, Picture picture, List<Finding> findings) throws Looks.NoAnswer {
    for (LookMatch match : looks.at(home, picture.luma(), findings)) {
      if (!NotCopies.holds(home, match.certificate(), picture.bytes(), picture.seen().url())) {
        Found found = Found.of(match, findings);
        return match.verdict().equals(Verdict.COPY.text())
            ? report(home, true, picture, found)
            : Reporter.keepRelated(home, picture.listing(), found, picture.seen(), picture.part());
      }
    }
    return null;
  }

  private static Hit report(String home, boolean now, Picture picture, Found found) {
    return Reporter.report(
        home, now, picture.listing(), found, picture.seen(), List.of(), List.of(picture.part()));
  }

  private static List<Finding> left(String home, Picture picture, List<Finding> findings) {
    List<Finding> left = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.verdict() == Verdict.COPY
          && !NotCopies.holds(home, finding.certificate(), picture.bytes(), picture.seen().url())) {
        left.add(finding);
      }
    }
    return left;
  }
}
