package shotdeed.extension.settings;

import shotdeed.extension.browser.Bytes;
import shotdeed.extension.browser.Database;
import shotdeed.extension.browser.Json;

/** What this browser keeps of pictures that were no copies, for the bench: numbers only. */
final class Mistakes {
  private Mistakes() {}

  /** Waits for how many pairs are kept with their numbers. */
  static int count() {
    int count = 0;
    for (String id : Database.NOT_COPIES.ids()) {
      Json pair = Database.NOT_COPIES.get(id);
      count += pair != null && pair.has("features") ? 1 : 0;
    }
    return count;
  }

  /** Waits for all of them as one JSON text; addresses are not in it. */
  static String export() {
    Json pairs = Json.array();
    for (String id : Database.NOT_COPIES.ids()) {
      Json pair = Database.NOT_COPIES.get(id);
      if (pair != null && pair.has("features")) {
        pairs.add(
            Json.object()
                .put("saidAt", pair.string("saidAt"))
                .put("verdict", pair.string("verdict"))
                .put("certificate", pair.integer("certificate"))
                .put("certificateSha256", pair.string("certificateSha256"))
                .put("pictureSha256", pair.string("pictureSha256"))
                .put("featureKernel", pair.integer("featureKernel"))
                .put("features", Bytes.base64(pair.bytesOrNull("features")))
                .put("rasterWidth", pair.integer("rasterWidth"))
                .put("rasterHeight", pair.integer("rasterHeight"))
                .put("raster", Bytes.base64(pair.bytesOrNull("raster"))));
      }
    }
    return Json.object().put("format", 1).put("notCopies", pairs).text();
  }

  /** Waits until the numbers are gone; the pairs themselves stay, so that none comes back. */
  static void forget() {
    for (String id : Database.NOT_COPIES.ids()) {
      Json pair = Database.NOT_COPIES.get(id);
      if (pair != null && pair.has("features")) {
        pair.remove("features");
        pair.remove("raster");
        Database.NOT_COPIES.put(pair);
      }
    }
  }
}
