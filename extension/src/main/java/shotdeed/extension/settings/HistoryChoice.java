package shotdeed.extension.settings;

import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;

/**
 * Whether this browser remembers which pictures it saw where, and for how long. It does, until the user says no.
 *
 * @param days that a picture is remembered; one of {@link #DAYS}
 */
public record HistoryChoice(boolean on, int days) {
  /** What the user can choose from. */
  public static final int[] DAYS = {7, 30, 90, 180};

  private static final String KEY = "history";

  /** Changes without the answer. */
  private static final String TOLD = "told";

  private static final int USUAL = 180;

  /** Waits for the stored answer. */
  public static HistoryChoice load() {
    Json stored = Storage.get(KEY);
    return stored == null
        ? new HistoryChoice(true, USUAL)
        : new HistoryChoice(stored.flag("on"), known(stored.integerOr("days", USUAL)));
  }

  private static int known(int days) {
    for (int each : DAYS) {
      if (each == days) {
        return days;
      }
    }
    return USUAL;
  }

  /** Whether a changed member of the storage is this. */
  public static boolean isStoredAs(String key) {
    return KEY.equals(key);
  }

  /** Has the worker read the history anew, as if there were a new answer; the answer stays stored all the while. Waits. */
  static void tellAgain() {
    HistoryChoice now = load();
    Json stored = Storage.get(KEY);
    int told = stored == null ? 0 : stored.integerOr(TOLD, 0);
    Storage.set(KEY, now.json().put(TOLD, told + 1));
  }

  private Json json() {
    return Json.object().put("on", on).put("days", days);
  }

  /**
   * Starts to store the answer, so that it is kept even if its page closes at once.
   *
   * @return waits until it is stored
   */
  Runnable begin() {
    return Storage.begin(KEY, json());
  }
}
