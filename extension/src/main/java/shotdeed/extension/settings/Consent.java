package shotdeed.extension.settings;

import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;

/**
 * What the user has allowed. Nothing is, until it is asked for in one plain sentence and answered.
 *
 * @param asked whether the user has answered about the thorough check
 * @param thorough whether numbers computed from every picture of a watched page may go to the user's own server
 * @param mistakes whether the numbers of what was no copy are kept in this browser
 * @param coverage whether the server is told how much this browser has looked at; named where the thorough check is asked
 *     about, where the first answer is for both; later the user changes each by itself
 */
public record Consent(boolean asked, boolean thorough, boolean mistakes, boolean coverage) {
  private static final String KEY = "consent";

  /** Waits for the stored answers. */
  public static Consent load() {
    Json stored = Storage.get(KEY);
    return stored == null
        ? new Consent(false, false, false, false)
        : new Consent(
            stored.flag("asked"),
            stored.flag("thorough"),
            stored.flag("mistakes"),
            stored.has("coverage") && stored.flag("coverage")); // an answer of before it was asked is none
  }

  /** Whether a changed member of the storage is this. */
  public static boolean isStoredAs(String key) {
    return KEY.equals(key);
  }

  /** The same with this answer about the thorough check. Waits until it is stored. */
  public Consent thorough(boolean yes) {
    return new Consent(true, yes, mistakes, asked ? coverage : yes).stored();
  }

  /** The same with this answer about mistakes. Waits until it is stored. */
  public Consent mistakes(boolean yes) {
    return new Consent(asked, thorough, yes, coverage).stored();
  }

  /** The same with this answer about what was looked at. Waits until it is stored. */
  public Consent coverage(boolean yes) {
    return new Consent(asked, thorough, mistakes, yes).stored();
  }

  private Consent stored() {
    Storage.set(
        KEY,
        Json.object()
            .put("asked", asked)
            .put("thorough", thorough)
            .put("mistakes", mistakes)
            .put("coverage", coverage));
    return this;
  }
}
