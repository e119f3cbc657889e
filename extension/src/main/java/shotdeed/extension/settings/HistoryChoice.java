package shotdeed.extension.settings;

import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Storage;

/** Whether this browser remembers which pictures it saw where. It does, until the user says no. */
public final class HistoryChoice {
  private static final String KEY = "history";

  private HistoryChoice() {}

  /** Waits for the stored answer. */
  public static boolean load() {
    Json stored = Storage.get(KEY);
    return stored == null || stored.flag("on");
  }

  /** Whether a changed member of the storage is this. */
  public static boolean isStoredAs(String key) {
    return KEY.equals(key);
  }

  /**
   * Starts to store the answer, so that it is kept even if its page closes at once.
   *
   * @return waits until it is stored
   */
  static Runnable begin(boolean on) {
    return Storage.begin(KEY, Json.object().put("on", on));
  }
}
