package shotdeed.extension.scan;

import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;

/** What the check of a page took, in milliseconds. */
final class PageTimes {
  private double firstArrival = -1;
  private double lastArrival;
  private double firstVerdict = -1;
  private double lastVerdict;
  private double fetchMillis;
  private double decodeMillis;
  private double hashMillis;
  private double matchMillis;

  /** What the first picture took. */
  private final Json first = Json.object();

  void arrived() {
    lastArrival = Tasks.now();
    if (firstArrival < 0) {
      firstArrival = lastArrival;
    }
  }

  void decided() {
    lastVerdict = Tasks.now();
    if (firstVerdict < 0) {
      firstVerdict = lastVerdict;
    }
  }

  void took(PictureReader.Read read) {
    if (fetchMillis == 0) {
      first.put("fetch", read.fetchMillis()).put("decode", read.decodeMillis());
    }
    fetchMillis += read.fetchMillis();
    decodeMillis += read.decodeMillis();
  }

  void took(double hash, double match) {
    if (hashMillis == 0) {
      first.put("hash", hash).put("match", match);
    }
    hashMillis += hash;
    matchMillis += match;
  }

  /** For measurements. */
  Json json() {
    return Json.object()
        .put("origin", Tasks.origin())
        .put("firstArrival", firstArrival)
        .put("firstVerdict", firstVerdict)
        .put("first", first)
        .put("arrivals", lastArrival - firstArrival)
        .put("lastArrivalToLastVerdict", lastVerdict - lastArrival)
        .put("fetch", fetchMillis)
        .put("decode", decodeMillis)
        .put("hash", hashMillis)
        .put("match", matchMillis);
  }
}
