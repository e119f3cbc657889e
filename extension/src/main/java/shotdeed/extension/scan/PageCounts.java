package shotdeed.extension.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shotdeed.extension.browser.Address;
import shotdeed.extension.browser.Json;
import shotdeed.extension.scan.PictureReader.Trouble;
import shotdeed.model.Unjudged;

/** How many pictures of a page were found, looked at, and could not be looked at. */
final class PageCounts {
  private final int[] troubles = new int[Trouble.values().length];
  private final int[] unjudged = new int[Unjudged.values().length];
  private final List<String> unreachable = new ArrayList<>();
  private int found;
  private int checked;
  private int examined;

  /** One more; returns how many there are. */
  int found() {
    return ++found;
  }

  /** One was compared with the library. */
  void examined() {
    checked++;
    examined++;
  }

  /** One needed no look: there is nothing to compare it with. */
  void skipped() {
    checked++;
  }

  void failed(Trouble trouble, String picture) {
    checked++;
    troubles[trouble.ordinal()]++;
    String host = Address.origin(picture);
    if (trouble == Trouble.UNREACHABLE && !host.isEmpty() && !unreachable.contains(host)) {
      unreachable.add(host);
    }
  }

  void failed(Unjudged reason) {
    checked++;
    unjudged[reason.ordinal()]++;
  }

  /** Whether every picture that was found so far has been through. */
  boolean isSettled() {
    return found > 0 && checked == found;
  }

  int looked() {
    return examined;
  }

  int failed() {
    int failed = 0;
    for (int trouble : troubles) {
      failed += trouble;
    }
    for (int reason : unjudged) {
      failed += reason;
    }
    return failed;
  }

  void clear() {
    found = 0;
    checked = 0;
    examined = 0;
    unreachable.clear();
    Arrays.fill(troubles, 0);
    Arrays.fill(unjudged, 0);
  }

  void addTo(Json status) {
    Json troubleCounts = Json.object();
    for (Trouble trouble : Trouble.values()) {
      troubleCounts.put(trouble.toString(), troubles[trouble.ordinal()]);
    }
    Json unjudgedCounts = Json.object();
    for (Unjudged reason : Unjudged.values()) {
      unjudgedCounts.put(reason.text(), unjudged[reason.ordinal()]);
    }
    status
        .put("unreachable", array(unreachable))
        .put("found", found)
        .put("checked", checked)
        .put("troubles", troubleCounts)
        .put("unjudged", unjudgedCounts);
  }

  static Json array(List<String> texts) {
    Json list = Json.array();
    for (String text : texts) {
      list.add(text);
    }
    return list;
  }
}
