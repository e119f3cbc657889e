package shotdeed.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the marketplace knows of itself, for tests and for its page {@code /about}.
 *
 * @param honest addresses of the listings without copies
 * @param honestPictures addresses of all pictures that are no copies, whichever listing shows them
 */
record Answers(List<String> honest, List<String> honestPictures, List<Stolen> stolen) {
  /**
   * A copy.
   *
   * @param url of the listing
   * @param picture address of the copy
   * @param how text of the {@link Alteration}
   * @param certificate number of the original's certificate on the demo's server
   */
  record Stolen(String url, String picture, String how, int certificate) {}

  /**
   * Lists them.
   *
   * @param origin of the marketplace
   * @param certificates number by photograph
   */
  static Answers of(Catalogue catalogue, String origin, Map<String, Integer> certificates) {
    Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Catalogue.Listing listing : catalogue.listings()) {
      String url = origin + MarketPages.path(listing);
      if (!listing.stole()) {
        answers.honest.add(url);
      }
      for (int i = 0; i < listing.gallery().size(); i++) {
        answers.add(url, origin + MarketPictures.gallery(listing, i), listing.gallery().get(i), certificates);
      }
      for (int i = 0; i < listing.detail().size(); i++) {
        answers.add(url, origin + MarketPictures.detail(listing, i), listing.detail().get(i), certificates);
      }
    }
    return answers;
  }

  private void add(String url, String picture, Catalogue.Shown shown, Map<String, Integer> certificates) {
    if (shown.stolen()) {
      stolen.add(new Stolen(url, picture, shown.how(), certificates.get(shown.photo())));
    } else {
      honestPictures.add(picture);
    }
  }
}
