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
  /** So many servers are named: a page cannot fill the panel with them, nor a question to the user. */
  private static final int MOST_NAMED = 5;

  private final int[] troubles = new int[Trouble.values().length];
  private final int[] unjudged = new int[Unjudged.values().length];

  /** Origins of servers that do not answer. */
  private final List<String> unreachable = new ArrayList<>();

  /** Origins of servers that the user has to allow first. */
  private final List<String> noAccess = new ArrayList<>();

  /** Whether there are more of these than are named. */
  private boolean noAccessMore;

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

  /** @param picture the address that was asked for it */
  void failed(Trouble trouble, String picture) {
    checked++;
    troubles[trouble.ordinal()]++;
    if (trouble == Trouble.UNREACHABLE) {
      name(unreachable, Address.origin(picture));
    } else if (trouble == Trouble.NO_ACCESS) {
      noAccessMore |= !name(noAccess, Address.server(picture));
    }
  }

  /** Returns whether the server is named now. */
  private static boolean name(List<String> servers, String server) {
    if (servers.contains(server)) {
      return true;
    }
    boolean room = servers.size() < MOST_NAMED;
    if (room) {
      servers.add(server);
    }
    return room;
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
    noAccess.clear();
    noAccessMore = false;
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
        .put("noAccess", array(noAccess))
        .put("noAccessMore", noAccessMore)
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
