package shotdeed.extension.lodge;

import shotdeed.extension.browser.Json;

/** What a look at a listing again comes to. Nothing is concluded from pictures that could not be checked. */
enum Seen {
  /** The marketplace says that there is no such listing. */
  LISTING_GONE("listing-gone"),

  /** Every picture was checked, and none is a copy of the certificate. */
  PICTURE_GONE("picture-gone"),

  /** A copy of the certificate is there. */
  STILL_THERE("still-there"),

  /** The check is not through yet. */
  CHECKING(""),

  /** Not every picture could be checked, or there is nothing to compare with. */
  UNCLEAR("");

  private final String result;

  Seen(String result) {
    this.result = result;
  }

  /** As the server names it; the empty text if it is nothing to confirm. */
  String result() {
    return result;
  }

  /** Whether a result says that no copy is there any more. */
  static boolean isGone(String result) {
    return result.equals(LISTING_GONE.result) || result.equals(PICTURE_GONE.result);
  }

  /**
   * Concludes.
   *
   * @param page as the background has it; {@code null} if the page is not checked
   * @param answered status of HTTP and text of the page, or {@code null} if the browser does not tell
   * @param found whether a copy of the certificate is on the page
   * @param doubtful whether something like it is, or the certificate is not in this browser's library
   */
  static Seen of(Json page, Json answered, boolean found, boolean doubtful) {
    if (found) {
      return STILL_THERE;
    }
    if (answered != null && GoneWords.isGone(answered.integerOr("status", 0), answered.stringOr("text", ""))) {
      return LISTING_GONE;
    }
    if (page == null || doubtful) {
      return UNCLEAR;
    }
    int pictures = page.integer("found");
    if (page.integer("checked") < pictures) {
      return CHECKING;
    }
    return pictures > 0 && sum(page.member("troubles")) + sum(page.member("unjudged")) == 0 && isThorough(page)
        ? PICTURE_GONE
        : isThorough(page) ? UNCLEAR : CHECKING;
  }

  /** Whether the thorough check, where it is on, is through. */
  private static boolean isThorough(Json page) {
    Json thorough = page.member("thorough");
    return !thorough.flag("on") || thorough.integer("looked") >= thorough.integer("open");
  }

  private static int sum(Json counts) {
    int sum = 0;
    for (String name : counts.keys()) {
      sum += counts.integerOr(name, 0);
    }
    return sum;
  }
}
