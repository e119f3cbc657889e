package shotdeed.extension.scan;

import shotdeed.extension.browser.Extension;
import shotdeed.extension.browser.Json;
import shotdeed.extension.wire.GradeKey;
import shotdeed.wire.ReadMark;

/**
 * What the badge of a hit says. In a shop of the seller's own it is a quiet tick, which says what was read of the mark;
 * of the original without its mark it warns, because that is the seller's to keep private.
 */
public final class BadgeWords {
  private BadgeWords() {}

  /** Whether a listing of the seller's own shows the original: a mark was looked for and there is none. */
  public static boolean isUnmarkedOriginal(Hit hit) {
    return hit.state().equals(Hit.OWN) && hit.mark() != null && !hit.mark().found();
  }

  /** The short words for a hit in a shop of the seller's own. */
  public static String own(Hit hit) {
    ReadMark mark = hit.mark();
    if (mark == null) {
      return Extension.message("badgeOwn");
    }
    if (!mark.found()) {
      return Extension.message("badgeOwnUnmarked");
    }
    return mark.namesOther(hit.certificate())
        ? Extension.message("badgeOwnOther", mark.number())
        : Extension.message("badgeOwnMarked");
  }

  /**
   * For the content script, which knows no words of its own.
   *
   * @return text, hint, and how it looks: the names of the badge's styles
   */
  static Json of(Hit hit) {
    String grade = hit.grade().isEmpty() ? "" : " · " + Extension.message(GradeKey.of(hit.grade()));
    String hint = Extension.message("badgeHint") + grade;
    if (isUnmarkedOriginal(hit)) {
      return words("⚠ " + own(hit), Extension.message("ownUnmarked"), "frame warn");
    }
    return switch (hit.state()) {
      case Hit.OWN -> words("✓ " + own(hit), hint, "frame own");
      case Hit.WAITING -> words(Extension.message("badgeWaiting"), hint, "frame waiting");
      default -> words(Extension.message("badgeCopy"), hint, "frame");
    };
  }

  private static Json words(String text, String hint, String look) {
    return Json.object().put("text", text).put("hint", hint).put("look", look);
  }
}
