package shotdeed.extension.scan;

import shotdeed.extension.browser.Json;
import shotdeed.extension.browser.Tasks;

/** What the check of a page took, in milliseconds. */
final class PageTimes {
  private double firstArrival = -1;
  private double lastArrival;
  private double lastVerdict;
  private double fetchMillis;
  private double decodeMillis;
  private double hashMillis;
  private double matchMillis;

  void arrived() {
    lastArrival = Tasks.now();
    if (firstArrival < 0) {
      firstArrival = lastArrival;
    }
  }

  void decided() {
    lastVerdict = Tasks.now();
  }

  void took(PictureReader.Read read) {
    fetchMillis += read.fetchMillis();
    decodeMillis += read.decodeMillis();
  }

  void took(double hash, double match) {
    hashMillis += hash;
    matchMillis += match;
  }

  /** For measurements. */
  Json json() {
    return Json.object()
        .put("arrivals", lastArrival - firstArrival)
        .put("lastArrivalToLastVerdict", lastVerdict - lastArrival)
        .put("fetch", fetchMillis)
        .put("decode", decodeMillis)
        .put("hash", hashMillis)
        .put("match", matchMillis);
  }
}
