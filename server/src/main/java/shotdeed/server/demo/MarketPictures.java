package shotdeed.server.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the marketplace's pictures, made once at the start: full, for narrow screens, and as thumbnails. */
final class MarketPictures {
  /** Pixels of a thumbnail's width. */
  static final int THUMBNAIL = 80;

  /** Pixels of the width for narrow screens. */
  static final int NARROW = 300;

  private final Map<String, byte[]> files = new HashMap<>();

  private MarketPictures() {}

  static MarketPictures make(Catalogue catalogue) throws IOException {
    MarketPictures pictures = new MarketPictures();
    for (Catalogue.Listing listing : catalogue.listings()) {
      pictures.add(listing, "g", listing.gallery());
      pictures.add(listing, "d", listing.detail());
    }
    return pictures;
  }

  private void add(Catalogue.Listing listing, String place, List<Catalogue.Shown> shown) throws IOException {
    for (int i = 0; i < shown.size(); i++) {
      byte[] photograph = Catalogue.photograph(shown.get(i).photo());
      byte[] file = Alteration.of(shown.get(i).how()).apply(photograph);
      files.put(path(listing, place, i), file);
      files.put(path(listing, place, i, NARROW), Alteration.scaled(file, NARROW));
      files.put(path(listing, place, i, THUMBNAIL), Alteration.scaled(file, THUMBNAIL));
    }
  }

  /** Path of a gallery picture. */
  static String gallery(Catalogue.Listing listing, int index) {
    return path(listing, "g", index);
  }

  /** Path of a gallery picture in a smaller width. */
  static String gallery(Catalogue.Listing listing, int index, int width) {
    return path(listing, "g", index, width);
  }

  /** Path of a detail picture. */
  static String detail(Catalogue.Listing listing, int index) {
    return path(listing, "d", index);
  }

  /** Path of a detail picture in a smaller width. */
  static String detail(Catalogue.Listing listing, int index, int width) {
    return path(listing, "d", index, width);
  }

  /** The names say nothing of what was done to a picture, as in life. */
  private static String path(Catalogue.Listing listing, String place, int index) {
    return "/pictures/" + listing.id() + "-" + place + (index + 1) + ".jpg";
  }

  private static String path(Catalogue.Listing listing, String place, int index, int width) {
    return "/pictures/" + listing.id() + "-" + place + (index + 1) + "-" + width + ".jpg";
  }

  /** All files by path. */
  Map<String, byte[]> files() {
    return Map.copyOf(files);
  }
}
