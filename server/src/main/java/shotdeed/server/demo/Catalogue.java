package shotdeed.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import shotdeed.server.platform.Json;

/**
 * What the demo is made of, as {@code market.json} has it.
 *
 * @param certified the demo seller's photographs
 */
record Catalogue(List<Certified> certified, List<Shop> shops, List<Listing> listings) {
  private static final String FOLDER = "/shotdeed/server/demo/";
  private static final String OF_THE_SELLER = "certified/";

  /** A photograph that the demo seller certifies. */
  record Certified(String photo, String title) {}

  /** A text in both languages. */
  record Words(String zh, String en) {}

  /** A shop of the marketplace. */
  record Shop(String id, Words name, Words place, int opened) {}

  /**
   * An item on sale.
   *
   * @param shop id of its shop
   * @param price and {@code before} in yuan, as shown
   * @param text paragraphs, a line each
   */
  record Listing(
      String id,
      String shop,
      Words title,
      String price,
      String before,
      int sold,
      List<Words> colours,
      List<String> sizes,
      Words text,
      List<Shown> gallery,
      List<Shown> detail) {
    /** Whether any of its pictures is a copy of a certified photograph. */
    boolean stole() {
      return gallery.stream().anyMatch(Shown::stolen) || detail.stream().anyMatch(Shown::stolen);
    }
  }

  /**
   * A picture of a listing.
   *
   * @param photo name of the photograph that it was made from
   * @param how text of an {@link Alteration}
   */
  record Shown(String photo, String how) {
    boolean stolen() {
      return photo.startsWith(OF_THE_SELLER);
    }
  }

  /** The shop with an id. */
  Shop shop(String id) {
    for (Shop shop : shops) {
      if (shop.id().equals(id)) {
        return shop;
      }
    }
    throw new IllegalStateException("the catalogue has no shop " + id);
  }

  /** Reads the one in this program. */
  static Catalogue load() throws IOException {
    return Json.read(resource("market.json"), Catalogue.class);
  }

  /** The untouched file of a photograph. */
  static byte[] photograph(String name) throws IOException {
    return resource(name + ".jpg");
  }

  /** A file of the demo in this program. */
  static byte[] resource(String name) throws IOException {
    try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("this program lacks " + FOLDER + name);
      }
      return in.readAllBytes();
    }
  }
}
